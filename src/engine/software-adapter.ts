const SOFTWARE = /swiftshader|llvmpipe|lavapipe|softpipe|software|basic render|\bwarp\b/i;

/** Whether a GPU's names say that the CPU stands in for it. */
export function isSoftwareName(...names: (string | undefined | null)[]): boolean {
  return names.some((name) => name != null && SOFTWARE.test(name));
}

/** Whether a WebGPU adapter is a software rasterizer. */
export function isSoftwareAdapter(adapter: GPUAdapter): boolean {
  const { info } = adapter as { info?: GPUAdapterInfo & { isFallbackAdapter?: boolean } };
  const fallback = info?.isFallbackAdapter ?? (adapter as { isFallbackAdapter?: boolean }).isFallbackAdapter ?? false;
  return fallback || isSoftwareName(info?.vendor, info?.architecture, info?.device, info?.description);
}

/** The name of what draws behind a WebGL context, or `''` where the browser hides it. */
export function rendererName(gl: WebGLRenderingContext | WebGL2RenderingContext): string {
  const extension = gl.getExtension('WEBGL_debug_renderer_info');
  const name: unknown = gl.getParameter(extension === null ? gl.RENDERER : extension.UNMASKED_RENDERER_WEBGL);
  return typeof name === 'string' ? name : '';
}
