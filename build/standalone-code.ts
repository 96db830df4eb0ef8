import { fileURLToPath } from 'node:url';
import type { Plugin, UserConfig } from 'vite';
import { inlineAliases } from './inline-aliases.ts';
import { slimTfjs } from './slim-tfjs.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What exported pages carry, by the module that gives it as a string: a source that registers elements. */
export const STANDALONE = {
  'virtual:fv-standalone': 'src/define/embedding-map.ts',
  'virtual:fv-standalone-plots': 'src/components/training-report/standalone-plots.ts',
} as const;

const isStandalone = (id: string): id is keyof typeof STANDALONE => Object.hasOwn(STANDALONE, id);

/** The elements that a source registers as one ES module, workers and all. */
async function bundleStandalone(entry: string, shared: UserConfig): Promise<string> {
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
      lib: { entry: { standalone: entry }, formats: ['es'] },
      rolldownOptions: { output: { codeSplitting: false, minify: true } },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((built) => ('output' in built ? built.output : []));
  const chunk = outputs.find((output) => output.type === 'chunk');
  if (!chunk) throw new Error(`The standalone build of ${entry} made no chunk.`);
  return chunk.code;
}

/**
 * Serves {@link STANDALONE}: each a source as one module, as a string. Built once, when it is first asked for.
 *
 * @param shared what the bundle has in common with the build it is a part of.
 */
export function standaloneCode(shared: UserConfig): Plugin {
  const codes = new Map<string, Promise<string>>();
  return {
    name: 'flair-visual:standalone-code',
    resolveId: (id) => (isStandalone(id) ? `\0${id}` : null),
    async load(resolved) {
      const id = resolved.slice(1);
      if (!resolved.startsWith('\0') || !isStandalone(id)) return null;
      const code = codes.get(id) ?? bundleStandalone(STANDALONE[id], shared);
      codes.set(id, code);
      return `export default ${JSON.stringify(await code)};`;
    },
  };
}
