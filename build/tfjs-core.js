// What `@tensorflow/tfjs-core` is in our bundles: its index without the optimizers that it registers for training.
// (Its own custom bundles replace the index in the same way, see its source.)
import '@tensorflow/tfjs-core/dist/base_side_effects.js';
export * from '@tensorflow/tfjs-core/dist/base.js';
