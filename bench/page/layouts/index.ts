import BhtsneWorker from './wasm-bhtsne.worker?worker';
import DruidTsneWorker from './druid-tsne.worker?worker';
import DruidUmapWorker from './druid-umap.worker?worker';
import EmbeddingAtlasWorker from './embedding-atlas.worker?worker';
import UmapJsWorker from './umap-js.worker?worker';

/** Layouts of other packages, each in a worker of its own. */
export const PEER_LAYOUTS = {
  'wasm-bhtsne': BhtsneWorker,
  'embedding-atlas': EmbeddingAtlasWorker,
  'umap-js': UmapJsWorker,
  'druid-umap': DruidUmapWorker,
  'druid-tsne': DruidTsneWorker,
} satisfies Record<string, new () => Worker>;

export type PeerLayout = keyof typeof PEER_LAYOUTS;
