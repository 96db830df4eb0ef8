import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

it.each(['tsne', 'runtime', 'neighbors', 'kernels'])('nothing in engine/%s waits for a frame: a browser draws none in a hidden tab', (part) => {
  const directory = fileURLToPath(new URL(`../../../src/engine/${part}/`, import.meta.url));
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  expect(files).not.toEqual([]);
  for (const file of files) expect(readFileSync(directory + file, 'utf8'), file).not.toMatch(/requestAnimationFrame|requestIdleCallback/);
});
