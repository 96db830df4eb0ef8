import type { BackendChoice, BackendFacts, BackendName, BackendReasonCode } from '../types';

const NAMES: Record<BackendName, string> = { webgpu: 'WebGPU', webgl: 'WebGL2', cpu: 'CPU' };

/** A choice of a backend with its reason in words; facts that are not given are none. */
export function explainBackend(backend: BackendName, software: boolean, reasonCode: BackendReasonCode, facts: Partial<BackendFacts> = {}): BackendChoice {
  const reasonFacts: BackendFacts = { adapter: null, measured: [], passed: [], failed: null, ...facts };
  return { backend, software, reason: [sentence(backend, reasonCode, reasonFacts), ...reasonFacts.passed.map(passedOver)].join('; '), reasonCode, reasonFacts };
}

function sentence(backend: BackendName, code: BackendReasonCode, { adapter, measured, failed }: BackendFacts): string {
  switch (code) {
    case 'requested':
      return `${backend} was asked for`;
    case 'hardware':
      return `${at(backend, adapter)}, a hardware adapter`;
    case 'no-adapter':
      return 'CPU: no GPU adapter';
    case 'fastest': {
      const figures = measured.map((one) => `${at(one.backend, one.adapter)}${one.backend === 'cpu' ? '' : ' (software)'} ${one.ms.toFixed(1)} ms`);
      return `${NAMES[backend]}: the fastest without a hardware adapter (a small step: ${figures.join(', ')})`;
    }
    default:
      return `${NAMES[backend]}${failed?.backend === backend ? ' on a new device' : ''} after ${NAMES[failed?.backend ?? backend]} failed (${failed?.error ?? 'unknown'})`;
  }
}

function passedOver({ backend, adapter, why, detail }: BackendFacts['passed'][number]): string {
  if (why === 'missing') return `${NAMES[backend]}: ${detail}`;
  if (why === 'failed') return `${at(backend, adapter)} failed: ${detail}`;
  return `${at(backend, adapter)} (software) not measured: the other software adapter is ${detail} times slower`;
}

const at = (backend: BackendName, adapter: string | null) => (adapter === null ? NAMES[backend] : `${NAMES[backend]} on ${adapter}`);
