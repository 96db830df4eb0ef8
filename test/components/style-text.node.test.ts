import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const COMPONENTS = fileURLToPath(new URL('../../src/components', import.meta.url));

/** Pages that are saved as files: they have a policy of their own, or none. */
const SAVED = new Set(['embedding-map/export/standalone-page.ts', 'training-report/report-page.ts']);

it('templates set styles by script: a strict Content-Security-Policy forbids the attribute', () => {
  const written = readdirSync(COMPONENTS, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !SAVED.has(path))
    .flatMap((path) => readFileSync(join(COMPONENTS, path), 'utf8').split('\n')
      .map((text, i) => ({ text, place: `${path}:${i + 1}` }))
      .filter(({ text }) => /[\s"]style=(?!\$\{styleText\()|styleMap\(|setAttribute\('style'/.test(text.replace(/^\s*(?:\/\/|\/?\*).*/, '')))
      .map(({ place }) => `src/components/${place}: style=\${styleText(…)}`));
  expect(written).toEqual([]);
});
