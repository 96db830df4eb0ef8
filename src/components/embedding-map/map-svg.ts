import { paletteCss, type ColorScale, type Palette, type PointStyle, type View, type Viewport } from '../../engine';
import { escapeXml } from '../plot/svg-text';
import type { LabelInView } from './labels/label-layer';
import { HALO_PX, REGION_SPACING, REGION_WEIGHT, type LabelLook } from './labels/label-painter';

/** The labels of a picture. */
export interface PictureLabels {
  lines: readonly LabelInView[];
  look: LabelLook;
}

/** What an SVG picture of a map is made of. */
export interface MapPicture {
  /** Row-major [shown, 2] of the leading rows, layout units. */
  positions: Float32Array;
  labels: readonly string[];
  scale: ColorScale | null;
  palette: Palette;
  /** Palette index of every point where there is no scale. */
  plainIndex: number;
  background: string;
  view: View;
  viewport: Viewport;
  style: PointStyle;
  names?: PictureLabels;
}

/** The points in sight as SVG circles grouped by colour, in CSS pixels of the view; every circle has its label as title. Labels lie over them, as texts. */
export function mapToSvg({ positions, labels, scale, palette, plainIndex, background, view, viewport, style, names }: MapPicture): string {
  const { width, height } = viewport;
  const groups = new Map<number, string[]>();
  const radius = style.diameterPx / 2;
  for (let i = 0; 2 * i < positions.length; i++) {
    const x = width / 2 + (positions[2 * i] - view.x) * view.scale;
    const y = height / 2 - (positions[2 * i + 1] - view.y) * view.scale;
    if (x < -radius || y < -radius || x > width + radius || y > height + radius) continue;
    const color = scale ? scale.indices[i] : plainIndex;
    let group = groups.get(color);
    if (!group) groups.set(color, (group = []));
    group.push(`<circle cx="${x.toFixed(2)}" cy="${y.toFixed(2)}" r="${radius.toFixed(2)}"><title>${escapeXml(labels[i])}</title></circle>`);
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<rect width="100%" height="100%" fill="${escapeXml(background)}"/>`,
    ...[...groups].map(([color, circles]) => `<g fill="${paletteCss(palette, color)}" fill-opacity="${style.opacity.toFixed(3)}">${circles.join('')}</g>`),
    ...(names ? [labelGroup(names)] : []),
    '</svg>',
  ].join('\n');
}

function labelGroup({ lines, look }: PictureLabels): string {
  const texts = lines.map(({ text, xPx, yPx, fontPx, kind }) => {
    const region = kind === 'region' ? ` fill="${escapeXml(look.secondary)}" font-weight="${REGION_WEIGHT}" letter-spacing="${REGION_SPACING}em"` : '';
    return `<text x="${xPx.toFixed(2)}" y="${yPx.toFixed(2)}" font-size="${fontPx}"${region}>${escapeXml(text)}</text>`;
  });
  // The outline is drawn below the letters.
  return `<g fill="${escapeXml(look.text)}" stroke="${escapeXml(look.halo)}" stroke-width="${2 * HALO_PX}" stroke-linejoin="round" paint-order="stroke" font-family="${escapeXml(look.family)}" text-anchor="middle" dominant-baseline="central">${texts.join('')}</g>`;
}
