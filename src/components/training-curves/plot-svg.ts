import { pictureSvg, svgColor } from '../plot/picture-svg';
import { escapeXml } from '../plot/svg-text';
import { runColor } from './curve-picture';
import type { PlotColors } from './line-looks';
import { BASELINE_PX, BESIDE_PX, TICK_PX, type PlotInk } from './plot-drawing';
import { ticksApart, type PlotLayout } from './plot-layout';

/** A plot as SVG, as its canvas shows it; laid out at a pixel ratio of 1. */
export function plotSvg({ frame, ticks, picture, notFinite, best }: PlotLayout, ink: PlotInk, colors: PlotColors, clipId: string, textWidth: (text: string) => number): string {
  const base = Math.round(frame.bottom) + 0.5;
  const color = (rank: number) => svgColor(runColor(colors, rank));
  return [
    pictureSvg(picture, clipId),
    `<path d="M${frame.left} ${base}H${frame.right}${ticks.x.map(({ place }) => `M${Math.round(place) + 0.5} ${base}v${TICK_PX}`).join('')}" fill="none" stroke="${escapeXml(ink.line)}"/>`,
    `<g fill="${escapeXml(ink.secondary)}" text-anchor="middle">${ticksApart(ticks.x, frame.widthPx, textWidth).map(({ place, text }) => `<text x="${Math.round(place)}" y="${frame.bottom + BASELINE_PX}">${escapeXml(text)}</text>`).join('')}</g>`,
    `<g fill="${escapeXml(ink.secondary)}" text-anchor="end">${ticks.y.map(({ place, text }) => `<text x="${frame.left - BESIDE_PX}" y="${Math.round(place)}" dominant-baseline="central">${escapeXml(text)}</text>`).join('')}</g>`,
    ...notFinite.filter(({ place }) => place >= frame.left - 1 && place <= frame.right + 1).map(({ rank, place, kind }) => {
      const y = kind === '-infinity' ? frame.bottom - 3.5 : frame.top - 4.5;
      const d = kind === 'nan' ? 'M-3.5-3.5 3.5 3.5M3.5-3.5-3.5 3.5' : kind === 'infinity' ? 'M0-3.5-3.5 3.5H3.5Z' : 'M0 3.5-3.5-3.5H3.5Z';
      return `<path transform="translate(${place} ${y})" d="${d}" stroke="${color(rank)}" stroke-width="1.5" fill="${kind === 'nan' ? 'none' : color(rank)}"/>`;
    }),
    ...best.filter(({ xPx, yPx }) => xPx >= frame.left - 1 && xPx <= frame.right + 1 && yPx >= frame.top - 1 && yPx <= frame.bottom + 1)
      .map(({ xPx, yPx, rank }) => `<circle cx="${xPx}" cy="${yPx}" r="4.5" fill="${escapeXml(ink.ground)}" stroke="${escapeXml(ink.text)}" stroke-width="1.5"/><circle cx="${xPx}" cy="${yPx}" r="2" fill="${color(rank)}"/>`),
  ].join('');
}
