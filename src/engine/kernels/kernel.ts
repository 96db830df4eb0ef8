/** Element type of a kernel's buffers. */
export type ElementType = 'float32' | 'int32';

/** The typed array that holds elements of a type. */
export type ElementArray<T extends ElementType> = T extends 'float32' ? Float32Array : Int32Array;

export type KernelInputs = Readonly<Record<string, ElementType>>;
export type KernelParams = Readonly<Record<string, ElementType>>;
export type ParamValues<P extends KernelParams> = { readonly [K in keyof P]: number };
export type InputArrays<I extends KernelInputs> = { readonly [K in keyof I]: ElementArray<I[K]> };

/**
 * One computation with one name and one signature on every backend.
 *
 * Buffers are linear arrays; shapes live in the kernel's docstring. The function `cpu` here is plain
 * TypeScript: it is the oracle of the tests and the path of a machine with nothing better. The WGSL and
 * GLSL bodies are `src/shaders/compute/<file>.wgsl|glsl`, where `<file>` is `file` of the kernel.
 */
export interface Kernel<I extends KernelInputs = KernelInputs, P extends KernelParams = KernelParams, O extends ElementType = ElementType> {
  /** Name in tfjs' kernel registry, e.g. `FvAttraction`. */
  readonly name: string;
  /** Base name of the shader files, e.g. `attraction`. */
  readonly file: string;
  /** Inputs in the order in which backends bind them. */
  readonly inputs: I;
  /** Scalar parameters in the order in which backends bind them. */
  readonly params: P;
  /** Element type of the single output. */
  readonly output: O;
  /** Elements of the output. */
  outputLength(params: ParamValues<P>): number;
  /** Fills `output`, whose former content is undefined. */
  cpu(inputs: InputArrays<I>, params: ParamValues<P>, output: ElementArray<O>): void;
}

/** Declares a kernel; the call only fixes the types. */
export function defineKernel<I extends KernelInputs, P extends KernelParams, O extends ElementType>(kernel: Kernel<I, P, O>): Kernel<I, P, O> {
  return kernel;
}
