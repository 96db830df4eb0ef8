import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ENTRIES } from '../../build/entries';
import { listModules } from '../../build/module-imports';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface PackageJson {
  exports: Record<string, string | { types: string; default: string }>;
  sideEffects: string[];
}
const { exports, sideEffects } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as PackageJson;

const scripts = Object.entries(exports).filter((entry): entry is [string, { types: string; default: string }] => typeof entry[1] !== 'string');

describe('package.json', () => {
  test('every export is built from an entry, and every entry is exported', () => {
    const built = [...Object.keys(ENTRIES), 'cdn'].map((name) => `./dist/${name}.js`);
    expect(scripts.map(([, target]) => target.default).sort()).toEqual(built.sort());
  });

  test('the types of every export are emitted from a source', () => {
    const missing = scripts.filter(([, { types }]) => !existsSync(`${root}/${types.replace('./dist/', 'src/').replace(/\.d\.ts$/, '.ts')}`));
    expect(missing).toEqual([]);
  });

  test('every element can be registered alone, and all together', () => {
    const elements = listModules(`${root}/src/components`).map((path) => /^([\w-]+)\/define\.ts$/.exec(path)?.[1]).filter((name) => name !== undefined);
    expect(scripts.map(([name]) => /^\.\/define\/(.+)$/.exec(name)?.[1]).filter((name) => name !== undefined).sort()).toEqual(elements.sort());
    const define = readFileSync(`${root}/src/define.ts`, 'utf8');
    expect(elements.filter((name) => !define.includes(`'./define/${name}'`))).toEqual([]);
  });

  test('sideEffects names the registering files, built and source, and nothing else', () => {
    expect(sideEffects).toEqual([
      './dist/define.js', './dist/define/*.js', './dist/components/*/define.js', './dist/cdn.js',
      './src/define.ts', './src/define/*.ts', './src/components/*/define.ts', './src/cdn.ts',
    ]);
  });
});

test('the lockfile holds no address of a registry', () => {
  expect(readFileSync(`${root}/package-lock.json`, 'utf8')).not.toMatch(/"resolved":/);
});
