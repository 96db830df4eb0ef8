import { FvActivationHeatmap } from '../../src/components/activation-heatmap/fv-activation-heatmap';
import { eventually } from './eventually';
import { mount, part } from './mount';
import type { Place } from './pointer-input';
import '../../src/components/activation-heatmap/define';

/** A mounted `<fv-activation-heatmap>` whose picture is there. */
export async function mountHeatmap(properties: Partial<FvActivationHeatmap>, width = 600, height = 400): Promise<FvActivationHeatmap> {
  const element = await mount(Object.assign(new FvActivationHeatmap(), { locale: 'en', theme: 'light', ...properties }), width, height);
  if (element.data) await eventually(() => element.drawn && element.shadowRoot!.querySelector('.legend') !== null).toBe(true);
  return element;
}

/** The middle of a cell, CSS pixels of the page. */
export function cellPlace(element: FvActivationHeatmap, column: number, row: number): Place {
  const { left, top } = part(element, '.plot').getBoundingClientRect();
  const { column: first, row: top0, cellWidth, cellHeight } = element.view!;
  return { x: left + (column + 0.5 - first) * cellWidth, y: top + (row + 0.5 - top0) * cellHeight };
}

/** Texts of the labels of an axis, in order. */
export function ticks(element: FvActivationHeatmap, axis: 'rows' | 'columns'): string[] {
  return Array.from(element.shadowRoot!.querySelectorAll(`.${axis} .tick`), (tick) => tick.textContent);
}
