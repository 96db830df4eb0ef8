import {
  axisDirection, axisEnds, continuousScale, cosineScores, findAnalogies, FvError, parseExpression,
  type AnalogyMethod, type EmbeddingMapData, type SemanticExpression,
} from '../../engine';
import { emit } from '../events';
import { axisStringsFor } from '../strings/axes';
import { readDrawingColors } from '../theme';
import { analogyArrows, arrowSegments } from './axes/analogy-arrows';
import { AXIS_LENS, type AxisResult, type NamedAnalogy } from './axes/axis-result';
import { WordSpace } from './axes/word-space';
import { changeColors } from './change-colors';
import type { MapContext } from './map-context';
import { noVectors } from './map-errors';
import type { MapPanel, MapTool } from './map-tools';
import { AxesPanel } from './panels/axes-panel';

/** Words listed at each end of an axis, and answers of an analogy. */
const LISTED = 10;

const ARROW_WIDTH_PX = 2;
const ARROW_OPACITY = 0.9;

/** Semantic axes and analogies: reads the expression, scores or ranks all words, colours by the axis, draws the arrows. */
export class AxisTool implements MapTool {
  readonly #context: MapContext;
  readonly #space = new WordSpace();
  readonly panel: MapPanel;
  #result: AxisResult | null = null;
  #problem: FvError | null = null;
  /** What the result is of: the same again is not worked out anew. */
  #key = '';
  #working: AbortController | null = null;
  /** Whether the map flies to the words of the next analogy: the user asked for it. */
  #flies = false;

  constructor(context: MapContext) {
    this.#context = context;
    this.panel = new AxesPanel(context, this);
    context.subscribe((change) => {
      if (change === 'data') this.#key = '';
      if (change === 'data' || change === 'rows' || change === 'properties') this.#follow();
      if (change === 'positions' || change === 'colors') this.#drawArrows();
    });
    this.#follow();
  }

  /** What the expression came to; null while there is none or it is worked out. */
  get result(): AxisResult | null {
    return this.#result;
  }

  /** Why the expression came to nothing. */
  get problem(): FvError | null {
    return this.#problem;
  }

  get working(): boolean {
    return this.#working !== null;
  }

  disconnected(): void {
    this.#working?.abort();
    this.#working = null;
    this.#key = '';
  }

