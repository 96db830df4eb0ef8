import { expect, it } from 'vitest';
import { explainBackend } from '../../../src/engine/kernels';

it('A backend’s reason is a sentence, its code and its facts', () => {
  const measured = [{ backend: 'cpu', adapter: null, ms: 0.44 }, { backend: 'webgpu', adapter: 'SwiftShader', ms: 4.06 }] as const;
  const choice = explainBackend('cpu', false, 'fastest', { measured: [...measured], passed: [{ backend: 'webgl', adapter: 'ANGLE', why: 'slow', detail: '9' }] });
  expect(choice).toMatchObject({ backend: 'cpu', software: false, reasonCode: 'fastest', reasonFacts: { adapter: null, measured, failed: null } });
  expect(choice.reason).toBe('CPU: the fastest without a hardware adapter (a small step: CPU 0.4 ms, WebGPU on SwiftShader (software) 4.1 ms); WebGL2 on ANGLE (software) not measured: the other software adapter is 9 times slower');
  expect(explainBackend('webgpu', false, 'hardware', { adapter: 'apple' }).reason).toBe('WebGPU on apple, a hardware adapter');
  expect(explainBackend('cpu', false, 'no-adapter', { passed: [{ backend: 'webgpu', adapter: null, why: 'missing', detail: 'no navigator.gpu' }, { backend: 'webgl', adapter: 'ANGLE', why: 'failed', detail: 'out of textures' }] }).reason)
    .toBe('CPU: no GPU adapter; WebGPU: no navigator.gpu; WebGL2 on ANGLE failed: out of textures');
});
