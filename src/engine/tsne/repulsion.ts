import { fft, meshConvolve, meshGather, meshNormalization, meshSpread, reduceSum } from '../kernels';
import type { Device, DeviceBuffer } from '../kernels';
import { chooseMesh, layoutBounds, meshFits, MESH_SPACING, type LayoutBounds, type MeshShape } from './mesh-geometry';
import { meshTables } from './mesh-tables';

/** The repulsive part of the gradient, before its division by Z. */
export interface Repulsion {
  /** Row-major [points, 2]: Σ_j q_ij² (y_i − y_j). */
  forces: DeviceBuffer<'float32'>;
  /** [1]: Z plus the self terms. */
  normalization: DeviceBuffer<'float32'>;
}

interface Mesh extends MeshShape {
  normalizationTable: DeviceBuffer<'float32'>;
  forceTable: DeviceBuffer<'float32'>;
  selfEnergy: number;
}

/**
 * Repulsion of all pairs in O(n + P² log P) with one forward and one inverse transform a step.
 *
 * Unit charges are spread on a twice-padded periodic grid (cubic B-splines); the grid's spectrum gives Z by
 * Parseval's theorem and, times one complex influence function, the spectrum of f_x + i f_y. FIt-SNE (Linderman et
 * al. 2019) convolves several charges with two kernels for the same result. Because the grid is real and its outer
 * half empty, the transforms touch P/2 rows, P/2 + 1 columns, P columns and P/2 rows: 2½ P lines in all.
 *
 * The grid follows the layout through {@link follow}, from positions read back every few steps.
 */
export class RepulsionMesh {
  #mesh: Mesh | null = null;
  #bounds: LayoutBounds = { centerX: 0, centerY: 0, span: 0 };

  /** @param growth how much larger than the layout a new grid is made; more where `follow` is called rarely. */
  constructor(
    private readonly device: Device,
    private readonly points: number,
    private readonly growth: number,
    private readonly maxSpacing = MESH_SPACING,
  ) {}

  get shape(): MeshShape {
    return { gridSize: this.#mesh?.gridSize ?? 0, spacing: this.#mesh?.spacing ?? 0 };
  }

  /** Σ_i q_ii as the mesh sees it: what `normalization` holds besides Z. */
  get selfTerm(): number {
    return this.points * (this.#mesh?.selfEnergy ?? 1);
  }

  /** Fits the grid to the layout; computes new tables where the old ones no longer serve. */
  follow(positions: Float32Array): void {
    this.#bounds = layoutBounds(positions);
    const { span } = this.#bounds;
    if (this.#mesh !== null && meshFits(this.#mesh, span, this.maxSpacing)) return;
    this.dispose();
    const shape = chooseMesh(span, this.growth, this.maxSpacing);
    const tables = meshTables(shape.gridSize, shape.spacing);
    this.#mesh = {
      ...shape,
      normalizationTable: this.device.upload('float32', tables.normalization),
      forceTable: this.device.upload('float32', tables.force),
      selfEnergy: tables.selfEnergy,
    };
  }

  /** Enqueues one evaluation; the caller releases both results. */
  run(positions: DeviceBuffer<'float32'>): Repulsion {
    const { device, points } = this;
    const { gridSize, spacing, normalizationTable, forceTable } = this.#mesh!;
    const { centerX, centerY } = this.#bounds;
    const quarter = gridSize / 4;
    const middle = gridSize / 2;
    const geometry = { points, gridSize, spacing, centerX, centerY };
    const whole = { firstSample: 0, samples: gridSize };
    const charged = { firstSample: quarter, samples: middle };
    const chargedLines = { firstLine: quarter, lines: middle };

    const charges = device.run(meshSpread, { positions }, geometry);
    const rows = device.run(fft, { grid: charges }, { size: gridSize, axis: 1, inverse: 0, realInput: 1, ...chargedLines, ...charged });
    const spectrum = device.run(fft, { grid: rows }, { size: gridSize, axis: 0, inverse: 0, realInput: 0, firstLine: 0, lines: middle + 1, ...charged });
    const parts = device.run(meshNormalization, { spectrum, table: normalizationTable }, { gridSize });
    const normalization = device.run(reduceSum, { values: parts }, { length: middle + 1, chunk: middle + 1 });
    const product = device.run(meshConvolve, { spectrum, table: forceTable }, { gridSize });
    const columns = device.run(fft, { grid: product }, { size: gridSize, axis: 0, inverse: 1, realInput: 0, firstLine: 0, lines: gridSize, ...whole });
    const field = device.run(fft, { grid: columns }, { size: gridSize, axis: 1, inverse: 1, realInput: 0, ...chargedLines, ...whole });
    const forces = device.run(meshGather, { positions, field }, geometry);
    device.release(charges, rows, spectrum, parts, product, columns, field);
    return { forces, normalization };
  }

  dispose(): void {
    if (this.#mesh !== null) this.device.release(this.#mesh.normalizationTable, this.#mesh.forceTable);
    this.#mesh = null;
  }
}
