import { describe } from 'vitest';
import { createDevice } from '../../../src/engine/kernels';
import { itRepels } from './repulsion-specification';

describe('mesh repulsion on WebGPU', () => {
  itRepels(async () => (await createDevice('webgpu')).device, 500);
});
describe('mesh repulsion on WebGL2', () => {
  itRepels(async () => (await createDevice('webgl')).device, 500);
});
