import type { KernelConfig, NamedAttrMap, NamedTensorInfoMap, TensorInfo } from '@tensorflow/tfjs-core';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu/dist/backend_webgpu.js';
import { KERNELS } from './all-kernels';
import type { Kernel } from './kernel';
import { webgpuFft } from './webgpu-fft';
import { runWebgpu, type Width } from './webgpu-program';
import { webgpuMeshSpread } from './webgpu-mesh-spread';
import type { WgslName } from './webgpu-shaders';

type Params = Record<string, number>;
type Inputs = Record<string, TensorInfo>;

/** How a kernel of one program binds: how many threads, and which buffers are read as vectors. */
interface Layout {
  threads(params: Params): number;
  widths?(params: Params): Partial<Record<string, Width>>;
  /** WGSL constants that depend on the parameters. */
  prefix?(params: Params): string;
}

const perPoint = ({ points }: Params) => points;
const fixed = (widths: Partial<Record<string, Width>>) => () => widths;

const VECTOR_PART = 'alias Part = vec4<f32>; const width = 4; fn squared(v: Part) -> f32 { return dot(v, v); }';
const SCALAR_PART = 'alias Part = f32; const width = 1; fn squared(v: Part) -> f32 { return v * v; }';

const LAYOUTS: Record<string, Layout> = {
  'attraction': { threads: perPoint, widths: fixed({ positions: 2, output: 2 }) },
  'divergence': { threads: perPoint, widths: fixed({ positions: 2 }) },
  'distance-tile': {
    threads: ({ rows, points }) => Math.ceil(rows / 4) * Math.ceil(points / 4),
    widths: ({ dimensions }) => ({ vectors: dimensions % 4 === 0 ? 4 : 1 }),
    prefix: ({ dimensions }) => (dimensions % 4 === 0 ? VECTOR_PART : SCALAR_PART),
  },
  'select-nearest': { threads: ({ rows }) => rows, prefix: ({ k }) => `const capacity = ${k};` },
  'mesh-gather': { threads: perPoint, widths: fixed({ positions: 2, field: 2, output: 2 }) },
  'mesh-convolve': { threads: ({ gridSize }) => gridSize * gridSize, widths: fixed({ spectrum: 2, table: 2, output: 2 }) },
  'mesh-normalization': { threads: ({ gridSize }) => gridSize / 2 + 1, widths: fixed({ spectrum: 2 }) },
  'pull-neighbors': {
    threads: ({ rows }) => rows,
    widths: fixed({ vectors0: 4, vectors1: 4, vectors2: 4, vectors3: 4 }),
    prefix: ({ length }) => `const capacity = ${length};`,
  },
  'reduce-sum': { threads: ({ length, chunk }) => Math.ceil(length / chunk) },
  'momentum': { threads: perPoint, widths: fixed({ state: 4, attraction: 2, repulsion: 2, output: 4 }) },
  'move': { threads: perPoint, widths: fixed({ positions: 2, state: 4, output: 2 }) },
};

function runKernel(backend: WebGPUBackend, kernel: Kernel, inputs: Inputs, params: Params): TensorInfo {
  if (kernel.file === 'fft') return webgpuFft(backend, inputs, params);
  if (kernel.file === 'mesh-spread') return webgpuMeshSpread(backend, inputs, params);
  const layout = LAYOUTS[kernel.file];
  const widths = layout.widths?.(params) ?? {};
  return runWebgpu(backend, {
    shader: kernel.file as WgslName,
    prefix: layout.prefix?.(params),
    inputs: Object.keys(kernel.inputs).map((name) => ({ name, tensor: inputs[name], width: widths[name] })),
    uniforms: Object.entries(kernel.params).map(([name, type]) => ({ name, type, value: params[name] })),
    threads: layout.threads(params),
    output: { type: kernel.output, length: kernel.outputLength(params), width: widths.output },
  });
}

/** Every kernel as an entry of tfjs' kernel registry for `backendName`. Tensors may have any shape: memory is linear. */
export function webgpuKernelConfigs(backendName: string): KernelConfig[] {
  return KERNELS.map((kernel) => ({
    kernelName: kernel.name,
    backendName,
    kernelFunc: ({ inputs, backend, attrs }: { inputs: NamedTensorInfoMap; backend: unknown; attrs?: NamedAttrMap }) =>
      runKernel(backend as WebGPUBackend, kernel, inputs as Inputs, attrs as Params),
  }));
}
