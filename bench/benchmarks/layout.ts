import { parseArgs } from 'node:util';
import type { BackendPreference } from '../../src/engine/types';
import { withBenchPage, type BenchPage } from '../lib/bench-page';
import { median, parseCounts, type Benchmark } from '../lib/benchmark';
import { machineLine } from '../lib/machine';
import { fixed, formatTable, seconds } from '../lib/table';
import { version as bhtsneVersion } from '../../node_modules/wasm-bhtsne/package.json';

const PERPLEXITY = 30;
const ITERATIONS = 750;
const PEER = `wasm-bhtsne ${bhtsneVersion}`;

/** One way to lay out the words. */
interface Runner {
  name: string;
  run(page: BenchPage, words: number, seed: number): Promise<Measurement>;
}

interface Measurement {
  ms: number;
  kept: number;
  klDivergence?: number | null;
  longestTaskMs?: number;
  /** What was taken and why, or with how many threads. */
  note: string;
}

interface Row {
  words: number;
  name: string;
  measurements: Measurement[];
}

function ours(backend: BackendPreference): Runner {
  return {
    name: backend,
    async run(page, words, seed) {
      const { ms, kept, klDivergence, longestTaskMs, status, where } = await page.call('ours', words, { backend, seed, perplexity: PERPLEXITY, iterations: ITERATIONS });
      return { ms, kept, klDivergence, longestTaskMs, note: `${status?.backend ?? 'unknown'}${status?.software ? ' (software)' : ''} in ${where === 'worker' ? 'a worker' : 'the page'}: ${status?.reason ?? ''}` };
    },
  };
}

const peer: Runner = {
  name: PEER,
  async run(page, words) {
    const { ms, kept, threads } = await page.call('bhtsne', words, { perplexity: PERPLEXITY, iterations: ITERATIONS });
    return { ms, kept, note: `${threads} threads` };
  },
};

function cells({ words, name, measurements }: Row, peerMs: number): string[] {
  const of = (value: (measurement: Measurement) => number | null | undefined) => median(measurements.map((measurement) => value(measurement) ?? Number.NaN));
  const ms = of((measurement) => measurement.ms);
  const longest = of((measurement) => measurement.longestTaskMs);
  return [
    words.toLocaleString('en'), name, seconds(ms), Number.isNaN(peerMs) || name === PEER ? '–' : `${(peerMs / ms).toFixed(1)} ×`,
    fixed(of((measurement) => measurement.kept), 3), fixed(of((measurement) => measurement.klDivergence), 3), longest === 0 ? '< 50 ms' : Number.isNaN(longest) ? '–' : `${longest.toFixed(0)} ms`,
  ];
}

function print(rows: readonly Row[]): void {
  const peerMs = (words: number) => median(rows.filter((row) => row.words === words && row.name === PEER).flatMap((row) => row.measurements.map(({ ms }) => ms)));
  console.log(`\n${formatTable(['words', 'backend', 'time', 'faster', 'kept', 'KL', 'longest task'], rows.map((row) => cells(row, peerMs(row.words))))}\n`);
  for (const { words, name, measurements } of rows) console.log(`${words.toLocaleString('en')} ${name}: ${measurements[0]?.note ?? ''}`);
}

export const layout: Benchmark = {
  usage: '[--words 5000,20000] [--backends auto,webgpu,webgl,cpu] [--peers] [--runs 1] [--peer-runs 1] [--seed 0]',
  about: `t-SNE of the most frequent words (L2-normalised, perplexity ${PERPLEXITY}, ${ITERATIONS} steps), data in hand to last step; "kept": share of 10 nearest on the map.`,
  async run(args) {
    const { values } = parseArgs({
      args,
      options: {
        words: { type: 'string', default: '5000,20000' },
        backends: { type: 'string', default: 'auto,webgpu,webgl' },
        peers: { type: 'boolean', default: false },
        runs: { type: 'string', default: '1' },
        'peer-runs': { type: 'string', default: '1' },
        seed: { type: 'string', default: '0' },
      },
    });
    const counts = parseCounts(values.words, 'words');
    const [runs] = parseCounts(values.runs, 'runs');
    const [peerRuns] = parseCounts(values['peer-runs'], 'peer-runs');
    const runners = values.backends.split(',').filter(Boolean).map((backend) => ours(backend as BackendPreference));
    if (values.peers) runners.push(peer);

    return withBenchPage(Math.max(...counts), async (page) => {
      console.log(machineLine(page.machine));
      const rows: Row[] = [];
      for (const words of counts) {
        await page.call('prepare', words);
        const group = runners.map(({ name }): Row => ({ words, name, measurements: [] }));
        // In turn, so that a machine that slows down slows all of them.
        for (let run = 0; run < Math.max(runs, values.peers ? peerRuns : 0); run++) {
          for (const [i, runner] of runners.entries()) {
            if (run >= (runner === peer ? peerRuns : runs)) continue;
            const measurement = await runner.run(page, words, Number(values.seed) + run);
            group[i].measurements.push(measurement);
            console.log(`  ${words.toLocaleString('en')} words, ${runner.name}: ${seconds(measurement.ms)}, kept ${fixed(measurement.kept, 3)}`);
          }
        }
        rows.push(...group);
      }
      print(rows);
      return { machine: page.machine, perplexity: PERPLEXITY, iterations: ITERATIONS, rows };
    });
  },
};