  /** Takes an expression as the user does, with the event. An axis colours the map. */
  ask(axis: string): void {
    const { host } = this.#context;
    this.#flies = true;
    if (axis !== host.axis) {
      host.axis = axis;
      emit(host, 'fv-axis-change', { axis });
    } else if (this.#problem) this.#key = '';
    this.#follow();
    if (isAxis(axis)) this.colorBy(true);
    else if (axis === '') this.colorBy(false);
  }

  /** Colours the map by the axis, or by nothing. */
  colorBy(on: boolean): void {
    const { host } = this.#context;
    if (on !== (host.colorBy === AXIS_LENS)) changeColors(host, { colorBy: on ? AXIS_LENS : '' });
  }

  /** Ranks an analogy by another method. */
  rankBy(analogyMethod: AnalogyMethod): void {
    this.#context.host.analogyMethod = analogyMethod;
  }

  /** The `k` answers to an analogy among the user's data, best first. @throws FvError for unknown words, or without vectors. */
  async analogy(positive: readonly string[], negative: readonly string[], k: number, method: AnalogyMethod, signal?: AbortSignal): Promise<NamedAnalogy[]> {
    const data = this.#context.content.whole;
    const [added, taken] = [await this.#space.rowsOf(data, positive, signal), await this.#space.rowsOf(data, negative, signal)];
    return this.#answers(data!, added, taken, k, method, signal);
  }

  /** The cosine of every row of the user's data with the axis, [n]; NaN for a zero row. @throws FvError for unknown words, or without vectors. */
  async axisScores(from: readonly string[], to: readonly string[], signal?: AbortSignal): Promise<Float32Array> {
    return cosineScores(this.#context.content.whole?.vectors ?? new Float32Array(0), await this.#direction(from, to, signal), signal);
  }

  async #direction(from: readonly string[], to: readonly string[], signal?: AbortSignal): Promise<Float64Array> {
    const data = this.#context.content.whole;
    const [low, high] = [await this.#space.rowsOf(data, from, signal), await this.#space.rowsOf(data, to, signal)];
    return axisDirection(data!.vectors!, data!.dimensions!, low, high);
  }

  async #answers({ vectors, labels, dimensions }: EmbeddingMapData, positive: number[], negative: number[], k: number, method: AnalogyMethod, signal?: AbortSignal): Promise<NamedAnalogy[]> {
    const { limit } = this.#context.host;
    const rows = Math.min(labels.length, limit ?? Infinity);
    const matches = await findAnalogies(vectors!, { dimensions: dimensions!, positive, negative, k, method, rows, signal });
    return matches.map((match) => ({ ...match, label: labels[match.id] }));
  }

  /** Works out what the properties ask for, unless that is done. */
  #follow(): void {
    const { host, content, rows } = this.#context;
    const key = content.data ? JSON.stringify([host.axis.trim(), host.analogyMethod, content.generation, content.points, rows]) : '';
    if (key === this.#key) return;
    this.#key = key;
    this.#working?.abort();
    this.#working = null;
    if (key === '' || host.axis.trim() === '') this.#settle(null, null);
    else void this.#work(host.axis);
  }

  async #work(text: string): Promise<void> {
    const abort = (this.#working = new AbortController());
    this.#context.requestUpdate();
    try {
      const result = await this.#evaluate(parseExpression(text), abort.signal);
      if (abort.signal.aborted) return;
      this.#working = null;
      this.#settle(result, null);
      if (this.#flies) this.#flyToArrows();
    } catch (error) {
      // An abort is how another expression, or other data, overtakes this one.
      if (abort.signal.aborted) return;
      this.#working = null;
      const problem = FvError.from(error);
      this.#settle(null, problem);
      this.#context.report(problem);
    }
  }

  async #evaluate(expression: SemanticExpression, signal: AbortSignal): Promise<AxisResult> {
    const { content, rows, host } = this.#context;
    if (expression.kind === 'analogy') {
      const data = content.whole;
      const [positive, negative] = [await this.#space.rowsOf(data, expression.positive, signal), await this.#space.rowsOf(data, expression.negative, signal)];
      return { kind: 'analogy', expression, positive, negative, matches: await this.#answers(data!, positive, negative, LISTED, host.analogyMethod, signal) };
    }
    const direction = await this.#direction(expression.from, expression.to, signal);
    const { vectors } = content.data!;
    if (!vectors) throw noVectors();
    const scores = await cosineScores(vectors, direction, signal);
    return { kind: 'axis', expression, scores, ends: axisEnds(scores, LISTED, rows), scale: await continuousScale(scores, { signal }) };
  }

  #settle(result: AxisResult | null, problem: FvError | null): void {
    this.#result = result;
    this.#problem = problem;
    this.#context.setLens(AXIS_LENS, result?.kind === 'axis' ? result.scores : null);
    this.#drawArrows();
    this.#announce();
    this.#context.requestUpdate();
  }

  #announce(): void {
    const words = axisStringsFor(this.#context.locale);
    const result = this.#result;
    if (result?.kind === 'axis') this.#context.announce(words.announceAxis(result.expression.from.join(', '), result.expression.to.join(', ')));
    else if (result && result.matches.length > 0) this.#context.announce(words.announceAnswer(result.matches[0].label));
  }

  #drawArrows(): void {
    const { stage, content, host, shown } = this.#context;
    const arrows = this.#arrows;
    const positions = content.leading(shown);
    stage.setLines('analogy', arrows.length === 0 || !positions ? null : {
      segments: arrowSegments(arrows, positions), color: readDrawingColors(host).text, opacity: ARROW_OPACITY, widthPx: ARROW_WIDTH_PX, arrow: true, above: true,
    });
  }

  /** Arrows often join neighbours: from afar they are too short to be seen. */
  #flyToArrows(): void {
    this.#flies = false;
    const rows = this.#arrows.flat().filter((row) => row < this.#context.shown);
    if (rows.length > 0) void this.#context.flyTo(rows);
  }

  /** The arrows of an analogy by row; none for an axis. */
  get #arrows(): [from: number, to: number][] {
    const result = this.#result;
    if (result?.kind !== 'analogy' || result.matches.length === 0) return [];
    const { content } = this.#context;
    const rowsOf = (ids: readonly number[]) => ids.map((id) => content.rowOf(id));
    return analogyArrows({ positive: rowsOf(result.positive), negative: rowsOf(result.negative), answer: content.rowOf(result.matches[0].id) });
  }
}

/** Does an expression, as far as it can be read, ask for an axis? */
function isAxis(text: string): boolean {
  try {
    return parseExpression(text).kind === 'axis';
  } catch {
    return false;
  }
}

