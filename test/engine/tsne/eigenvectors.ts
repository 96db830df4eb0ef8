/** Eigenvalues, largest first, and their unit vectors. */
export interface Eigensystem {
  values: number[];
  vectors: number[][];
}

/** Eigensystem of a symmetric matrix, row-major [n, n], by cyclic Jacobi rotations (Golub & Van Loan, §8.5); not changed. */
export function symmetricEigenvectors(matrix: Float64Array, n: number): Eigensystem {
  const a = matrix.slice();
  const v = Float64Array.from({ length: n * n }, (_, at) => (at % (n + 1) === 0 ? 1 : 0));
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0;
    for (let p = 0; p < n; p++) for (let q = 0; q < p; q++) off += a[p * n + q] ** 2;
    if (off < 1e-24) break;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, v, n, p, q);
  }
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => a[j * n + j] - a[i * n + i]);
  return { values: order.map((i) => a[i * n + i]), vectors: order.map((i) => Array.from({ length: n }, (_, d) => v[d * n + i])) };
}

function rotate(a: Float64Array, v: Float64Array, n: number, p: number, q: number): void {
  if (a[p * n + q] === 0) return;
  const theta = (a[q * n + q] - a[p * n + p]) / (2 * a[p * n + q]);
  const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  const turn = (m: Float64Array, i: number, j: number) => {
    const [x, y] = [m[i], m[j]];
    m[i] = c * x - s * y;
    m[j] = s * x + c * y;
  };
  for (let k = 0; k < n; k++) turn(a, k * n + p, k * n + q);
  for (let k = 0; k < n; k++) turn(a, p * n + k, q * n + k);
  for (let k = 0; k < n; k++) turn(v, k * n + p, k * n + q);
}

/** Covariance of row vectors [n, dimensions], row-major [dimensions, dimensions]. */
export function covariance(vectors: Float32Array, dimensions: number): Float64Array {
  const points = vectors.length / dimensions;
  const mean = new Float64Array(dimensions);
  for (const [at, value] of vectors.entries()) mean[at % dimensions] += value / points;
  const matrix = new Float64Array(dimensions * dimensions);
  for (let i = 0; i < points; i++) {
    for (let a = 0; a < dimensions; a++) {
      for (let b = 0; b < dimensions; b++) matrix[a * dimensions + b] += ((vectors[i * dimensions + a] - mean[a]) * (vectors[i * dimensions + b] - mean[b])) / points;
    }
  }
  return matrix;
}
