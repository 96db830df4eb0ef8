import { parseArgs } from 'node:util';
import { withBenchPage } from '../lib/bench-page';
import { median, parseCounts, type Benchmark } from '../lib/benchmark';
import { machineLine } from '../lib/machine';
import { formatTable, megabytes, milliseconds, taskLength } from '../lib/table';

export const text: Benchmark = {
  usage: '[--characters 1000000] [--units 1] [--runs 5]',
  about: 'A text in <fv-activation-text> at 1280 × 800: data in hand to coloured text on the screen (median), then scrolled through to its end, 100 px a frame with leaps.',
  async run(args) {
    const { values } = parseArgs({
      args, options: { characters: { type: 'string', default: '1000000' }, units: { type: 'string', default: '1' }, runs: { type: 'string', default: '5' } },
    });
    const [characters, [units], [runs]] = (['characters', 'units', 'runs'] as const).map((option) => parseCounts(values[option], option));
    return withBenchPage(async (page) => {
      console.log(machineLine(page.machine));
      const rows = [];
      for (const count of characters) rows.push({ characters: count, ...(await page.measure('text', 0, [{ characters: count, units, runs }], 300_000)) });
      console.log(`\n${formatTable(
        ['characters', 'first paint', 'longest task', 'scrolling: frame', 'slowest frame', 'longest task', 'frames without text', 'memory'],
        rows.map(({ characters: count, paintMs, showing, scrolling, frameMs, bareFrames, peakBytes }) => [
          count.toLocaleString('en'), milliseconds(median(paintMs)), taskLength(showing.longestTaskMs), milliseconds(median(frameMs)), milliseconds(Math.max(...frameMs)),
          taskLength(scrolling.longestTaskMs), `${bareFrames} of ${frameMs.length}`, megabytes(peakBytes),
        ]),
      )}`);
      for (const { showing, scrolling } of rows) for (const { longestTask } of [showing, scrolling]) if (longestTask) console.log(longestTask);
      return { machine: page.machine, units, runs, rows };
    });
  },
};
