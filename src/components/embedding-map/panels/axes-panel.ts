import { html, nothing, type TemplateResult } from 'lit';
import { ExpressionError, FIRST_INDEX, formatExpression, paletteCss, parseExpression, scaleHistogram, type AnalogyMethod, type FvError, type SemanticExpression } from '../../../engine';
import { formatFixed } from '../../number-format';
import { axisStringsFor, type AxisStrings } from '../../strings/axes';
import type { AxisTool } from '../axis-tool';
import { AXIS_LENS, type AnalogyAnswers, type AxisScores } from '../axes/axis-result';
import { UnknownWordsError } from '../axes/word-space';
import { histogramBars } from '../legend/histogram-bars';
import type { MapContext } from '../map-context';
import type { MapPanel } from '../map-tools';
import { axesStyles } from './axes-panel.styles';
import { panelStyles } from './panel.styles';

const BINS = 40;

/** How many of a set's words a title names. */
const TITLE_WORDS = 2;

const METHODS: readonly AnalogyMethod[] = ['add', 'multiply'];

/** A row of the map in a list, and the figures beside it. */
interface ListedWord {
  row: number;
  label: string;
  figures: string;
  title: string;
}

const titleOf = (words: readonly string[]) => (words.length > TITLE_WORDS ? `${words.slice(0, TITLE_WORDS).join(', ')} …` : words.join(', '));

/** Asks for an axis or an analogy, and shows what came of it. */
export class AxesPanel implements MapPanel {
  readonly #context: MapContext;
  readonly #tool: AxisTool;
  /** What is typed and not yet asked for; null: what is asked for. */
  #draft: string | null = null;

  constructor(context: MapContext, tool: AxisTool) {
    this.#context = context;
    this.#tool = tool;
    context.adoptStyles(panelStyles);
    context.adoptStyles(axesStyles);
  }

  opened(): void {
    this.#context.host.renderRoot.querySelector<HTMLInputElement>('.axis-form input')?.focus({ preventScroll: true });
  }

