import { transformLine } from '../kernels/transform-line';

/** What the mesh multiplies spectra with; `half` is gridSize / 2 + 1. */
export interface MeshTables {
  /** Row-major [half (k_y), half (k_x)]: the influence function of K₁ = 1 / (1 + r²), for Z. */
  normalization: Float32Array;
  /** Row-major [half (k_y), half (k_x), 2]: a and b of the field's influence function b − i a, for the forces. */
  force: Float32Array;
  /** What one charge adds to the sum for Z by meeting itself, on average over its place in a cell; near 1. */
  selfEnergy: number;
}

/**
 * Influence functions of the kernels K₁ = 1 / (1 + r²) and K_v = (x + i y) / (1 + r²)² for a periodic grid.
 *
 * Dividing the sampled kernel's spectrum by the spline's transfer function twice would be exact for smooth fields
 * only. The optimal influence function (Hockney & Eastwood 1988, §8.3.3) is the one that minimises the mean square
 * error of the result over all places in a cell: G = Σ_m U²(k_m) R(k_m) / (h Σ_m U²(k_m))², with U the transform of
 * the cubic B-spline, R that of the kernel and k_m the frequencies that the grid takes for k. It costs nothing per
 * step and lowers the force error by a quarter.
 *
 * The sampled kernel's spectrum is Σ_m R(k_m) / h². Above the grid's Nyquist frequency R is that of the kernel in
 * free space, 2π K₀(|k|) and −iπ k_x K₀(|k|); what remains of the sum is R(k) itself, box and padding included.
 */
export function meshTables(gridSize: number, spacing: number): MeshTables {
  const middle = gridSize / 2;
  const half = middle + 1;
  const sampled = kernelSpectrum(gridSize, spacing);
  const filter = splineFilter(gridSize);
  const unit = (2 * Math.PI) / (gridSize * spacing);
  const area = 1 / (spacing * spacing);
  const normalization = new Float32Array(half * half);
  const force = new Float32Array(2 * half * half);
  const scale = 1 / (gridSize * gridSize);
  let selfEnergy = 0;
  for (let row = 0; row < half; row++) {
    for (let column = 0; column < half; column++) {
      const at = row * half + column;
      let potential = 0;
      let field = 0;
      let total = filter[2 * row] * filter[2 * column];
      let ownPotential = sampled.even[at];
      let ownField = sampled.odd[at];
      // For k ≥ 0 the nearest alias is k − gridSize; those beyond are smaller by exp(−2π / spacing).
      for (let alias = 1; alias < 4; alias++) {
        const kx = unit * (alias & 1 ? column - gridSize : column);
        const ky = unit * (alias & 2 ? row - gridSize : row);
        const weight = filter[2 * row + (alias >> 1)] * filter[2 * column + (alias & 1)];
        const bessel = area * besselK0(Math.sqrt(kx * kx + ky * ky));
        total += weight;
        ownPotential -= 2 * Math.PI * bessel;
        ownField -= Math.PI * kx * bessel;
        potential += weight * 2 * Math.PI * bessel;
        field += weight * Math.PI * kx * bessel;
      }
      potential += filter[2 * row] * filter[2 * column] * ownPotential;
      field += filter[2 * row] * filter[2 * column] * ownField;
      normalization[at] = (scale * potential) / (total * total);
      // At k_x = 0 and the Nyquist frequency +k and −k are one and the odd parts cancel.
      const a = column === middle || column === 0 ? 0 : (scale * field) / (total * total);
      force[2 * at] = a;
      force[2 * (column * half + row) + 1] = a;
      const copies = (row === 0 || row === middle ? 1 : 2) * (column === 0 || column === middle ? 1 : 2);
      selfEnergy += copies * normalization[at] * total;
    }
  }
  return { normalization, force, selfEnergy };
}

/**
 * The modified Bessel function K₀ for x ≥ 2 (Abramowitz & Stegun 9.7.2; relative error 1e-3 at 2, 1e-5 at 5), the
 * Nyquist frequency of a spacing up to 1.5; 0 where it no longer counts in float32.
 */
function besselK0(x: number): number {
  if (x > 24) return 0;
  const t = 1 / (8 * x);
  return Math.sqrt(Math.PI / (2 * x)) * Math.exp(-x) * (1 - t * (1 - t * (4.5 - t * (37.5 - t * 459.375))));
}

/** U² of the cubic B-spline at frequencies k and k − gridSize, row-major [half (k), 2], one axis. */
function splineFilter(gridSize: number): Float64Array {
  const half = gridSize / 2 + 1;
  const out = new Float64Array(2 * half);
  for (let k = 0; k < half; k++) {
    for (let m = 0; m < 2; m++) {
      const angle = (Math.PI * (k - m * gridSize)) / gridSize;
      out[2 * k + m] = angle === 0 ? 1 : (Math.sin(angle) / angle) ** 8;
    }
  }
  return out;
}

/**
 * Spectra of K₁ (real, even: `even`) and of K_v's x part (−i times real, odd in k_x: `odd`) on a periodic grid,
 * for k_x, k_y = 0 … size / 2, row-major [size / 2 + 1, size / 2 + 1].
 *
 * One transform serves both: that of K₁ + i K_x is real, `even` + `odd`, and the parts separate by their symmetry
 * in k_x. Rows y and −y are equal, so half of the rows suffice, and two columns share one complex transform.
 */
function kernelSpectrum(size: number, spacing: number): { even: Float64Array; odd: Float64Array } {
  const middle = size / 2;
  const half = middle + 1;
  const line = new Float64Array(2 * size);
  const spare = new Float64Array(2 * size);
  const rows = new Float64Array(half * size);
  for (let y = 0; y < half; y++) {
    for (let x = 0; x < size; x++) {
      const dx = (x < middle ? x : x - size) * spacing;
      const q = 1 / (1 + dx * dx + (y * spacing) ** 2);
      line[2 * x] = q;
      line[2 * x + 1] = x === middle ? 0 : dx * q * q;
    }
    const result = transformLine(line, spare, size, false);
    for (let k = 0; k < size; k++) rows[y * size + k] = result[2 * k];
  }
  const even = new Float64Array(half * half);
  const odd = new Float64Array(half * half);
  for (let k = 0; k < half; k++) {
    const mirror = (size - k) % size;
    for (let y = 0; y < size; y++) {
      const row = Math.min(y, size - y) * size;
      line[2 * y] = (rows[row + k] + rows[row + mirror]) / 2;
      line[2 * y + 1] = (rows[row + k] - rows[row + mirror]) / 2;
    }
    const result = transformLine(line, spare, size, false);
    for (let ky = 0; ky < half; ky++) {
      even[ky * half + k] = result[2 * ky];
      odd[ky * half + k] = result[2 * ky + 1];
    }
  }
  return { even, odd };
}
