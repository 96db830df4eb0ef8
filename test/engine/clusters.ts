import { createGaussian, createRandom } from '../../src/engine/random';

/** Points around planted centres. */
export interface Clusters {
  /** Row-major [points, dimensions]. */
  vectors: Float32Array;
  /** Cluster of every point; neighbouring rows belong to different clusters. */
  labels: Int32Array;
  points: number;
  dimensions: number;
}

/** Gaussian clusters of deviation 1 around centres of deviation `apart`, seeded. */
export function plantedClusters({ points, dimensions, clusters, apart = 6, seed = 1 }: { points: number; dimensions: number; clusters: number; apart?: number; seed?: number }): Clusters {
  const random = createGaussian(createRandom(seed));
  const centers = Float64Array.from({ length: clusters * dimensions }, () => apart * random());
  const labels = Int32Array.from({ length: points }, (_, i) => i % clusters);
  const vectors = Float32Array.from({ length: points * dimensions }, (_, at) => centers[labels[Math.floor(at / dimensions)] * dimensions + (at % dimensions)] + random());
  return { vectors, labels, points, dimensions };
}

/** Mean share of each point's k nearest on the map, row-major [n, 2], that bear its label. */
export function labelAgreement(positions: Float32Array, labels: Int32Array, k = 10): number {
  const points = labels.length;
  let agreeing = 0;
  for (let i = 0; i < points; i++) {
    const squared = Array.from(labels, (_, j) => (positions[2 * j] - positions[2 * i]) ** 2 + (positions[2 * j + 1] - positions[2 * i + 1]) ** 2);
    const nearest = Array.from(labels.keys()).filter((j) => j !== i).sort((a, b) => squared[a] - squared[b]);
    for (const j of nearest.slice(0, k)) if (labels[j] === labels[i]) agreeing++;
  }
  return agreeing / (points * k);
}
