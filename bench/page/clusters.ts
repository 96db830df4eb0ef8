import { askWorker } from './ask';
import ClustersWorker from './clusters.worker?worker';
import { layOutOurs, type OursOptions } from './layouts/ours';

export interface ClustersOptions extends OursOptions {
  points: number;
  dimensions: number;
  clusters: number;
}

/** A layout of random clusters, made in the page. */
export async function layOutClusters({ points, dimensions, clusters, ...options }: ClustersOptions) {
  const vectors = await askWorker<Float32Array>(() => new ClustersWorker(), { points, dimensions, clusters, seed: options.seed });
  const { positions, ...result } = await layOutOurs({ vectors, dimensions }, options);
  const sameCluster = await askWorker<number>(() => new ClustersWorker(), { positions, clusters });
  return { ...result, sameCluster };
}
