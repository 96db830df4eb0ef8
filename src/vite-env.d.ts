/// <reference types="vite/client" />

/** The AssemblyScript module of `src/shaders/compute/simd`, compiled by `build/assemblyscript.ts`. */
declare module 'virtual:fv-simd' {
  /** The WebAssembly binary in base64. It imports its memory as `env.memory`. */
  export const simdWasmBase64: string;
}

/** `<fv-embedding-map>` with everything it needs, bundled by `build/standalone-code.ts`. */
declare module 'virtual:fv-standalone' {
  /** Source of one ES module without imports. */
  const code: string;
  export default code;
}

/** The elements of training curves, weight traces and learning-rate sweeps, bundled likewise. */
declare module 'virtual:fv-standalone-plots' {
  /** Source of one ES module without imports. */
  const code: string;
  export default code;
}
