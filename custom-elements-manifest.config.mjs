/** The manifest reads the elements' class comments (attributes, slots, parts, CSS properties, events). */
export default {
  globs: ['src/components/**/*.ts'],
  litelement: true,
  packagejson: false,
  outdir: '.',
};
