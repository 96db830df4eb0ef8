import type { BackendPreference } from '../../src/engine/types';
import { version as bhtsneVersion } from '../../node_modules/wasm-bhtsne/package.json';
import { version as druidVersion } from '../../node_modules/@saehrimnir/druidjs/package.json';
import { version as atlasVersion } from '../../node_modules/embedding-atlas/package.json';
import { version as umapVersion } from '../../node_modules/umap-js/package.json';
import type { OursOptions } from '../page/layouts/ours';
import type { Runner } from './in-turn';

export const OUR_BACKENDS = ['auto', 'webgpu', 'webgl', 'cpu'] as const satisfies readonly BackendPreference[];

/** The peers: their version, and how their time grows with the number of points, as a power of it. */
export const PEER_LAYOUTS = {
  'wasm-bhtsne': { version: bhtsneVersion, growth: 1.2 },
  'embedding-atlas': { version: atlasVersion, growth: 1.1 },
  'umap-js': { version: umapVersion, growth: 1.1 },
  'druid-umap': { version: druidVersion, growth: 1.2 },
  'druid-tsne': { version: druidVersion, growth: 2 },
} as const;

type LayoutOptions = Omit<OursOptions, 'backend' | 'seed'>;

export function ourLayout(backend: BackendPreference, options: LayoutOptions, runs: number): Runner {
  return {
    name: backend,
    runs,
    growth: 1.2,
    async run(page, words, seed, limitMs) {
      const { ms, firstMapMs, kept, klDivergence, longestTaskMs, status, where, peakBytes } = await page.measure('layOut', words, [words, { ...options, backend, seed }], limitMs);
      const at = `${status?.backend ?? 'unknown'}${status?.software ? ' (software)' : ''} in ${where === 'worker' ? 'a worker' : 'the page'}`;
      const how = `${status?.affinities} affinities, ${status?.neighbors} neighbours, recall ${status?.recall?.toFixed(3) ?? 'unknown'}, ${status?.levels} levels, ${status?.bytesPerPoint} bytes a point`;
      return { ms, firstMapMs, kept, klDivergence, longestTaskMs, peakBytes, note: `${at}: ${how}; ${status?.reason ?? ''}` };
    },
  };
}

export function peerLayout(name: keyof typeof PEER_LAYOUTS, { perplexity = 30, iterations = 750 }: LayoutOptions, runs: number): Runner {
  const { version, growth } = PEER_LAYOUTS[name];
  return {
    name: `${name} ${version}`,
    runs,
    growth,
    run: (page, words, seed, limitMs) => page.measure('layOutByPeer', words, [name, words, { perplexity, iterations, seed }], limitMs),
  };
}
