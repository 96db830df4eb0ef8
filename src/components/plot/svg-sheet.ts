import { FvError } from '../../engine';
import { escapeXml } from './svg-text';

/** One plot of a sheet. */
export interface SheetCell {
  title: string;
  /** Contents in CSS pixels from the top left corner of the plot; already SVG. */
  svg: string;
  /** Lines below it: a colour (with dashes) and its name, or a note without colour. */
  legend: readonly { text: string; color?: string; dash?: string; widthPx?: number }[];
}

/** How a sheet looks; colours and fonts as CSS. */
export interface SheetLook {
  ground: string;
  text: string;
  secondary: string;
  family: string;
}

/** Sizes of a sheet's parts, CSS pixels. */
const SIZES = { edge: 16, gapX: 24, gapY: 20, title: 20, legend: 16, swatch: 18 };

/** More than browsers and programs open at ease. */
const MOST_CELLS = 400;

/**
 * Plots side by side as one SVG document.
 * @throws FvError `invalid-option` for more than 400.
 */
export function svgSheet(cells: readonly SheetCell[], { widthPx, heightPx, columns }: { widthPx: number; heightPx: number; columns: number }, look: SheetLook): string {
  if (cells.length > MOST_CELLS) {
    throw new FvError({ code: 'invalid-option', expected: `at most ${MOST_CELLS} plots in a picture`, received: String(cells.length), fix: 'show fewer: filter by name, or save the values as CSV' });
  }
  const across = Math.max(1, Math.min(columns, cells.length));
  const rows = Array.from({ length: Math.ceil(cells.length / across) }, (_, row) => cells.slice(row * across, (row + 1) * across));
  const rowHeights = rows.map((row) => SIZES.title + heightPx + SIZES.legend * Math.max(0, ...row.map(({ legend }) => legend.length)));
  const width = 2 * SIZES.edge + across * widthPx + (across - 1) * SIZES.gapX;
  const height = 2 * SIZES.edge + rowHeights.reduce((sum, each) => sum + each, 0) + Math.max(0, rows.length - 1) * SIZES.gapY;
  let top = SIZES.edge;
  const parts = rows.flatMap((row, i) => {
    const here = top;
    top += rowHeights[i] + SIZES.gapY;
    return row.map((cell, column) => `<g transform="translate(${SIZES.edge + column * (widthPx + SIZES.gapX)} ${here})">${cellSvg(cell, heightPx, look)}</g>`);
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${escapeXml(look.family)}" font-size="11">`,
    `<rect width="100%" height="100%" fill="${escapeXml(look.ground)}"/>`,
    ...parts,
    '</svg>',
  ].join('\n');
}

function cellSvg({ title, svg, legend }: SheetCell, heightPx: number, { text, secondary }: SheetLook): string {
  const below = SIZES.title + heightPx;
  return `<text y="12" font-size="13" font-weight="600" fill="${escapeXml(text)}">${escapeXml(title)}</text><g transform="translate(0 ${SIZES.title})">${svg}</g>`
    + legend.map((line, i) => {
      const y = below + SIZES.legend * i + 12;
      const swatch = line.color === undefined ? '' : `<path d="M0 ${y - 4}h${SIZES.swatch}" stroke="${escapeXml(line.color)}" stroke-width="${line.widthPx ?? 2}"${line.dash ? ` stroke-dasharray="${line.dash}"` : ''}/>`;
      return `${swatch}<text x="${line.color === undefined ? 0 : SIZES.swatch + 6}" y="${y}" fill="${escapeXml(secondary)}">${escapeXml(line.text)}</text>`;
    }).join('');
}
