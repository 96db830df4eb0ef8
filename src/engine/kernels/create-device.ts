import { FvError } from '../errors';
import type { BackendChoice, BackendName, BackendPreference } from '../types';
import { createCpuDevice } from './cpu-device';
import type { Device } from './device';
import { measureStep } from './measure-step';
import { probeWebgl, probeWebgpu, type Probe } from './probe';
import { createSimdDevice } from './simd-device';

/** A device, and why it is the one. */
export interface CreatedDevice {
  device: Device;
  choice: BackendChoice;
}

type GpuBackend = Exclude<BackendName, 'cpu'>;

const NAMES: Record<GpuBackend, string> = { webgpu: 'WebGPU', webgl: 'WebGL2' };

const PROBES: Record<GpuBackend, () => Promise<Probe>> = { webgpu: probeWebgpu, webgl: probeWebgl };

/**
 * A device on the backend asked for. `auto` takes a hardware WebGPU adapter, then hardware WebGL2; where there is
 * only software, the backend whose kernels measure fastest, the CPU's own included.
 * @throws FvError `backend-unavailable` where the backend asked for is missing.
 */
export async function createDevice(preferred: BackendPreference): Promise<CreatedDevice> {
  if (preferred === 'auto') return chooseDevice();
  if (preferred !== 'cpu') {
    // Before tfjs is loaded: its GPU backends cannot even be imported outside a browser.
    const { available, reason } = await PROBES[preferred]();
    if (!available) throw new FvError({ code: 'backend-unavailable', expected: `${NAMES[preferred]} for backend "${preferred}"`, received: reason, fix: 'use backend "auto" or "cpu"' });
  }
  const device = await open(preferred);
  return { device, choice: { backend: preferred, software: device.software, reason: `${preferred} was asked for` } };
}

async function open(backend: BackendName): Promise<Device> {
  // The GPU devices bring tfjs with them: loaded only where they are used.
  if (backend === 'webgpu') return (await import('./webgpu-device')).createWebgpuDevice();
  if (backend === 'webgl') return (await import('./webgl-device')).createWebglDevice();
  return (await createSimdDevice()) ?? createCpuDevice();
}

async function chooseDevice(): Promise<CreatedDevice> {
  const notes: string[] = [];
  const software: [GpuBackend, Probe][] = [];
  for (const backend of ['webgpu', 'webgl'] as const) {
    const found = await PROBES[backend]();
    if (!found.available) {
      notes.push(`${NAMES[backend]}: ${found.reason}`);
      continue;
    }
    if (found.software) {
      software.push([backend, found]);
      continue;
    }
    try {
      const device = await open(backend);
      const reason = [`${NAMES[backend]} on ${found.reason}, a hardware adapter`, ...notes].join('; ');
      return { device, choice: { backend, software: false, reason } };
    } catch (error) {
      notes.push(`${NAMES[backend]} on ${found.reason} failed: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return fastest(software, notes);
}

/** One software adapter so many times slower than the CPU: another is not worth the time it takes to open. */
const HOPELESS = 4;

/** Measures the CPU and the software adapters, and keeps the fastest. */
async function fastest(software: [GpuBackend, Probe][], notes: string[]): Promise<CreatedDevice> {
  let best = { backend: 'cpu' as BackendName, device: await open('cpu'), ms: 0 };
  if (software.length === 0) {
    return { device: best.device, choice: { backend: 'cpu', software: false, reason: ['CPU: no GPU adapter', ...notes].join('; ') } };
  }
  best.ms = await measureStep(best.device);
  const figures = [`CPU ${best.ms.toFixed(1)} ms`];
  let slowest = 0;
  for (const [backend, { reason }] of software) {
    if (best.ms * HOPELESS < slowest) {
      notes.push(`${NAMES[backend]} on ${reason} (software) not measured: the other software adapter is ${Math.round(slowest / best.ms)} times slower`);
      continue;
    }
    let device: Device | null = null;
    try {
      device = await open(backend);
      const ms = await measureStep(device);
      figures.push(`${NAMES[backend]} on ${reason} (software) ${ms.toFixed(1)} ms`);
      slowest = Math.max(slowest, ms);
      if (ms < best.ms) {
        best.device.dispose();
        best = { backend, device, ms };
        continue;
      }
    } catch (error) {
      notes.push(`${NAMES[backend]} on ${reason} (software) failed: ${error instanceof Error ? error.message : String(error)}`);
    }
    device?.dispose();
  }
  const reason = [`${best.backend === 'cpu' ? 'CPU' : NAMES[best.backend]}: the fastest without a hardware adapter (a small step: ${figures.join(', ')})`, ...notes].join('; ');
  return { device: best.device, choice: { backend: best.backend, software: best.backend !== 'cpu', reason } };
}
