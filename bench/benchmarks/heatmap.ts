import { parseArgs } from 'node:util';
import { withBenchPage } from '../lib/bench-page';
import { median, parseCounts, type Benchmark } from '../lib/benchmark';
import { machineLine } from '../lib/machine';
import { formatTable, megabytes, milliseconds, taskLength } from '../lib/table';

export const heatmap: Benchmark = {
  usage: '[--units 2048] [--segments 20000] [--runs 3]',
  about: 'Activations in <fv-activation-heatmap> at 1280 × 800: data in hand to the first and to the complete picture, then other palettes and ranges with what each uploads, each until its pixels can be read; medians.',
  async run(args) {
    const { values } = parseArgs({
      args, options: { units: { type: 'string', default: '2048' }, segments: { type: 'string', default: '20000' }, runs: { type: 'string', default: '3' } },
    });
    const [[units], [segments], [runs]] = (['units', 'segments', 'runs'] as const).map((option) => parseCounts(values[option], option));
    return withBenchPage(async (page) => {
      console.log(machineLine(page.machine));
      const result = await page.measure('heatmap', 0, [{ units, segments, runs }], 600_000);
      const { firstMs, completeMs, longestTaskMs, longestTask, switches, peakBytes } = result;
      const pictures = `first picture ${milliseconds(median(firstMs))}, complete ${milliseconds(median(completeMs))}`;
      console.log(`\n${units.toLocaleString('en')} × ${segments.toLocaleString('en')}: ${pictures}, longest task ${taskLength(longestTaskMs)}, memory ${megabytes(peakBytes)}`);
      if (longestTask) console.log(longestTask);
      console.log(`\n${formatTable(['switch to', 'picture', 'tiles uploaded', 'tables uploaded'], switches.map(({ name, ms, uploads }) => [name, milliseconds(median(ms)), String(uploads.tiles), String(uploads.tables)]))}`);
      return { machine: page.machine, units, segments, ...result };
    });
  },
};
