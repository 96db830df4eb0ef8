import { parseArgs } from 'node:util';
import type { BackendPreference } from '../../src/engine/types';
import { withBenchPage } from '../lib/bench-page';
import { parseCounts, parseNames, type Benchmark } from '../lib/benchmark';
import { OUR_BACKENDS } from '../lib/layout-runners';
import { machineLine } from '../lib/machine';
import { fixed, formatTable, megabytes, seconds, taskLength } from '../lib/table';

const HEAD = ['points', 'backend', 'time', 'first map', 'search', 'recall', 'same cluster', 'bytes / point', 'memory', 'longest task'];

export const clusters: Benchmark = {
  usage: '[--points 1000000] [--dimensions 64] [--clusters 1000] [--backends auto,webgpu,webgl,cpu] [--iterations 750] [--seed 0]',
  about: 'Layouts of seeded Gaussian clusters, larger than any word list; "search": neighbours, all levels; "recall": the engine’s own sample of its last search; "same cluster": share of the 10 nearest on the map.',
  async run(args) {
    const { values } = parseArgs({
      args,
      options: {
        points: { type: 'string', default: '1000000' },
        dimensions: { type: 'string', default: '64' },
        clusters: { type: 'string', default: '1000' },
        backends: { type: 'string', default: 'auto' },
        iterations: { type: 'string', default: '750' },
        seed: { type: 'string', default: '0' },
      },
    });
    const counts = parseCounts(values.points, 'points');
    const [[dimensions], [count], [iterations]] = (['dimensions', 'clusters', 'iterations'] as const).map((option) => parseCounts(values[option], option));
    const backends: BackendPreference[] = parseNames(values.backends, OUR_BACKENDS, 'backends');
    const options = { dimensions, clusters: count, iterations, perplexity: 30, seed: Number(values.seed) };
    return withBenchPage(async (page) => {
      console.log(machineLine(page.machine));
      const rows = [];
      for (const points of counts) {
        for (const backend of backends) rows.push({ points, wanted: backend, ...(await page.measure('clusters', 0, [{ ...options, points, backend }])) });
      }
      console.log(`\n${formatTable(HEAD, rows.map(({ points, wanted, status, ms, firstMapMs, searchMs, sameCluster, peakBytes, longestTaskMs }) => [
        points.toLocaleString('en'), wanted === status?.backend ? wanted : `${wanted} → ${status?.backend ?? 'unknown'}`, seconds(ms), seconds(firstMapMs), seconds(searchMs),
        fixed(status?.recall ?? null, 3), fixed(sameCluster, 3), String(status?.bytesPerPoint ?? '–'), megabytes(peakBytes), taskLength(longestTaskMs),
      ]))}\n`);
      for (const { points, status, longestTask } of rows) console.log(`${points.toLocaleString('en')}: ${status?.affinities} affinities, ${status?.neighbors} neighbours, ${status?.levels} levels; ${longestTask || 'no long task'}; ${status?.reason}`);
      return { machine: page.machine, ...options, rows };
    });
  },
};
