import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { buildDemo, previewDemo, type ServedDemo } from '../../demo/scripts/serve-demo';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OUT = join(ROOT, '.cache/test-demo');
const LOCK = `${OUT}.lock`;
const STAMP = `${OUT}.stamp`;
/** A build that has taken longer was given up by who made it. */
const STALE_MS = 240_000;

/** Tells one state of the sources from another. */
async function stampOf(folders: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of folders) {
    for (const name of (await readdir(join(ROOT, folder), { recursive: true })).sort()) {
      const { mtimeMs, size } = await stat(join(ROOT, folder, name));
      hash.update(`${folder}/${name} ${mtimeMs} ${size}\n`);
    }
  }
  hash.update(await readFile(join(ROOT, 'package-lock.json')));
  return hash.digest('hex');
}

/** One builds, the others wait. */
async function locked(work: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      await mkdir(LOCK);
      break;
    } catch {
      const made = await stat(LOCK).catch(() => null);
      if (made && Date.now() - made.mtimeMs > STALE_MS) await rm(LOCK, { recursive: true, force: true });
      await sleep(200);
    }
  }
  try {
    await work();
  } finally {
    await rm(LOCK, { recursive: true, force: true });
  }
}

/** Builds the playground unless it stands as the sources are, once for all that ask at the same time. */
export async function buildOnce(): Promise<void> {
  await mkdir(join(ROOT, '.cache'), { recursive: true });
  await locked(async () => {
    const stamp = await stampOf(['src', 'demo', 'build']);
    if ((await readFile(STAMP, 'utf8').catch(() => '')) === stamp) return;
    await rm(STAMP, { force: true });
    await buildDemo(OUT);
    await writeFile(STAMP, stamp);
  });
}

/** The built playground below a path of its own. */
export async function servedDemo(): Promise<ServedDemo> {
  await buildOnce();
  return previewDemo(OUT, '/some/sub/path/');
}
