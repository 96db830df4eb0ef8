import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readManifest, type Declaration } from '../../demo/scripts/read-manifest';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

const declaration = (parts: Partial<Declaration>): Declaration => ({ name: 'FvThing', tagName: 'fv-thing', description: 'A `thing`\nof two lines.', ...parts });
const read = (...declarations: Declaration[]) => readManifest({ modules: [{ declarations }] });

describe('the reference', () => {
  it('takes the elements alone, by name, each description on one line', () => {
    const elements = read({ name: 'Base', description: 'No element.' }, declaration({ tagName: 'fv-z' }), declaration({}));
    expect(elements.map(({ tag }) => tag)).toEqual(['fv-thing', 'fv-z']);
    expect(elements[0].description).toBe('A `thing` of two lines.');
  });

  it('leaves out what has no description, and what belongs to the class', () => {
    const [{ properties }] = read(declaration({ members: [
      { kind: 'field', name: 'k', description: 'How many.', attribute: 'k', type: { text: 'number' }, default: '10' },
      { kind: 'field', name: 'styles', description: 'Of the class.', static: true },
      { kind: 'field', name: 'inner', description: '' },
      { kind: 'field', name: 'view', description: 'What is seen.', readonly: true },
    ] }));
    expect(properties).toEqual([
      { name: 'k', description: 'How many.', attribute: 'k', type: 'number', default: '10', readonly: false },
      { name: 'view', description: 'What is seen.', attribute: '', type: '', default: '', readonly: true },
    ]);
  });

  it('writes methods as they are called', () => {
    const method = (member: object) => read(declaration({ members: [{ kind: 'method', name: 'go', description: 'Goes.', ...member }] }))[0].methods[0].signature;
    expect(method({})).toBe('go()');
    expect(method({ parameters: [{ name: 'ids', type: { text: 'number[]' } }, { name: '{ k = 10 }', default: '{}' }], return: { type: { text: 'void' } } })).toBe('go(ids: number[], options?): void');
  });

  it('has a working example of every element that can be registered', () => {
    const registered = readdirSync(path('../../src/define')).map((file) => file.replace('.ts', ''));
    expect(registered.filter((name) => !existsSync(path(`../../demo/reference/examples/fv-${name}.ts`)))).toEqual([]);
  });
});
