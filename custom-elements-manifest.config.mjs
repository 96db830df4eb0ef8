/** Leaves in the manifest what a page can use: the elements and their registration, with what they inherit, and no inner parts. */
const elementsOnly = {
  name: 'elements-only',
  packageLinkPhase({ customElementsManifest: manifest }) {
    manifest.modules = manifest.modules.filter(({ declarations, exports }) =>
      exports.some(({ kind }) => kind === 'custom-element-definition') || declarations.some(({ tagName }) => tagName !== undefined));
    for (const { declarations } of manifest.modules) {
      for (const declaration of declarations) declaration.members &&= declaration.members.filter(({ privacy }) => privacy !== 'private' && privacy !== 'protected');
    }
  },
};

/** The manifest reads the elements' class comments (attributes, slots, parts, CSS properties, events). */
export default {
  globs: ['src/components/**/*.ts'],
  litelement: true,
  packagejson: false,
  outdir: '.',
  plugins: [elementsOnly],
};
