import { parseArgs } from 'node:util';
import { withBenchPage } from '../lib/bench-page';
import { parseCounts, type Benchmark } from '../lib/benchmark';
import { machineLine } from '../lib/machine';
import { formatTable, megabytes, milliseconds, taskLength } from '../lib/table';

export const heatmap: Benchmark = {
  usage: '[--units 2048] [--segments 20000]',
  about: 'Activations in <fv-activation-heatmap> at 1280 × 800: data in hand to the complete picture, then other palettes and ranges with what each uploads, the GPU waited for.',
  async run(args) {
    const { values } = parseArgs({ args, options: { units: { type: 'string', default: '2048' }, segments: { type: 'string', default: '20000' } } });
    const [[units], [segments]] = (['units', 'segments'] as const).map((option) => parseCounts(values[option], option));
    return withBenchPage(async (page) => {
      console.log(machineLine(page.machine));
      const result = await page.measure('heatmap', 0, [{ units, segments }], 180_000);
      const { firstDrawMs, longestTaskMs, switches, peakBytes } = result;
      console.log(`\n${units.toLocaleString('en')} × ${segments.toLocaleString('en')}: first picture ${milliseconds(firstDrawMs)}, longest task ${taskLength(longestTaskMs)}, memory ${megabytes(peakBytes)}\n`);
      console.log(formatTable(['switch to', 'picture', 'tiles uploaded', 'tables uploaded'], switches.map(({ name, ms, uploads }) => [name, milliseconds(ms), String(uploads.tiles), String(uploads.tables)])));
      return { machine: page.machine, units, segments, ...result };
    });
  },
};
