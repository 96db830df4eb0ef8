import { parseArgs } from 'node:util';
import type { BackendPreference } from '../../src/engine/types';
import { prepareBenchData } from '../lib/bench-data';
import { withBenchPage } from '../lib/bench-page';
import { median, parseCounts, parseNames, type Benchmark } from '../lib/benchmark';
import { runInTurn, type Measurement, type Row } from '../lib/in-turn';
import { OUR_BACKENDS, ourLayout, PEER_LAYOUTS, peerLayout } from '../lib/layout-runners';
import { machineLine } from '../lib/machine';
import { fixed, formatTable, markdownTable, megabytes, seconds, taskLength } from '../lib/table';

const HEAD = ['words', 'engine', 'time', 'time / auto', 'first map', 'kept', 'KL', 'memory', 'longest task'];

function cells({ words, name, measurements, skipped }: Row, ourMs: number): string[] {
  const of = (value: (measurement: Measurement) => number | null | undefined) => median(measurements.map((measurement) => value(measurement) ?? Number.NaN));
  if (skipped) return [words.toLocaleString('en'), name, skipped, ...HEAD.slice(3).map(() => '–')];
  const ms = of((measurement) => measurement.ms);
  const ratio = ms / ourMs;
  return [
    words.toLocaleString('en'), name, seconds(ms), Number.isNaN(ratio) ? '–' : `${ratio.toFixed(1)} ×`, seconds(of((measurement) => measurement.firstMapMs)),
    fixed(of((measurement) => measurement.kept), 3), fixed(of((measurement) => measurement.klDivergence), 3), megabytes(of((measurement) => measurement.peakBytes)),
    taskLength(of((measurement) => measurement.longestTaskMs)),
  ];
}

function print(rows: readonly Row[], table: typeof formatTable): void {
  const ourMs = (words: number) => median(rows.filter((row) => row.words === words && row.name === 'auto').flatMap((row) => row.measurements.map(({ ms }) => ms)));
  console.log(`\n${table(HEAD, rows.map((row) => cells(row, ourMs(row.words))))}\n`);
  for (const { words, name, measurements } of rows) if (measurements[0]) console.log(`${words.toLocaleString('en')} ${name}: ${measurements[0].note}`);
}

export const layout: Benchmark = {
  usage: `[--words 5000,20000] [--backends ${OUR_BACKENDS.join()}|none] [--peers all|${Object.keys(PEER_LAYOUTS).join()}] [--runs 1] [--peer-runs 1] [--limit 600] [--seed 0]
        [--perplexity 30] [--iterations 750] [--at-once] [--affinities auto|perplexity|uniform] [--markdown]`,
  about: 'Layouts of the most frequent words (vectors of length 1), data in hand to last step; "first map": the first level stands; "kept": share of 10 nearest; "memory": largest private memory of renderer and GPU process.',
  async run(args) {
    const { values } = parseArgs({
      args,
      options: {
        words: { type: 'string', default: '5000,20000' },
        backends: { type: 'string', default: 'auto,webgpu,webgl' },
        peers: { type: 'string', default: '' },
        runs: { type: 'string', default: '1' },
        'peer-runs': { type: 'string', default: '1' },
        limit: { type: 'string', default: '600' },
        seed: { type: 'string', default: '0' },
        perplexity: { type: 'string', default: '30' },
        iterations: { type: 'string', default: '750' },
        'at-once': { type: 'boolean', default: false },
        affinities: { type: 'string', default: 'auto' },
        markdown: { type: 'boolean', default: false },
      },
    });
    const counts = parseCounts(values.words, 'words');
    const [[runs], [peerRuns], [limit], [perplexity], [iterations]] = (['runs', 'peer-runs', 'limit', 'perplexity', 'iterations'] as const).map((option) => parseCounts(values[option], option));
    const options = { perplexity, iterations, progressive: !values['at-once'], affinities: parseNames(values.affinities, ['auto', 'perplexity', 'uniform'] as const, 'affinities')[0] };
    const runners = [
      ...parseNames(values.backends, OUR_BACKENDS, 'backends').map((backend: BackendPreference) => ourLayout(backend, options, runs)),
      ...parseNames(values.peers, Object.keys(PEER_LAYOUTS) as (keyof typeof PEER_LAYOUTS)[], 'peers').map((name) => peerLayout(name, options, peerRuns)),
    ];
    await prepareBenchData(counts);
    return withBenchPage(async (page) => {
      console.log(machineLine(page.machine));
      const rows = await runInTurn(page, counts, runners, { limitMs: limit * 1_000, seed: Number(values.seed) });
      print(rows, values.markdown ? markdownTable : formatTable);
      return { machine: page.machine, ...options, rows };
    });
  },
};
