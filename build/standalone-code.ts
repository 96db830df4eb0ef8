import { fileURLToPath } from 'node:url';
import type { Plugin, UserConfig } from 'vite';
import { inlineAliases } from './inline-aliases.ts';
import { slimTfjs } from './slim-tfjs.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const VIRTUAL_ID = 'virtual:fv-standalone';
const RESOLVED_ID = `\0${VIRTUAL_ID}`;

/** The map as one ES module, workers and all: what an exported page carries. */
async function bundleStandalone(shared: UserConfig): Promise<string> {
  const { build } = await import('vite');
  const result = await build({
    ...shared,
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    plugins: [slimTfjs(), ...(shared.plugins ?? [])],
    resolve: { alias: inlineAliases },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: { standalone: 'src/define/embedding-map.ts' }, formats: ['es'] },
      rolldownOptions: { output: { codeSplitting: false, minify: true } },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((built) => ('output' in built ? built.output : []));
  const chunk = outputs.find((output) => output.type === 'chunk');
  if (!chunk) throw new Error('The standalone build of the map made no chunk.');
  return chunk.code;
}

/**
 * Serves `virtual:fv-standalone`: the source of the map as one module, as a string. Built once, when it is first asked for.
 *
 * @param shared what the bundle has in common with the build it is a part of.
 */
export function standaloneCode(shared: UserConfig): Plugin {
  let code: Promise<string> | undefined;
  return {
    name: 'flair-visual:standalone-code',
    resolveId: (id) => (id === VIRTUAL_ID ? RESOLVED_ID : null),
    async load(id) {
      if (id !== RESOLVED_ID) return null;
      code ??= bundleStandalone(shared);
      return `export default ${JSON.stringify(await code)};`;
    },
  };
}
