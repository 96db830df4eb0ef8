import { describe, expect, it } from 'vitest';
import { backendReason } from '../../../src/components/embedding-map/backend-reason';
import { stringsFor } from '../../../src/components/strings';
import type { BackendChoice, BackendFacts } from '../../../src/engine';

const NONE: BackendFacts = { adapter: null, measured: [], passed: [], failed: null };

/** The reason in English and in Chinese. */
function reasons(backend: BackendChoice['backend'], reasonCode: BackendChoice['reasonCode'], facts: Partial<BackendFacts> = {}): string[] {
  return ['en', 'zh-Hans'].map((locale) => backendReason({ backend, reasonCode, reasonFacts: { ...NONE, ...facts } }, stringsFor(locale)));
}

describe('the reason for a backend', () => {
  it('is told in the reader’s language', () => {
    expect(reasons('webgl', 'requested')).toEqual(['WebGL was asked for.', '按要求使用 WebGL。']);
    expect(reasons('webgpu', 'hardware', { adapter: 'apple metal-3' })).toEqual(['WebGPU on a hardware adapter: apple metal-3.', '使用硬件适配器上的 WebGPU：apple metal-3。']);
    expect(reasons('cpu', 'no-adapter', { passed: [{ backend: 'webgpu', adapter: null, why: 'missing', detail: 'no navigator.gpu' }] }))
      .toEqual(['There is no GPU adapter: the CPU works. WebGPU: no navigator.gpu.', '没有 GPU 适配器，由 CPU 计算。WebGPU 不可用：no navigator.gpu。']);
  });

  it('tells what was measured, and what was not', () => {
    const measured: BackendFacts['measured'] = [{ backend: 'cpu', adapter: null, ms: 0.44 }, { backend: 'webgpu', adapter: 'SwiftShader', ms: 4.06 }];
    const passed: BackendFacts['passed'] = [{ backend: 'webgl', adapter: 'ANGLE', why: 'slow', detail: '9' }];
    expect(reasons('cpu', 'fastest', { measured, passed })).toEqual([
      'CPU measured fastest, as there is no hardware adapter (CPU 0.4 ms, WebGPU 4.1 ms for a small step). WebGL was not measured: another software adapter is 9 times slower than the CPU.',
      '没有硬件适配器，实测 CPU 最快（一小步用时：CPU 0.4 毫秒，WebGPU 4.1 毫秒）。未测量 WebGL：另一软件适配器比 CPU 慢 9 倍。',
    ]);
  });

  it('tells what failed', () => {
    const failed = { backend: 'webgpu', error: 'a lost one' } as const;
    expect(reasons('webgpu', 'replaced', { failed })[0]).toBe('WebGPU on a new device, after the first failed: a lost one.');
    expect(reasons('cpu', 'replaced', { failed })).toEqual(['CPU, after WebGPU failed: a lost one.', 'WebGPU 失效后改用 CPU：a lost one。']);
  });
});
