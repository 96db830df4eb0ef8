import { render } from 'lit';
import type { CurvePanel, CurvePanels, PanelLine } from '../../engine';
import type { CurveHoverDetail } from '../events';
import type { Strings } from '../strings';
import type { CurveStrings } from '../strings/curves';
import { CursorReader } from './cursor-reader';
import type { CursorPoint, PanelPlot } from './panel-plot';
import { findingCard, placeCard, pointCard } from './plot-card';
import type { CursorStep } from './plot-keys';

/** What the crosshair needs of its element. */
export interface CursorHost {
  readonly element: { readonly renderRoot: ParentNode };
  shown(): CurvePanels | null;
  readonly plots: ReadonlyMap<string, PanelPlot>;
  languages(): { strings: Strings; words: CurveStrings };
  /** Those of a panel that are on show. */
  lines(panel: CurvePanel): readonly PanelLine[];
  bringIntoSight(x: number): void;
  moved(detail: CurveHoverDetail): void;
}

/** The crosshair that all panels share, with its card; led by pointer or keyboard, whose steps are spoken. */
export class CurveCursor {
  readonly #host: CursorHost;
  readonly #reader: CursorReader;

  constructor(host: CursorHost) {
    this.#host = host;
    this.#reader = new CursorReader({
      panels: () => host.shown()?.panels ?? [],
      lines: (panel) => host.lines(panel),
      moved: (panel, point) => this.set(panel, point.line.curve.x[point.place], point, true),
    });
  }

  step(panel: CurvePanel, step: CursorStep): void {
    this.#reader.step(panel, step);
  }

  /** Puts the crosshair to an x, and to a point of a panel where it is on one; null: none. */
  set(panel: CurvePanel, x: number | null, point: CursorPoint | null, spoken = false): void {
    const { plots, element } = this.#host;
    const shown = this.#host.shown();
    const plot = plots.get(panel.metric);
    if (!shown || !plot) return;
    if (x !== null && point) this.#reader.at(panel, point);
    if (spoken && x !== null) this.#host.bringIntoSight(x);
    for (const each of plots.values()) each.setCursor(x, each === plot ? point : null);
    const points = x === null ? [] : plot.pointsAt(x);
    const context = { panel, shown, ...this.#host.languages() };
    const card = this.#card;
    card.hidden = x === null || points.length === 0;
    if (x !== null && points.length > 0) {
      render(pointCard(x, points, point, context), card);
      placeCard(card, plot, plot.placeOf(point ?? points[0]));
    }
    if (spoken && point) element.renderRoot.querySelector('.spoken')!.textContent = this.#reader.spoken(panel, point, context);
    this.#host.moved({
      metric: panel.metric, x, points: points.map(({ line, place }) => ({ run: line.run, split: line.split, x: line.curve.x[place], value: line.curve.y[place], smoothed: line.curve.smoothed.y[place] })),
    });
  }

  /** Shows what the run doctor found, by its place in the panel; −1: nothing. */
  showFinding(panel: CurvePanel, place: number): void {
    const plot = this.#host.plots.get(panel.metric);
    const found = panel.findings[place];
    const card = this.#card;
    card.hidden = !found || !plot;
    if (!found || !plot) return;
    const { strings, words } = this.#host.languages();
    render(findingCard(found, strings, words), card);
    const mark = plot.elements.marks.children[place].getBoundingClientRect();
    const area = plot.elements.area.getBoundingClientRect();
    placeCard(card, plot, { xPx: mark.left + mark.width / 2 - area.left, yPx: mark.top + mark.height / 2 - area.top });
  }

  get #card(): HTMLElement {
    return this.#host.element.renderRoot.querySelector<HTMLElement>('.card')!;
  }
}
