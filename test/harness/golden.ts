import pixelmatch from 'pixelmatch';
import { commands } from 'vitest/browser';
import { expect } from 'vitest';

/** Pictures a run may rewrite: `VITE_UPDATE_GOLDEN=1 npx vitest run --project browser <file>`. */
const UPDATE = Boolean(import.meta.env.VITE_UPDATE_GOLDEN);

/** Colour distance of one pixel that counts as equal, 0 … 1 (pixelmatch's YIQ measure). */
const THRESHOLD = 0.1;

/** Share of pixels that may differ: rounding of point edges between drivers. */
const TOLERANCE = 0.002;

const pictures = import.meta.glob<string>('../golden/*.png', { query: '?url', import: 'default', eager: true });

async function pixelsOf(image: ImageBitmapSource): Promise<ImageData> {
  const bitmap = await createImageBitmap(image);
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, bitmap.width, bitmap.height);
}

async function base64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** Compares a picture with `test/golden/<name>.png`; a missing one fails, or is written where updating was asked for. */
export async function expectGolden(picture: Blob, name: string): Promise<void> {
  if (UPDATE) {
    const directory = expect.getState().testPath!.replace(/\/test\/.*$/, '/test/golden');
    await commands.writeFile(`${directory}/${name}.png`, await base64(picture), 'base64');
    return;
  }
  const url = pictures[`../golden/${name}.png`];
  expect(url, `test/golden/${name}.png exists`).toBeDefined();
  const expected = await pixelsOf(await (await fetch(url)).blob());
  const actual = await pixelsOf(picture);
  expect([actual.width, actual.height]).toEqual([expected.width, expected.height]);
  const different = pixelmatch(expected.data, actual.data, undefined, actual.width, actual.height, { threshold: THRESHOLD });
  expect(different / (actual.width * actual.height)).toBeLessThanOrEqual(TOLERANCE);
}
