import { simdWasmBase64 } from 'virtual:fv-simd';

/** Functions of `src/shaders/compute/simd`: addresses in bytes, then scalars. */
export type SimdFunctions = Readonly<Record<string, (...values: number[]) => void>>;

let compiled: Promise<WebAssembly.Module | null> | null = null;

/** The compiled module, or null where WebAssembly or its SIMD is missing or forbidden (Content-Security-Policy). */
export function simdModule(): Promise<WebAssembly.Module | null> {
  compiled ??= compile();
  return compiled;
}

async function compile(): Promise<WebAssembly.Module | null> {
  try {
    const text = atob(simdWasmBase64);
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
    return await WebAssembly.compile(bytes);
  } catch {
    return null;
  }
}
