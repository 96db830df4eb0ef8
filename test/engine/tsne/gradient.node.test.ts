import { describe } from 'vitest';
import { createDevice } from '../../../src/engine/kernels';
import { createCpuDevice } from '../../../src/engine/kernels/cpu-device';
import { itDescends } from './gradient-specification';

describe('the engine on the CPU with SIMD', () => {
  itDescends(async () => (await createDevice('cpu')).device);
});
describe('the engine on the CPU without SIMD', () => {
  itDescends(async () => createCpuDevice());
});
