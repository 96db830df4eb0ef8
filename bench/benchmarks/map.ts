import { parseArgs } from 'node:util';
import type { BackendPreference } from '../../src/engine/types';
import { prepareBenchData } from '../lib/bench-data';
import { withBenchPage } from '../lib/bench-page';
import { parseCounts, type Benchmark } from '../lib/benchmark';
import { machineLine } from '../lib/machine';
import { formatTable, megabytes, seconds, taskLength } from '../lib/table';

export const map: Benchmark = {
  usage: '[--words 20000] [--backends auto,webgpu,webgl,cpu] [--iterations 750]',
  about: 'The same layout in <fv-embedding-map>, drawn as it goes: longest task of the main thread.',
  async run(args) {
    const { values } = parseArgs({
      args,
      options: {
        words: { type: 'string', default: '20000' },
        backends: { type: 'string', default: 'auto' },
        iterations: { type: 'string', default: '750' },
      },
    });
    const counts = parseCounts(values.words, 'words');
    const [iterations] = parseCounts(values.iterations, 'iterations');
    await prepareBenchData(counts);
    return withBenchPage(async (page) => {
      console.log(machineLine(page.machine));
      const rows = [];
      for (const words of counts) {
        for (const backend of values.backends.split(',') as BackendPreference[]) {
          rows.push({ words, wanted: backend, ...(await page.measure('map', words, [words, { backend, iterations, perplexity: 30, seed: 0 }])) });
        }
      }
      console.log(`\n${formatTable(
        ['words', 'backend', 'time', 'longest task', 'memory', 'progress events'],
        rows.map(({ words, wanted, backend, ms, longestTaskMs, peakBytes, progressEvents }) => [
          words.toLocaleString('en'), wanted === backend ? wanted : `${wanted} → ${backend ?? 'unknown'}`, seconds(ms),
          taskLength(longestTaskMs), megabytes(peakBytes), String(progressEvents),
        ]),
      )}`);
      for (const { words, wanted, longestTask } of rows) if (longestTask) console.log(`${words.toLocaleString('en')} ${wanted}: ${longestTask}`);
      return { machine: page.machine, iterations, rows };
    });
  },
};
