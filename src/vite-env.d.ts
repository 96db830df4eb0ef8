/// <reference types="vite/client" />

/** The AssemblyScript module of `src/shaders/compute/simd`, compiled by `build/assemblyscript.ts`. */
declare module 'virtual:fv-simd' {
  /** The WebAssembly binary in base64. It imports its memory as `env.memory`. */
  export const simdWasmBase64: string;
}
