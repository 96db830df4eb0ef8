import type { Plugin } from 'vite';

const MAP_COMMENT = /\n\/\/# sourceMappingURL=.*\s*$/;

/** Leaves the source maps of the bundled workers out of the package: they are eight times a worker's size, nearly all of it tfjs. */
export function dropWorkerMaps(): Plugin {
  return {
    name: 'flair-visual:drop-worker-maps',
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const [fileName, output] of Object.entries(bundle)) {
        if (!fileName.startsWith('assets/') || output.type !== 'asset') continue;
        if (fileName.endsWith('.js.map')) delete bundle[fileName];
        else if (fileName.endsWith('.js')) output.source = String(output.source).replace(MAP_COMMENT, '\n');
      }
    },
  };
}
