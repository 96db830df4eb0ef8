import 'flair-visual/define/activation-heatmap';
import 'flair-visual/define/activation-text';
import type { ActivationData, FvActivationHeatmap, FvActivationText, UnitResponse } from 'flair-visual';

export interface Views {
  text: FvActivationText;
  heatmap: FvActivationHeatmap; // <fv-activation-heatmap for="id of the text">
}

export function showStates({ text, heatmap }: Views, data: ActivationData): void {
  text.data = heatmap.data = data;
}

/** Selects in the passage on show, and asks which units tell what is selected from the rest: the strongest first. */
export async function rankFor({ text }: Views, ranges: readonly (readonly [start: number, end: number])[]): Promise<readonly UnitResponse[]> {
  text.selectRanges(ranges);
  return text.rankUnits('auc');
}

/** Colours the text by a unit, and pins its row. */
export function pin({ text, heatmap }: Views, unit: number): void {
  text.unit = unit;
  heatmap.unit = unit;
}

/** Another passage, or the states of another layer. */
export function showPassage({ text, heatmap }: Views, sample: number, layer = ''): void {
  Object.assign(text, { sample, layer });
  Object.assign(heatmap, { sample, layer });
}
