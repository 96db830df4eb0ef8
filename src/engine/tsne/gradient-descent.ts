import { attraction, divergence, momentum, move, reduceSum } from '../kernels';
import type { Device, DeviceBuffer } from '../kernels';
import { negativeEntropy, type Affinities } from './affinities';
import { layoutBounds } from './mesh-geometry';
import { RepulsionMesh } from './repulsion';
import { MAX_STEP, MIN_GAIN, type StepParameters } from './schedule';

/**
 * A layout that shrinks below the first span is enlarged to the second, layout units.
 *
 * Early exaggeration shrinks every mode whose Laplacian eigenvalue is above 1 / exaggeration (Linderman &
 * Steinerberger 2019); data without strong clusters, such as word vectors, collapse altogether and need hundreds of
 * steps to grow back. At this size the gradient is linear in the positions, so that a factor on positions and
 * velocities changes nothing but the size: the phase acts as a power iteration towards a spectral embedding.
 */
const SMALLEST_SPAN = 2e-4;
const RESCUED_SPAN = 2e-3;

/** Points up to which Z is summed over all pairs when KL is measured. */
const PAIRWISE_POINTS = 500;

/**
 * The state of a layout on a device and the step that moves it. Every buffer it makes, it releases.
 *
 * Flow of a step: repulsion and attraction from the positions → momentum and gains → positions.
 * Steps only enqueue; reads wait.
 */
export class GradientDescent {
  readonly #device: Device;
  readonly #points: number;
  readonly #mesh: RepulsionMesh;
  readonly #edges: { rowOffsets: DeviceBuffer<'int32'>; columns: DeviceBuffer<'int32'>; weights: DeviceBuffer<'float32'> };
  readonly #negativeEntropy: number;
  #positions: DeviceBuffer<'float32'>;
  #state: DeviceBuffer<'float32'>;
  #disposed = false;

  /** @param start row-major [points, 2]. */
  constructor(device: Device, affinities: Affinities, start: Float32Array) {
    this.#device = device;
    this.#points = start.length / 2;
    // A GPU's layout is read back every few steps only: its grid gets more room to grow into.
    this.#mesh = new RepulsionMesh(device, this.#points, device.backend === 'cpu' ? 1.1 : 1.4);
    this.#mesh.follow(start);
    this.#edges = {
      rowOffsets: device.upload('int32', affinities.rowOffsets),
      columns: device.upload('int32', affinities.columns),
      weights: device.upload('float32', affinities.weights),
    };
    this.#negativeEntropy = negativeEntropy(affinities);
    this.#positions = device.upload('float32', start);
    const state = new Float32Array(4 * this.#points);
    for (let i = 0; i < this.#points; i++) state.fill(1, 4 * i + 2, 4 * i + 4);
    this.#state = device.upload('float32', state);
  }

  get gridSize(): number {
    return this.#mesh.shape.gridSize;
  }

  /** Enqueues one step; the first `fixed` points stay where they are. */
  step({ exaggeration, momentum: inertia, learningRate }: StepParameters, fixed = 0): void {
    const device = this.#device;
    const points = this.#points;
    const repulsion = this.#mesh.run(this.#positions);
    const attractive = device.run(attraction, { positions: this.#positions, ...this.#edges }, { points });
    const state = device.run(
      momentum,
      { state: this.#state, attraction: attractive, repulsion: repulsion.forces, normalization: repulsion.normalization },
      { points, selfTerm: this.#mesh.selfTerm, exaggeration, learningRate, momentum: inertia, minGain: MIN_GAIN, maxStep: MAX_STEP },
    );
    const positions = device.run(move, { positions: this.#positions, state }, { points, fixed });
    device.release(repulsion.forces, repulsion.normalization, attractive, this.#state, this.#positions);
    this.#state = state;
    this.#positions = positions;
  }

  /** The positions after every step enqueued so far, row-major [points, 2], a copy. */
  readPositions(): Promise<Float32Array> {
    return this.#device.read(this.#positions);
  }

  /** Lets the repulsion grid follow the layout; to be called at fixed iterations, so that runs repeat. */
  async follow(): Promise<void> {
    const positions = await this.readPositions();
    if (this.#disposed) return;
    const { span, centerX, centerY } = layoutBounds(positions);
    const collapsed = span > 0 && span < SMALLEST_SPAN;
    // The gradient has no part that moves all points alike; what rounding adds must not drown a small layout.
    if (collapsed || Math.hypot(centerX, centerY) > span) await this.#renew(positions, collapsed ? RESCUED_SPAN / span : 1);
    if (!this.#disposed) this.#mesh.follow(positions);
  }

  /** Centres positions (the array too) and velocities on their means and multiplies both by `factor`. */
  async #renew(positions: Float32Array, factor: number): Promise<void> {
    const state = await this.#device.read(this.#state);
    if (this.#disposed) return;
    for (let axis = 0; axis < 2; axis++) {
      centerAndScale(positions, 2, axis, factor);
      centerAndScale(state, 4, axis, factor);
    }
    this.#device.release(this.#positions, this.#state);
    this.#positions = this.#device.upload('float32', positions);
    this.#state = this.#device.upload('float32', state);
  }

  /** KL(P‖Q) of the present positions, nats, P without exaggeration. */
  async readDivergence(): Promise<number> {
    const device = this.#device;
    const points = this.#points;
    const parts = device.run(divergence, { positions: this.#positions, ...this.#edges }, { points });
    const chunk = Math.ceil(Math.sqrt(points));
    const sums = device.run(reduceSum, { values: parts }, { length: points, chunk });
    const [logs, z] = await Promise.all([device.read(sums), this.#readZ()]);
    if (!this.#disposed) device.release(parts, sums);
    return this.#negativeEntropy + logs.reduce((a, b) => a + b, 0) + Math.log(z);
  }

  /** Z: by pairs where points are so few that it may fall below the mesh's rounding, else from the mesh. */
  async #readZ(): Promise<number> {
    if (this.#points <= PAIRWISE_POINTS) return pairwiseZ(await this.readPositions());
    const { selfTerm } = this.#mesh;
    const { forces, normalization } = this.#mesh.run(this.#positions);
    const [sum] = await this.#device.read(normalization);
    if (!this.#disposed) this.#device.release(forces, normalization);
    return sum - selfTerm;
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#mesh.dispose();
    const { rowOffsets, columns, weights } = this.#edges;
    this.#device.release(rowOffsets, columns, weights, this.#positions, this.#state);
  }
}

/** Every `stride`-th value from `first` on: minus their mean, times `factor`. */
function centerAndScale(values: Float32Array, stride: number, first: number, factor: number): void {
  let mean = 0;
  for (let at = first; at < values.length; at += stride) mean += values[at];
  mean /= values.length / stride;
  for (let at = first; at < values.length; at += stride) values[at] = (values[at] - mean) * factor;
}

/** Σ_{i≠j} 1 / (1 + |y_i − y_j|²) of positions, row-major [n, 2]. */
function pairwiseZ(positions: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < positions.length; i += 2) {
    for (let j = i + 2; j < positions.length; j += 2) sum += 2 / (1 + (positions[i] - positions[j]) ** 2 + (positions[i + 1] - positions[j + 1]) ** 2);
  }
  return sum;
}
