/** Waits for the graphics process in the page's place, once, when it is asked; see `graphics-ready.ts`. */
addEventListener('message', () => {
  const gl = new OffscreenCanvas(1, 1).getContext('webgl');
  // Reading a pixel waits for all that the graphics process has to do.
  gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
  const names = gl?.getExtension('WEBGL_debug_renderer_info');
  postMessage(gl ? gl.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : gl.RENDERER) : null);
});
