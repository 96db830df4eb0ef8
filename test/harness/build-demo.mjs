// Builds the playground for the tests that ask for it; they wait for it, or find it there.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const { module } = await runnerImport(fileURLToPath(new URL('served-demo.ts', import.meta.url)), { configFile: false });
await module.buildOnce();
