import { FvError } from '../errors';
import { isSoftwareAdapter, isSoftwareName, rendererName } from '../software-adapter';
import { createComputeContext, releaseContext } from './webgl-context';

/** What a look at a backend found, without loading tfjs. */
export interface Probe {
  available: boolean;
  /** Whether the CPU stands in for the GPU. */
  software: boolean;
  /** The adapter's name, or what is missing; a phrase for {@link BackendChoice.reason}. */
  reason: string;
}

const missing = (reason: string): Probe => ({ available: false, software: false, reason });

/** Whether WebGPU gives an adapter, and of what kind. Never rejects. */
export async function probeWebgpu(): Promise<Probe> {
  const gpu = typeof navigator === 'undefined' ? undefined : (navigator as Partial<Navigator>).gpu;
  if (gpu === undefined) return missing('no navigator.gpu');
  try {
    const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
    if (adapter === null) return missing('no WebGPU adapter');
    const { vendor, architecture, description } = adapter.info;
    const name = description || [vendor, architecture].filter(Boolean).join(' ') || 'unnamed adapter';
    return { available: true, software: isSoftwareAdapter(adapter), reason: name };
  } catch (error) {
    return missing(`WebGPU failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Whether WebGL2 can run the kernels, and on what. Never rejects; the context it asks for is given back. */
export async function probeWebgl(): Promise<Probe> {
  try {
    const gl = createComputeContext();
    const name = rendererName(gl);
    releaseContext(gl);
    return { available: true, software: isSoftwareName(name), reason: name || 'unnamed renderer' };
  } catch (error) {
    return missing(error instanceof FvError ? error.received : `WebGL failed: ${String(error)}`);
  }
}