  template(): TemplateResult {
    const words = axisStringsFor(this.#context.locale);
    if (!this.#context.content.whole?.vectors) return html`<p class="drawer-note">${words.needsVectors}</p>`;
    const { result, problem, working } = this.#tool;
    const text = this.#draft ?? this.#context.host.axis;
    return html`
      <form class="axis-form row" @submit=${(event: Event) => {
        event.preventDefault();
        this.#ask(this.#draft ?? this.#context.host.axis);
      }}>
        <input class="field" type="text" autocomplete="off" spellcheck="false" aria-label=${words.expression} aria-describedby="axis-hint" aria-invalid=${problem ? 'true' : 'false'}
          placeholder=${words.placeholder} .value=${text} @input=${(event: Event) => {
            this.#draft = (event.target as HTMLInputElement).value;
          }}>
        <button class="button primary small" type="submit">${words.show}</button>
      </form>
      <p class="axis-hint" id="axis-hint">${words.hint}</p>
      <div role="status">${working ? html`<p class="drawer-note">${words.working}</p>` : nothing}</div>
      ${problem ? this.#problem(problem, words) : nothing}
      ${result ? html`${result.kind === 'axis' ? this.#axis(result, words) : this.#analogy(result, words)}
        <button class="button wide" type="button" @click=${() => this.#ask('')}>${words.clear}</button>` : nothing}
    `;
  }

  #ask(text: string): void {
    this.#draft = null;
    this.#tool.ask(text.trim());
  }

  #problem(problem: FvError, words: AxisStrings): TemplateResult {
    const message = problem instanceof UnknownWordsError
      ? html`${problem.unknown.map(({ word, suggestions }) => html`<p>${words.notThere(word)}</p>
          ${suggestions.length === 0 ? nothing : html`<p class="suggestions">${words.didYouMean} ${suggestions.map((suggestion) => html`<button class="button small" type="button"
            @click=${() => this.#ask(replaceWord(this.#context.host.axis, word, suggestion))}>${suggestion}</button>`)}</p>`}`)}`
      : html`<p>${problem instanceof ExpressionError ? words.cannotRead : problem.code === 'invalid-option' ? words.sameEnds : problem.message}</p>`;
    return html`<div class="axis-problem" role="alert">${message}</div>`;
  }

  #axis({ expression, scores, ends, scale }: AxisScores, words: AxisStrings): TemplateResult {
    const { strings, stage, content, host } = this.#context;
    const colored = host.colorBy === AXIS_LENS;
    const figure = (row: number) => formatFixed(scores[row], 2, strings);
    const listed = (rows: Uint32Array) => Array.from(rows, (row): ListedWord => ({ row, label: content.data!.labels[row], figures: figure(row), title: words.score }));
    const [low, high] = scale.domain;
    const color = (bin: number) => (colored ? paletteCss(stage.palette, FIRST_INDEX + Math.round(((255 - FIRST_INDEX) * (bin + 0.5)) / BINS)) : 'var(--_text-secondary)');
    return html`
      <div class="axis-histogram" role="img" aria-label=${words.histogram(formatFixed(low, 2, strings), formatFixed(high, 2, strings))}>
        ${histogramBars(scaleHistogram(scale, scale.domain, BINS), color)}
        <div class="axis-ends"><span>← ${titleOf(expression.from)}</span><span>${titleOf(expression.to)} →</span></div>
      </div>
      <label class="check"><input type="checkbox" .checked=${colored} @change=${(event: Event) => this.#tool.colorBy((event.target as HTMLInputElement).checked)}>${words.color}</label>
      <div class="axis-lists">
        ${this.#list(words.towards(titleOf(expression.from)), listed(ends.low))}
        ${this.#list(words.towards(titleOf(expression.to)), listed(ends.high))}
      </div>`;
  }

  #analogy({ expression, matches }: AnalogyAnswers, words: AxisStrings): TemplateResult {
    const { strings, content, host } = this.#context;
    const multiplies = host.analogyMethod === 'multiply';
    const listed = matches.map(({ id, label, score, distance }): ListedWord => {
      const distanceText = formatFixed(distance, 3, strings);
      return {
        row: content.rowOf(id), label, figures: multiplies ? `${formatFixed(score, 3, strings)} · ${distanceText}` : distanceText,
        title: multiplies ? `${words.quotient} · ${words.distance}` : words.distance,
      };
    });
    return html`
      <label class="setting"><span>${words.method}</span><select class="field" .value=${host.analogyMethod}
        @change=${(event: Event) => this.#tool.rankBy((event.target as HTMLSelectElement).value as AnalogyMethod)}>
        ${METHODS.map((method) => html`<option value=${method} ?selected=${method === host.analogyMethod}>${words.methods[method]}</option>`)}
      </select></label>
      ${this.#list(words.answers, listed, listed[0]?.title)}
      <p class="axis-hint">${words.excluded([...expression.positive, ...expression.negative].join(', '))}</p>`;
  }

  #list(title: string, listed: readonly ListedWord[], unit?: string): TemplateResult {
    const hover = (row: number) => this.#context.hover(row);
    return html`<section class="axis-list"><h3>${title}${unit ? html`<span class="unit">${unit}</span>` : nothing}</h3>
      <ol>${listed.map(({ row, label, figures, title: figureTitle }) => html`<li><button class="entry" type="button" ?disabled=${row < 0}
        @pointerenter=${() => hover(row)} @pointerleave=${() => hover(-1)} @focus=${() => hover(row)} @blur=${() => hover(-1)} @click=${() => this.#go(row)}>
        <span class="name">${label}</span><span class="count" title=${figureTitle}>${figures}</span></button></li>`)}</ol>
    </section>`;
  }

  #go(row: number): void {
    this.#context.select([row]);
    void this.#context.flyTo([row]);
  }
}

/** An expression with another word in the place of one. */
function replaceWord(text: string, word: string, by: string): string {
  const swap = (words: readonly string[]) => words.map((other) => (other === word ? by : other));
  const expression: SemanticExpression = parseExpression(text);
  return formatExpression(expression.kind === 'axis'
    ? { kind: 'axis', from: swap(expression.from), to: swap(expression.to) }
    : { kind: 'analogy', positive: swap(expression.positive), negative: swap(expression.negative) });
}
