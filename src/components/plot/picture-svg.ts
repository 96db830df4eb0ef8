import type { CurveBand, CurvePicture, CurveStroke, Rgb } from '../../engine';

/** A place in hundredths of a pixel: finer is not seen. */
const at = (px: number) => String(Math.round(px * 100) / 100);

export const svgColor = (color: Rgb) => `#${color.map((part) => Math.round(255 * part).toString(16).padStart(2, '0')).join('')}`;

/**
 * A picture of curves, as the GPU draws it, as an SVG group in the picture's own pixels.
 * @param clipId Names the clip path; once per document.
 */
export function pictureSvg({ parts, clip, width, height }: CurvePicture, clipId: string): string {
  const box = clip ?? { left: 0, top: 0, width, height };
  return `<clipPath id="${clipId}"><rect x="${box.left}" y="${box.top}" width="${box.width}" height="${box.height}"/></clipPath>`
    + `<g clip-path="url(#${clipId})" fill="none" stroke-linejoin="round">${parts.map((part) => (part.kind === 'stroke' ? stroke(part) : band(part))).join('')}</g>`;
}

function stroke({ points, gaps, color, opacity = 1, widthPx, dashPx }: CurveStroke): string {
  const n = points.length >> 1;
  const parted = (i: number) => i === 0 || i === n || gaps?.[i] === 1;
  let path = '';
  let dots = '';
  for (let i = 0; i < n; i++) {
    const place = `${at(points[2 * i])} ${at(points[2 * i + 1])}`;
    if (parted(i) && parted(i + 1)) dots += `M${place}h0`;
    else path += `${parted(i) ? 'M' : 'L'}${place}`;
  }
  const look = `stroke="${svgColor(color)}"${opacity < 1 ? ` stroke-opacity="${at(opacity)}"` : ''}`;
  return (path === '' ? '' : `<path d="${path}" ${look} stroke-width="${at(widthPx)}"${dashPx ? ` stroke-dasharray="${dashPx.map(at).join(' ')}"` : ''}/>`)
    // A line of no length with round ends is a dot.
    + (dots === '' ? '' : `<path d="${dots}" ${look} stroke-width="${at(DOT_WIDTHS * widthPx)}" stroke-linecap="round"/>`);
}

/** As wide as the GPU draws lonely points. */
const DOT_WIDTHS = 2.5;

function band({ edges, color, opacity }: CurveBand): string {
  const [low, high]: string[][] = [[], []];
  for (let i = 0; i + 2 < edges.length; i += 3) {
    low.push(`${at(edges[i])} ${at(edges[i + 1])}`);
    high.unshift(`${at(edges[i])} ${at(edges[i + 2])}`);
  }
  return low.length < 2 ? '' : `<path d="M${[...low, ...high].join('L')}Z" fill="${svgColor(color)}" fill-opacity="${at(opacity)}"/>`;
}
