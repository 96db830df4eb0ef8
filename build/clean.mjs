// Removes the output of earlier builds, so that no stale file is published.
import { rmSync } from 'node:fs';

for (const path of ['../dist', '../custom-elements.json']) rmSync(new URL(path, import.meta.url), { recursive: true, force: true });
