import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright';

/** How often the memory of the processes is read, ms: reading it costs some milliseconds of kernel time. */
const EVERY_MS = 1_000;

/** Memory that a process shares with no other, bytes; NaN where the system does not say (anything but Linux). */
async function privateBytes(pid: number): Promise<number> {
  try {
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8');
    return [...rollup.matchAll(/^Private_(?:Clean|Dirty): +(\d+) kB$/gm)].reduce((sum, [, kb]) => sum + Number(kb) * 1_024, 0);
  } catch {
    return Number.NaN;
  }
}

/** Largest private memory of the renderers and the GPU process together while `work` runs, bytes. */
export async function peakMemoryDuring<Result>(browser: Browser, work: () => Promise<Result>): Promise<{ value: Result; peakBytes: number }> {
  const session = await browser.newBrowserCDPSession();
  let peakBytes = Number.NaN;
  const measure = async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const sizes = await Promise.all(processInfo.filter(({ type }) => type === 'renderer' || type === 'GPU').map(({ id }) => privateBytes(id)));
    const bytes = sizes.reduce((sum, size) => sum + (Number.isNaN(size) ? 0 : size), 0);
    if (bytes > 0) peakBytes = Math.max(bytes, Number.isNaN(peakBytes) ? 0 : peakBytes);
  };
  const timer = setInterval(() => void measure().catch(() => {}), EVERY_MS);
  try {
    const value = await work();
    await measure();
    return { value, peakBytes };
  } finally {
    clearInterval(timer);
    await session.detach();
  }
}
