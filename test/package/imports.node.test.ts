import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { listModules, type ModuleImport, parseImports } from '../../build/module-imports';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));

/**
 * What the modules of each part may import besides their own part: paths below `src`, a trailing `/` meaning
 * everything below. The first part that matches a module's path is its own. The worker is a part of `runtime`.
 */
const PARTS: { part: string; mayImport: string[] }[] = [
  { part: 'engine/formats/', mayImport: ['engine/*'] },
  { part: 'engine/kernels/', mayImport: ['engine/*', 'shaders/compute/'] },
  { part: 'engine/neighbors/', mayImport: ['engine/*', 'engine/kernels/'] },
  { part: 'engine/tsne/', mayImport: ['engine/*', 'engine/neighbors/', 'engine/kernels/'] },
  { part: 'engine/runtime/', mayImport: ['engine/*', 'engine/tsne/', 'engine/quality/', 'engine/neighbors/', 'engine/kernels/'] },
  { part: 'engine/quality/', mayImport: ['engine/*', 'engine/neighbors/'] },
  { part: 'engine/color/', mayImport: ['engine/*'] },
  { part: 'engine/activation/', mayImport: ['engine/*', 'engine/color/', 'engine/formats/'] },
  { part: 'engine/attention/', mayImport: ['engine/*'] },
  { part: 'engine/curves/', mayImport: ['engine/*', 'engine/formats/'] },
  { part: 'engine/weights/', mayImport: ['engine/*', 'engine/formats/'] },
  { part: 'engine/entities/', mayImport: ['engine/*', 'engine/activation/highlight-html', 'engine/color/', 'engine/draw/category-filter', 'engine/formats/'] },
  { part: 'engine/trees/', mayImport: ['engine/*', 'engine/formats/'] },
  { part: 'engine/compare/', mayImport: ['engine/*'] },
  { part: 'engine/draw/', mayImport: ['engine/*', 'engine/color/', 'shaders/draw/'] },
  { part: 'engine/labels/', mayImport: ['engine/*', 'engine/draw/view'] },
  { part: 'engine/pick/', mayImport: ['engine/*', 'engine/draw/camera'] },
  { part: 'engine/semantics/', mayImport: ['engine/*', 'engine/pick/'] },
  { part: 'engine/search/', mayImport: ['engine/*'] },
  { part: 'engine/audit/', mayImport: ['engine/*'] },
  { part: 'engine/tasks/', mayImport: ['engine/*', 'engine/activation/', 'engine/labels/', 'engine/search/', 'engine/audit/'] },
  { part: 'engine/sources/', mayImport: ['engine/*', 'engine/activation/', 'engine/formats/', 'engine/tasks/'] },
  { part: 'engine/index', mayImport: ['engine/'] },
  { part: 'engine/*', mayImport: [] },
  // An exported page carries the code of the whole element, as text.
  { part: 'components/embedding-map/export/library-code', mayImport: ['components/embedding-map/export/', 'define/embedding-map'] },
  { part: 'components/', mayImport: ['engine/index'] },
  { part: 'define/', mayImport: ['components/*/define'] },
  { part: 'define', mayImport: ['define/'] },
  { part: 'frameworks/', mayImport: ['components/element-props', 'components/events'] },
  { part: 'index', mayImport: ['engine/index', 'components/'] },
  { part: 'cdn', mayImport: ['define', 'index'] },
];

