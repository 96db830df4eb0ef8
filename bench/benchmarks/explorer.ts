import { parseArgs } from 'node:util';
import { prepareBenchData } from '../lib/bench-data';
import { withBenchPage } from '../lib/bench-page';
import { parseCounts, type Benchmark } from '../lib/benchmark';
import { machineLine } from '../lib/machine';
import { formatTable, megabytes, milliseconds, taskLength } from '../lib/table';
import { prepareWordLayouts } from '../lib/word-layouts';

export const explorer: Benchmark = {
  usage: '[--words 341479]',
  about: 'What a user does with a finished map: time to the answer, longest task of the main thread.',
  async run(args) {
    const { values } = parseArgs({ args, options: { words: { type: 'string', default: '341479' } } });
    const [words] = parseCounts(values.words, 'words');
    await prepareBenchData([words]);
    await prepareWordLayouts([words]);
    return withBenchPage(async (page) => {
      console.log(machineLine(page.machine));
      const { steps, peakBytes } = await page.measure('explorer', words, [words]);
      console.log(`\n${words.toLocaleString('en')} words, ${megabytes(peakBytes)} at most\n`);
      console.log(formatTable(['step', 'time', 'longest task'], steps.map(({ name, ms, longestTaskMs }) => [name, milliseconds(ms), taskLength(longestTaskMs)])));
      for (const { name, longestTask } of steps) if (longestTask) console.log(`${name}: ${longestTask}`);
      return { machine: page.machine, words, steps };
    });
  },
};
