import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Whether the run is of all tests: one that names files may need no playground. */
const isWhole = () => process.argv.slice(2).every((argument) => argument === 'run' || argument.startsWith('-'));

/**
 * Builds the playground beside the first tests, in a process of its own: the tests that ask for it come last, and would
 * hold the workers while they wait.
 */
export function setup(): void {
  if (!isWhole()) return;
  spawn(process.execPath, [fileURLToPath(new URL('build-demo.mjs', import.meta.url))], { stdio: 'ignore' }).unref();
}
