import { exactNeighbors, sampleRows, SAMPLES } from '../lib/nearest';
import { seededRandom } from './layouts/peer';

/** Of what cluster a row is: neighbouring rows are of different ones. */
const clusterOf = (row: number, clusters: number) => row % clusters;

/** Deviation of the centres; that of points around them is 1. */
const APART = 1;

/** Neighbours on the map that are looked at. */
const NEIGHBORS = 10;

/** Makes vectors, or measures a map of them. */
export type ClustersRequest = { points: number; dimensions: number; clusters: number; seed: number } | { positions: Float32Array; clusters: number };

/** Vectors, row-major [points, dimensions]: Gaussian clusters around Gaussian centres. */
function makeVectors(points: number, dimensions: number, clusters: number, seed: number): Float32Array {
  const random = seededRandom(seed);
  // Box & Muller 1958.
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const centers = Float32Array.from({ length: clusters * dimensions }, () => APART * normal());
  const vectors = new Float32Array(points * dimensions);
  for (let row = 0, at = 0; row < points; row++) {
    const center = clusterOf(row, clusters) * dimensions;
    for (let d = 0; d < dimensions; d++) vectors[at++] = centers[center + d] + normal();
  }
  return vectors;
}

/** Share of the nearest on the map that are of the same cluster, on sampled points. */
function sameCluster(positions: Float32Array, clusters: number): number {
  const rows = sampleRows(positions.length / 2, SAMPLES, 1);
  const near = exactNeighbors(positions, 2, rows, NEIGHBORS, 'euclidean');
  return near.filter((point, at) => clusterOf(point, clusters) === clusterOf(rows[Math.floor(at / NEIGHBORS)], clusters)).length / near.length;
}

addEventListener('message', ({ data }: MessageEvent<ClustersRequest>) => {
  if ('positions' in data) postMessage(sameCluster(data.positions, data.clusters));
  else {
    const vectors = makeVectors(data.points, data.dimensions, data.clusters, data.seed);
    postMessage(vectors, { transfer: [vectors.buffer] });
  }
});
