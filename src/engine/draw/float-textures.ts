/** The internal format of four 32-bit floats. */
const RGBA32F = 0x8814;

/**
 * Lets regl, which speaks WebGL1, make float textures in a WebGL2 context: they are a part of it, under another name than the
 * extension of WebGL1. Before regl is made for the context; WebGL1 is left as it is.
 */
export function allowFloatTextures(gl: WebGLRenderingContext | WebGL2RenderingContext | null): void {
  if (typeof WebGL2RenderingContext === 'undefined' || !(gl instanceof WebGL2RenderingContext)) return;
  const getExtension = gl.getExtension.bind(gl);
  const texImage2D = gl.texImage2D.bind(gl) as (...args: unknown[]) => void;
  Object.assign(gl, {
    getExtension: (name: string) => (name.toLowerCase() === 'oes_texture_float' ? {} : getExtension(name)),
    // target, level, internal format, width, height, border, format, type, pixels
    texImage2D: (...args: unknown[]) => texImage2D(...(args[2] === gl.RGBA && args[7] === gl.FLOAT ? args.with(2, RGBA32F) : args)),
  });
}
