import { html, svg, type TemplateResult } from 'lit';

/** Least height of a bin that holds something: the rarest is a sliver, not nothing. */
const SLIVER = 0.03;

/** Bars of counts, each in its colour, as wide as their place. */
export function histogramBars(counts: ArrayLike<number>, colorOf: (bin: number) => string): TemplateResult {
  const most = Math.max(1, ...Array.from(counts));
  const bar = (count: number, bin: number) => {
    const height = Math.max(SLIVER, count / most);
    return count === 0 ? '' : svg`<rect x=${bin} width="0.9" y=${1 - height} height=${height} fill=${colorOf(bin)} />`;
  };
  return html`<svg class="histogram" viewBox="0 0 ${counts.length} 1" preserveAspectRatio="none" aria-hidden="true">${Array.from(counts, bar)}</svg>`;
}
