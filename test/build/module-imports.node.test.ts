import { expect, test } from 'vitest';
import { parseImports } from '../../build/module-imports';

test('parseImports finds every way one module names another', () => {
  const source = [
    "import { a } from './a';",
    "import type { B } from './b';",
    "import { type C } from './c';",
    "import './d';",
    "export { e } from './e';",
    "export type { F } from './f';",
    "const g = await import('./g');",
    "const h = new Worker(new URL('./h.ts', import.meta.url));",
    'export const local = a;',
    'const computed = await import(name);',
  ].join('\n');
  expect(parseImports('module.ts', source)).toEqual([
    { specifier: './a', line: 1, typeOnly: false },
    { specifier: './b', line: 2, typeOnly: true },
    { specifier: './c', line: 3, typeOnly: true },
    { specifier: './d', line: 4, typeOnly: false },
    { specifier: './e', line: 5, typeOnly: false },
    { specifier: './f', line: 6, typeOnly: true },
    { specifier: './g', line: 7, typeOnly: false },
    { specifier: './h.ts', line: 8, typeOnly: false },
  ]);
});
