// Checks the built package: metadata, types, imports in Node, bundles, sizes. Builds first unless `--built` is given.
import { spawnSync } from 'node:child_process';

/** @type {[command: string, args: string[]][]} */
const STAGES = [
  ...(process.argv.includes('--built') ? [] : [['npm', ['run', '--silent', 'build']]]),
  ['npx', ['publint', '--strict']],
  ['npx', ['attw', '--pack', '.', '--profile', 'esm-only']],
  ['node', ['build/check-imports.mjs']],
  ['node', ['build/check-bundle.mjs']],
  ['node', ['build/check-cdn.mjs']],
  ['npx', ['size-limit']],
];

let failed = 0;
for (const [command, args] of STAGES) {
  console.log(`\n› ${command} ${args.join(' ')}`);
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) failed += 1;
}
console.log(failed === 0 ? '\nThe package is fit to publish.' : `\n${failed} of ${STAGES.length} package checks failed.`);
process.exitCode = failed === 0 ? 0 : 1;
