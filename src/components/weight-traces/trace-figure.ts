import { html, nothing, type TemplateResult } from 'lit';
import type { WeightFigures } from '../../engine';
import { formatCount, formatShort } from '../number-format';
import type { Strings } from '../strings';
import type { CurveStrings } from '../strings/curves';
import type { WeightStrings } from '../strings/weights';
import { styleText } from '../style-text';
import { RULE_ICONS } from './rule-icons';
import { PLOT_PX } from './trace-rows';
import { weightFindingText } from './weight-finding-text';

export interface TraceFigureModel {
  tensor: WeightFigures;
  /** Its group's name, which its own need not say again. */
  group: string;
  key: (event: KeyboardEvent) => void;
  /** The focus left the plot. */
  left: () => void;
  /** The pointer or the focus is on a finding, by its place; −1: none. */
  mark: (chip: HTMLElement | null, place: number) => void;
  strings: Strings;
  words: WeightStrings;
  curveWords: CurveStrings;
}

/** One tensor: name, findings, plot, figures. */
export function traceFigure({ tensor, group, key, left, mark, strings, words, curveWords }: TraceFigureModel): TemplateResult {
  const { trace, mean, spread, update, findings } = tensor;
  const within = withinGroup(trace.name, group);
  return html`<figure part="panel" data-name=${trace.name}>
    <figcaption title=${trace.name}>
      <span class="tensor">${within}</span>
      ${findings.map((finding, i) => {
        const { title, text } = weightFindingText(finding, trace, strings, words);
        const point = (event: Event) => mark(event.currentTarget as HTMLElement, i);
        return html`<button class="chip" type="button" aria-label="${title}: ${text}" @pointerenter=${point} @focus=${point} @pointerleave=${() => mark(null, -1)} @blur=${() => mark(null, -1)}>${RULE_ICONS[finding.rule]}${title}</button>`;
      })}
    </figcaption>
    <div class="plot" part="plot" style=${styleText(`height: ${PLOT_PX}px`)}>
      <div class="area" tabindex="0" role="application" aria-roledescription=${curveWords.plotRole} aria-label=${words.plot(trace.name)} aria-describedby="keys" @keydown=${key} @blur=${left}>
        <canvas></canvas><canvas class="overlay"></canvas>
      </div>
      <div class="marks"></div>
    </div>
    <p class="figures" title=${words.figuresTitle}><span>${words.figures(formatShort(mean, strings), formatShort(spread, strings))}</span>${Number.isNaN(update) ? nothing : html`<span>${words.updateOf(formatShare(update, strings))}</span>`}</p>
  </figure>`;
}

/** `0.12%`, `2.5E-6`: a share, with so many digits as it needs. */
export function formatShare(share: number, strings: Strings): string {
  return share !== 0 && share < 1e-5 ? formatShort(share, strings) : `${formatShort(100 * share, strings)}%`;
}

/** What a name says beyond its group's: `attention.self.query.weight` of `bert.layer.3.attention.self.query.weight` in `bert.layer.3`. */
export function withinGroup(name: string, group: string): string {
  const [parts, known] = [name.split('.'), group.split('.')];
  let same = 0;
  while (same < parts.length - 1 && parts[same] === known[same]) same++;
  return parts.slice(same).join('.');
}

/** The heading of a group. */
export function groupHeading(name: string, tensors: number, strings: Strings, words: WeightStrings): TemplateResult {
  return html`<div class="group" role="heading" aria-level="3"><span>${name || words.ungrouped}</span> <span class="count">${words.tensors(formatCount(tensors, strings))}</span></div>`;
}
