import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { CurvePanels, Repair } from '../../engine';
import type { FileDropController } from '../controllers/file-drop-controller';
import { chevronIcon } from '../icons';
import { formatCount } from '../number-format';
import { controlBar, type ControlModel } from './control-bar';
import { metricLabel } from './line-names';
import { emptyNotice, failureNotice, type Failure } from './notices';
import { panelFigure, type FigureModel } from './panel-figure';

export interface CurvesModel extends Pick<ControlModel, 'strings' | 'words'> {
  shown: CurvePanels | null;
  /** Files are on their way. */
  loading: boolean;
  /** What the bar of controls needs besides. */
  controls: Omit<ControlModel, 'shown' | 'strings' | 'words'>;
  failures: readonly Failure[];
  dismiss: () => void;
  repairs: readonly (Repair & { source: string })[];
  notes: readonly string[];
  /** What each panel needs besides. */
  figure: (panel: CurvePanels['panels'][number]) => Omit<FigureModel, 'panel' | 'x' | 'strings' | 'words'>;
  /** The table of runs; null: not shown. */
  comparison: TemplateResult | null;
  drop: FileDropController;
}

/** More repairs than a person reads. */
const MOST_REPAIRS = 200;

/** Everything of the element: controls, what there is to say, the panels, and the card over them. */
export function curvesView({ shown, loading, controls, failures, dismiss, repairs, notes, figure, comparison, drop, strings, words }: CurvesModel): TemplateResult {
  const empty = (shown?.extent ?? null) === null;
  return html`<div class="root ${drop.dropping ? 'dropping' : ''}" role="group" aria-label=${words.label(shown?.panels.map(({ metric }) => metricLabel(metric, words)).join(', ') ?? '')}
    @dragover=${drop.over} @dragleave=${drop.leave} @drop=${drop.drop}>
    ${shown && !empty ? controlBar({ shown, strings, words, ...controls }) : nothing}
    ${failures.length > 0 ? failureNotice(failures, dismiss, strings, words) : nothing}
    ${shown ? notes.map((note) => html`<p class="note" role="status">${note}</p>`) : nothing}
    ${repairs.length > 0 ? html`<details class="note"><summary>${chevronIcon}${words.repairs(formatCount(repairs.length, strings))}</summary>
      <ul>${repairs.slice(0, MOST_REPAIRS).map(({ source, line, message }) => html`<li>${source}:${line} ${message}</li>`)}</ul></details>` : nothing}
    ${comparison ?? nothing}
    ${shown ? html`<div class="panels">${repeat(shown.panels, ({ metric }) => metric, (panel) => panelFigure({ panel, x: shown.x, strings, words, ...figure(panel) }))}</div>` : nothing}
    ${empty && failures.length === 0 ? emptyNotice(loading, words) : nothing}
    <p id="keys" class="visually-hidden">${words.keys}</p>
    <div class="panel card" part="card" hidden></div>
    <div class="visually-hidden spoken" role="status"></div>
  </div>`;
}
