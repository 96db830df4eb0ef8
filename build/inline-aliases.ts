import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Modules that have another form in a build that is one file. */
const MODULES = ['src/engine/draw/graphics-worker-factory', 'src/engine/runtime/worker-factory', 'src/engine/tasks/task-worker-factory', 'src/engine/sources/sources-worker-factory', 'src/components/embedding-map/export/library-code', 'src/components/training-report/plots-code'];

/** Puts `<path>.inline.ts` in the place of `<path>.ts`, by its file name. */
export const inlineAliases = MODULES.map((path) => ({
  find: new RegExp(String.raw`^\.{1,2}/(?:.*/)?${basename(path)}$`),
  replacement: fileURLToPath(new URL(`../${path}.inline.ts`, import.meta.url)),
}));
