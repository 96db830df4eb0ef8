import { describe } from 'vitest';
import { createDevice } from '../../../src/engine/kernels';
import { itDescends } from './gradient-specification';

describe('the engine on WebGPU', () => {
  itDescends(async () => (await createDevice('webgpu')).device);
});
describe('the engine on WebGL2', () => {
  itDescends(async () => (await createDevice('webgl')).device);
});
