import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';

/** One `import`, `export … from`, `import()` or `new URL(…, import.meta.url)` of a source file. */
export interface ModuleImport {
  /** As written: `./types`, `lit`, `../shaders/compute/fft.wgsl?raw`. */
  specifier: string;
  /** 1-based. */
  line: number;
  /** Erased by the compiler: creates no dependency at run time. */
  typeOnly: boolean;
}

const URL_IMPORT = /new URL\(\s*(?:\/\*.*?\*\/\s*)?['"]([^'"]+)['"],\s*import\.meta\.url\s*\)/g;

/** All imports of a TypeScript module, in source order. Dynamic imports of computed names are left out. */
export function parseImports(path: string, source: string): ModuleImport[] {
  const { module } = parseSync(path, source);
  const found: { specifier: string; start: number; typeOnly: boolean }[] = [];
  for (const { moduleRequest, entries, start } of module.staticImports) {
    found.push({ specifier: moduleRequest.value, start, typeOnly: entries.length > 0 && entries.every((entry) => entry.isType) });
  }
  for (const { entries, start } of module.staticExports) {
    const from = entries.filter((entry) => entry.moduleRequest);
    if (from.length > 0) found.push({ specifier: from[0].moduleRequest!.value, start, typeOnly: from.every((entry) => entry.isType) });
  }
  for (const { moduleRequest, start } of module.dynamicImports) {
    const literal = /^(['"`])([^$]*)\1$/.exec(source.slice(moduleRequest.start, moduleRequest.end));
    if (literal) found.push({ specifier: literal[2], start, typeOnly: false });
  }
  for (const match of source.matchAll(URL_IMPORT)) found.push({ specifier: match[1], start: match.index, typeOnly: false });
  return found
    .sort((a, b) => a.start - b.start)
    .map(({ specifier, start, typeOnly }) => ({ specifier, typeOnly, line: source.slice(0, start).split('\n').length }));
}

/** Paths of all TypeScript modules below `directory`, relative to it, with `/`, sorted; AssemblyScript is left out. */
export function listModules(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts') && !/(?:^|\/)shaders\/compute\/simd\//.test(path))
    .sort();
}

/** Bare specifiers (`lit/decorators.js`) that the modules below `directory` import at run time, without duplicates, sorted. */
export function bareImports(directory: string, accept: (path: string) => boolean = () => true): string[] {
  const specifiers = listModules(directory)
    .filter(accept)
    .flatMap((path) => parseImports(path, readFileSync(join(directory, path), 'utf8')))
    .filter(({ specifier, typeOnly }) => !typeOnly && /^[@a-z]/.test(specifier) && !/^(?:node|virtual):|\?/.test(specifier))
    .map(({ specifier }) => specifier);
  return [...new Set(specifiers)].sort();
}
