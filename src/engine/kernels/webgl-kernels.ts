import type { KernelConfig, NamedAttrMap, NamedTensorInfoMap, TensorInfo } from '@tensorflow/tfjs-core';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl/dist/backend_webgl.js';
import { KERNELS } from './all-kernels';
import type { Kernel } from './kernel';
import { webglFft } from './webgl-fft';
import { webglMeshSpread } from './webgl-mesh-spread';
import { webglPullNeighbors } from './webgl-pull-neighbors';
import { runWebgl } from './webgl-program';
import { webglSelectNearest } from './webgl-select-nearest';
import type { GlslName } from './webgl-shaders';

type Run = (backend: MathBackendWebGL, inputs: Record<string, TensorInfo>, params: Record<string, number>) => TensorInfo;

/** Kernels of more than one draw call. */
const COMPOSED: Record<string, Run> = {
  'fft': webglFft, 'mesh-spread': webglMeshSpread, 'pull-neighbors': webglPullNeighbors, 'select-nearest': webglSelectNearest,
};

const single = (kernel: Kernel): Run => (backend, inputs, params) => runWebgl(backend, {
  shader: kernel.file as GlslName,
  inputs: Object.keys(kernel.inputs).map((name) => ({ name, tensor: inputs[name] })),
  uniforms: Object.entries(kernel.params).map(([name, type]) => ({ name, type, value: params[name] })),
  output: { type: kernel.output, length: kernel.outputLength(params) },
});

/** Every kernel as an entry of tfjs' kernel registry for `backendName`. Tensors are linear buffers, see `webgl-program`. */
export function webglKernelConfigs(backendName: string): KernelConfig[] {
  return KERNELS.map((kernel) => {
    const run = COMPOSED[kernel.file] ?? single(kernel);
    return {
      kernelName: kernel.name,
      backendName,
      kernelFunc: ({ inputs, backend, attrs }: { inputs: NamedTensorInfoMap; backend: unknown; attrs?: NamedAttrMap }) =>
        run(backend as MathBackendWebGL, inputs as Record<string, TensorInfo>, attrs as Record<string, number>),
    };
  });
}
