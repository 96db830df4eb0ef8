import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assemblyscript, compileAssemblyScript } from '../../build/assemblyscript';

const SUM = `
import { twice } from './twice';
export function sumTwice(offset: usize, length: i32): f32 {
  let sum = f32x4.splat(0);
  for (let i = 0; i < length; i += 4) sum = f32x4.add(sum, v128.load(offset + (<usize>i << 2)));
  return twice(f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1) + f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3));
}`;
const TWICE = 'export function twice(x: f32): f32 { return 2 * x; }';

interface Exports { sumTwice(offset: number, length: number): number }

async function run(binary: BufferSource): Promise<number> {
  const memory = new WebAssembly.Memory({ initial: 1 });
  new Float32Array(memory.buffer, 1024, 4).set([1, 2, 3, 4]);
  const { instance } = await WebAssembly.instantiate(binary, { env: { memory } });
  return (instance.exports as unknown as Exports).sumTwice(1024, 4);
}

describe('compileAssemblyScript', () => {
  test('gives a SIMD module that works on memory the caller owns and imports nothing else', async () => {
    const binary = new Uint8Array(await compileAssemblyScript(new Map([['index.ts', SUM], ['twice.ts', TWICE]])));
    expect(WebAssembly.Module.imports(await WebAssembly.compile(binary))).toEqual([{ module: 'env', name: 'memory', kind: 'memory' }]);
    expect(await run(binary)).toBe(20);
  });

  test('reports the compiler\'s diagnostics', async () => {
    await expect(compileAssemblyScript(new Map([['index.ts', 'export function f(): i32 { return nothing; }']]))).rejects.toThrow(/Cannot find name 'nothing'/);
  });
});

describe('assemblyscript()', () => {
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'fv-simd-'));
    await writeFile(join(directory, 'index.ts'), SUM);
    await writeFile(join(directory, 'twice.ts'), TWICE);
  });
  afterAll(() => rm(directory, { recursive: true }));

  test('serves virtual:fv-simd as base64 and compiles the same sources once', async () => {
    const cacheDirectory = join(directory, 'cache');
    const bundle = async (): Promise<string> => {
      const result = await build({
        configFile: false,
        logLevel: 'silent',
        plugins: [
          assemblyscript({ directory, cacheDirectory }),
          { name: 'entry', resolveId: (id) => (id === 'entry' ? id : undefined), load: (id) => (id === 'entry' ? 'export { simdWasmBase64 } from "virtual:fv-simd";' : undefined) },
        ],
        build: { write: false, rolldownOptions: { input: 'entry', preserveEntrySignatures: 'strict' } },
      });
      const [output] = Array.isArray(result) ? result : [result];
      if (!output || !('output' in output)) throw new Error('Expected a finished build.');
      return output.output[0].code;
    };
    const base64 = /[A-Za-z0-9+/]{40,}={0,2}/.exec(await bundle())![0];
    expect(await run(Buffer.from(base64, 'base64'))).toBe(20);
    expect(await readdir(cacheDirectory)).toHaveLength(1);
    await bundle();
    expect(await readdir(cacheDirectory)).toHaveLength(1);
    // The page's and the worker's build load the module at the same time.
    await rm(cacheDirectory, { recursive: true });
    expect(new Set(await Promise.all([bundle(), bundle(), bundle()])).size).toBe(1);
    expect(await readdir(cacheDirectory)).toHaveLength(1);
  });
});
