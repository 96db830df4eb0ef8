import { defineKernel } from './kernel';

/**
 * Momentum and gains of gradient descent (Jacobs 1988, as in van der Maaten's t-SNE):
 * per coordinate, with gradient g = exaggeration · attraction − repulsion / (normalization − selfTerm),
 * gain' = max(minGain, gain + 0.2 where g and the velocity differ in sign, else gain · 0.8),
 * velocity' = momentum · velocity − learningRate · gain' · g, each component cut to ±maxStep.
 *
 * The gradient's constant factor 4 is left out, as in the implementations for which Belkina et al. (2019) give the
 * learning rate n / exaggeration. `state` and the output are row-major [points, 4]: velocity x, y, gain x, y.
 * `attraction` and `repulsion` are [points, 2]; `normalization` is [1]: Z with the self terms, which `selfTerm` takes out.
 * A Z below 1e-3 · selfTerm is the mesh's rounding (every point far from every other, as a handful of points may be):
 * it counts as 1e-3 · selfTerm, or a division by noise would fling the points apart.
 */
export const momentum = defineKernel({
  name: 'FvMomentum',
  file: 'momentum',
  inputs: { state: 'float32', attraction: 'float32', repulsion: 'float32', normalization: 'float32' },
  params: { points: 'int32', selfTerm: 'float32', exaggeration: 'float32', learningRate: 'float32', momentum: 'float32', minGain: 'float32', maxStep: 'float32' },
  output: 'float32',
  outputLength: ({ points }) => 4 * points,
  cpu({ state, attraction, repulsion, normalization }, { points, selfTerm, exaggeration, learningRate, momentum: inertia, minGain, maxStep }, output) {
    const scale = 1 / Math.max(normalization[0] - selfTerm, 1e-3 * selfTerm);
    for (let i = 0; i < points; i++) {
      for (let axis = 0; axis < 2; axis++) {
        const gradient = exaggeration * attraction[2 * i + axis] - scale * repulsion[2 * i + axis];
        const velocity = state[4 * i + axis];
        const gain = state[4 * i + 2 + axis];
        const newGain = Math.max(minGain, gradient > 0 !== velocity > 0 ? gain + 0.2 : gain * 0.8);
        const step = inertia * velocity - learningRate * newGain * gradient;
        output[4 * i + axis] = Math.min(Math.max(step, -maxStep), maxStep);
        output[4 * i + 2 + axis] = newGain;
      }
    }
  },
});