/** Which modules may import which packages; a package without a rule is free to all. */
const PACKAGES: { packages: RegExp; onlyIn: RegExp; rule: string }[] = [
  { packages: /^@tensorflow\//, onlyIn: /^engine\/(?:kernels\/|runtime\/(?:.*\/)?[^/]*backend)/, rule: 'only kernels/ and the backend choice of runtime/ know tfjs' },
  { packages: /^regl(?:\/|$)/, onlyIn: /^engine\/draw\//, rule: 'only draw/ knows regl' },
  { packages: /^(?:lit|lit-html|@lit\/.*)(?:\/|$)/, onlyIn: /^components\//, rule: 'only components/ knows Lit' },
];

/** Does `pattern` cover the module `path`? `a/` everything below a, `a/*` the modules directly in it. */
function covers(pattern: string, path: string): boolean {
  if (pattern.endsWith('/')) return path.startsWith(pattern);
  const expression = pattern.split('*').map((literal) => literal.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)).join('[^/]*');
  return new RegExp(`^${expression}$`).test(path);
}

const modules = listModules(SRC).map((file) => ({
  file,
  path: file.replace(/\.ts$/, ''),
  imports: parseImports(file, readFileSync(join(SRC, file), 'utf8')),
}));
const paths = new Set(modules.map(({ path }) => path));

const partOf = (path: string) => PARTS.find(({ part }) => covers(part, path));

/** Path below `src` without `.ts`; a shader keeps its extension. */
function resolve(from: string, specifier: string): string {
  const target = join(dirname(from), specifier.replace(/\?.*$/, '')).replace(/\.ts$/, '');
  return !paths.has(target) && paths.has(`${target}/index`) ? `${target}/index` : target;
}

const isRelative = ({ specifier }: ModuleImport) => specifier.startsWith('.');
/** Modules that the build makes, and what they are made of. */
const MADE: Record<string, string> = { 'virtual:fv-simd': 'shaders/compute/simd', 'virtual:fv-standalone': 'define/embedding-map', 'virtual:fv-standalone-plots': 'components/training-report/standalone-plots' };
const targetOf = (path: string, { specifier }: ModuleImport) => MADE[specifier] ?? resolve(path, specifier);

describe('import directions', () => {
  test('every module belongs to a part with a rule', () => {
    expect(modules.filter(({ path }) => !partOf(path)).map(({ file }) => `src/${file}: add its folder to PARTS`)).toEqual([]);
  });

  test('parts import only what lies in their direction', () => {
    const broken = modules.flatMap(({ file, path, imports }) => {
      const own = partOf(path);
      if (!own) return [];
      return imports
        .filter((found) => isRelative(found) || found.specifier in MADE)
        .map((found) => ({ found, target: targetOf(path, found) }))
        .filter(({ target }) => ![own.part, ...own.mayImport].some((pattern) => covers(pattern, target)))
        .map(({ found, target }) => `src/${file}:${found.line} imports ${target}; ${own.part} may import ${own.mayImport.join(', ') || 'nothing else'}`);
    });
    expect(broken).toEqual([]);
  });

  test('relative imports of modules leave the extension out, but for the worker\'s URL', () => {
    const broken = modules.flatMap(({ file, imports }) => imports
      .filter((found) => isRelative(found) && /\.[jt]s$/.test(found.specifier) && !found.specifier.endsWith('worker.ts'))
      .map((found) => `src/${file}:${found.line} imports ${found.specifier}`));
    expect(broken).toEqual([]);
  });
});

describe('packages', () => {
  test.each(PACKAGES.map(({ rule, packages, onlyIn }) => [rule, packages, onlyIn] as const))('%s', (_rule, packages, onlyIn) => {
    const broken = modules
      .filter(({ path }) => !onlyIn.test(path))
      .flatMap(({ file, imports }) => imports.filter(({ specifier }) => packages.test(specifier)).map(({ specifier, line }) => `src/${file}:${line} imports ${specifier}`));
    expect(broken).toEqual([]);
  });

  test('the library imports only its runtime dependencies', () => {
    const { dependencies } = JSON.parse(readFileSync(join(SRC, '../package.json'), 'utf8')) as { dependencies: Record<string, string> };
    const known = Object.keys(dependencies);
    const broken = modules.flatMap(({ file, imports }) => imports
      .filter((found) => !isRelative(found) && !found.typeOnly && !(found.specifier in MADE))
      .filter(({ specifier }) => !known.some((name) => specifier === name || specifier.startsWith(`${name}/`)))
      .map(({ specifier, line }) => `src/${file}:${line} imports ${specifier}, which is not in dependencies`));
    expect(broken).toEqual([]);
  });
});

test('only components/ knows the document', () => {
  const broken = modules
    .filter(({ path }) => path.startsWith('engine/'))
    .flatMap(({ file }) => readFileSync(join(SRC, file), 'utf8').split('\n')
      .map((text, i) => ({ text: text.replace(/\/\/.*|^\s*\/?\*.*/, ''), line: i + 1 }))
      .filter(({ text }) => /(?<![.\w'"`])(?:document|window|customElements)\s*(?:\.|\?\.|\[)/.test(text))
      .map(({ text, line }) => `src/${file}:${line} ${text.trim()}`));
  expect(broken).toEqual([]);
});
