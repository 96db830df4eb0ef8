import { getKernel, registerKernel, type KernelConfig, type KernelFunc } from '@tensorflow/tfjs-core';

/** A kernel's implementation by its name, for one backend. */
export type KernelLookup = (kernelName: string) => KernelFunc;

/**
 * Puts kernels into tfjs' registry, once per page and backend name, and returns a way to find them there.
 * Loaded with the GPU devices alone: importing the library in Node loads no tfjs.
 */
export function registerKernels(configs: readonly KernelConfig[]): KernelLookup {
  const [{ backendName }] = configs;
  for (const config of configs) {
    if (getKernel(config.kernelName, backendName) === undefined) registerKernel(config);
  }
  return (kernelName) => getKernel(kernelName, backendName).kernelFunc;
}
