import type { KernelConfig, KernelFunc } from '@tensorflow/tfjs-core';

/** A kernel's implementation by its name, for one backend. */
export type KernelLookup = (kernelName: string) => KernelFunc;

/**
 * Puts kernels into tfjs' registry, once per page and backend name, and returns a way to find them there.
 * tfjs is loaded here and in the device factories alone: importing the library in Node loads none of it.
 */
export async function registerKernels(configs: readonly KernelConfig[]): Promise<KernelLookup> {
  const { getKernel, registerKernel } = await import('@tensorflow/tfjs-core');
  const [{ backendName }] = configs;
  for (const config of configs) {
    if (getKernel(config.kernelName, backendName) === undefined) registerKernel(config);
  }
  return (kernelName) => getKernel(kernelName, backendName).kernelFunc;
}
