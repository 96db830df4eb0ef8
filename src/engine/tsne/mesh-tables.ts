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
 * the cubic B-spline, R that of the kernel and k_m the frequencies that fall on k. It costs nothing per step and
 * lowers the force error by a quarter. R comes from the kernel sampled on a grid of half the spacing.
 */
export function meshTables(gridSize: number, spacing: number): MeshTables {
  const middle = gridSize / 2;
  const half = middle + 1;
  const fine = kernelSpectrum(2 * gridSize, spacing / 2);
  const stride = gridSize + 1;
  const filter = splineFilter(gridSize);
  const normalization = new Float32Array(half * half);
  const force = new Float32Array(2 * half * half);
  // The inverse transform's 1/gridSize² and the fine grid's cell area relative to the coarse one's.
  const scale = 1 / (4 * gridSize * gridSize);
  let selfEnergy = 0;
  for (let row = 0; row < half; row++) {
    for (let column = 0; column < half; column++) {
      let potential = 0;
      let field = 0;
      let total = 0;
      for (let my = -1; my <= 1; my++) {
        const ky = row + my * gridSize;
        for (let mx = -1; mx <= 1; mx++) {
          const kx = column + mx * gridSize;
          const weight = filter[row * 3 + my + 1] * filter[column * 3 + mx + 1];
          total += weight;
          if (Math.abs(kx) > gridSize || Math.abs(ky) > gridSize) continue;
          const at = Math.abs(ky) * stride + Math.abs(kx);
          potential += weight * fine.even[at];
          field += weight * (kx < 0 ? -fine.odd[at] : fine.odd[at]);
        }
      }
      const at = row * half + column;
      normalization[at] = (scale * potential) / (total * total);
      // At the Nyquist column +k and −k are one frequency and the odd parts cancel.
      const a = column === middle || column === 0 ? 0 : (scale * field) / (total * total);
      force[2 * at] = a;
      force[2 * (column * half + row) + 1] = a;
      const copies = (row === 0 || row === middle ? 1 : 2) * (column === 0 || column === middle ? 1 : 2);
      selfEnergy += copies * normalization[at] * total;
    }
  }
  return { normalization, force, selfEnergy };
}

/** U² of the cubic B-spline at frequencies k + m · gridSize, row-major [half (k), 3 (m = −1, 0, 1)], one axis. */
function splineFilter(gridSize: number): Float64Array {
  const half = gridSize / 2 + 1;
  const out = new Float64Array(3 * half);
  for (let k = 0; k < half; k++) {
    for (let m = -1; m <= 1; m++) {
      const angle = (Math.PI * (k + m * gridSize)) / gridSize;
      out[3 * k + m + 1] = angle === 0 ? 1 : (Math.sin(angle) / angle) ** 8;
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
