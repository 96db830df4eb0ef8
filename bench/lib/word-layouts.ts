import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { layoutPath } from '../page/drawings/laid-out-words';
import { DATA_DIRECTORY, prepareBenchData } from './bench-data';
import { withBenchPage } from './bench-page';

/** Lays the words out once per count, so that drawings are measured on a real map: its dense middle, its islands. */
export async function prepareWordLayouts(counts: readonly number[]): Promise<void> {
  const missing = counts.filter((count) => !existsSync(join(DATA_DIRECTORY, layoutPath(count))));
  if (missing.length === 0) return;
  await prepareBenchData(missing);
  await withBenchPage(async (page) => {
    for (const count of missing) {
      const { positions } = await page.measure('layOutPositions', count, [count]);
      const file = join(DATA_DIRECTORY, layoutPath(count));
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, Float32Array.from(positions));
      console.log(`${count.toLocaleString('en')} words laid out.`);
    }
  });
}
