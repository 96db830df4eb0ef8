import { createDevice } from '../../../src/engine/kernels';
import { describeDescent } from './descent-specification';

describeDescent('WebGPU', async () => (await createDevice('webgpu')).device);
describeDescent('WebGL2', async () => (await createDevice('webgl')).device);
