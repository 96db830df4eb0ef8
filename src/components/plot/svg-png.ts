import { FvError } from '../../engine';

/** Longest side that browsers draw. */
const LONGEST_PX = 16_384;

/**
 * An SVG document as a PNG.
 * @param scale pixels per CSS pixel.
 * @throws FvError `invalid-option` where the picture is larger than a browser can draw.
 */
export async function svgPng(svg: string, owner: Document, scale: number): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = owner.createElement('img');
    image.src = url;
    await image.decode();
    const canvas = owner.createElement('canvas');
    [canvas.width, canvas.height] = [Math.round(image.naturalWidth * scale), Math.round(image.naturalHeight * scale)];
    const context = canvas.getContext('2d');
    if (!context || Math.max(canvas.width, canvas.height) > LONGEST_PX) throw tooLarge(canvas);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(tooLarge(canvas))), 'image/png'));
  } finally {
    URL.revokeObjectURL(url);
  }
}

function tooLarge({ width, height }: HTMLCanvasElement): FvError {
  return new FvError({ code: 'invalid-option', expected: `a picture of at most ${LONGEST_PX} pixels a side`, received: `${width} × ${height}`, fix: 'show less, lower the scale, or save an SVG' });
}
