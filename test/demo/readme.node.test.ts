import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { exports, scripts } from '../../package.json';

const root = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

describe.each(['README.md', 'README.zh-Hans.md'])('%s', (file) => {
  const readme = readFileSync(root(file), 'utf8');
  const all = (pattern: RegExp) => [...readme.matchAll(pattern)].map((match) => match[1]);

  it('shows pictures that are there', () => {
    const pictures = all(/(?:src|srcset)="(docs\/[^"]+)"/g);
    expect(pictures.length).toBeGreaterThan(9);
    expect(pictures.filter((path) => !existsSync(root(path)))).toEqual([]);
  });

  it('names every element, and the other language', () => {
    const elements = readFileSync(root('src/define.ts'), 'utf8').matchAll(/'\.\/define\/([\w-]+)'/g);
    expect([...elements].map(([, name]) => `fv-${name}`).filter((tag) => !readme.includes(`<${tag}>`))).toEqual([]);
    expect(all(/\]\((README[\w.-]*\.md)\)/g)[0]).toBe(file === 'README.md' ? 'README.zh-Hans.md' : 'README.md');
  });

  it('names folders that are there', () => {
    expect(all(/^\| `((?:src|demo|test|bench)[\w/]*)`/gm).filter((path) => !existsSync(root(path)))).toEqual([]);
  });

  it('names commands that are there', () => {
    const commands = [...all(/npm run ([\w:]+)/g), ...all(/npm (start|test)\b/g)];
    expect(commands.length).toBeGreaterThan(2);
    expect(commands.filter((command) => !(command in scripts))).toEqual([]);
  });

  it('names entries that the package exports', () => {
    const entries = all(/[`'](flair-visual\/?[\w/-]*)[`']/g).filter((name) => name !== 'flair-visual');
    expect(entries.length).toBeGreaterThan(4);
    expect(entries.filter((name) => !(name.replace('flair-visual', '.') in exports))).toEqual([]);
  });
});
