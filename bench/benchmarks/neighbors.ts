import { parseArgs } from 'node:util';
import type { BackendPreference } from '../../src/engine/types';
import { version as atlasVersion } from '../../node_modules/embedding-atlas/package.json';
import { version as umapVersion } from '../../node_modules/umap-js/package.json';
import type { PeerSearch } from '../page/neighbors';
import { prepareBenchData } from '../lib/bench-data';
import { withBenchPage } from '../lib/bench-page';
import { median, parseCounts, parseNames, type Benchmark } from '../lib/benchmark';
import { runInTurn, type Row, type Runner } from '../lib/in-turn';
import { OUR_BACKENDS } from '../lib/layout-runners';
import { machineLine } from '../lib/machine';
import { TRUE_NEIGHBORS } from '../lib/nearest';
import { fixed, formatTable, markdownTable, megabytes, seconds } from '../lib/table';

const PEERS: Record<PeerSearch, string> = { 'embedding-atlas': atlasVersion, 'umap-js': umapVersion };

function ours(backend: BackendPreference, exact: boolean, runs: number): Runner {
  return {
    name: exact ? `${backend}, exact` : backend,
    runs,
    growth: exact ? 2 : 1.3,
    run: (page, words, _seed, limitMs) => page.measure('searchNeighbors', words, [words, { backend, exact }], limitMs),
  };
}

function peer(name: PeerSearch, runs: number): Runner {
  return { name: `${name} ${PEERS[name]}`, runs, growth: 1.2, run: (page, words, _seed, limitMs) => page.measure('searchNeighbors', words, [words, { peer: name }], limitMs) };
}

function print(rows: readonly Row[], table: typeof formatTable): void {
  const of = (row: Row, value: 'ms' | 'recall' | 'peakBytes') => median(row.measurements.map((measurement) => measurement[value] ?? Number.NaN));
  const ourMs = (words: number) => of(rows.find((row) => row.words === words && row.name === 'auto') ?? { words, name: '', measurements: [] }, 'ms');
  console.log(`\n${table(['words', 'engine', 'time', 'time / auto', `recall@${TRUE_NEIGHBORS}`, 'memory'], rows.map((row) => {
    if (row.skipped) return [row.words.toLocaleString('en'), row.name, row.skipped, '–', '–', '–'];
    const ratio = of(row, 'ms') / ourMs(row.words);
    return [row.words.toLocaleString('en'), row.name, seconds(of(row, 'ms')), Number.isNaN(ratio) ? '–' : `${ratio.toFixed(1)} ×`, fixed(of(row, 'recall'), 4), megabytes(of(row, 'peakBytes'))];
  }))}\n`);
  for (const { words, name, measurements } of rows) if (measurements[0]) console.log(`${words.toLocaleString('en')} ${name}: ${measurements[0].note}`);
}

export const neighbors: Benchmark = {
  usage: `[--words 20000,50000] [--backends ${OUR_BACKENDS.join()}|none] [--exact] [--peers all|${Object.keys(PEERS).join()}] [--runs 1] [--limit 600] [--markdown]`,
  about: `The ${TRUE_NEIGHBORS} nearest of every word (cosine), vectors in hand to lists; recall on 2,000 sampled words.`,
  async run(args) {
    const { values } = parseArgs({
      args,
      options: {
        words: { type: 'string', default: '20000,50000' },
        backends: { type: 'string', default: 'auto' },
        exact: { type: 'boolean', default: false },
        peers: { type: 'string', default: '' },
        runs: { type: 'string', default: '1' },
        limit: { type: 'string', default: '600' },
        markdown: { type: 'boolean', default: false },
      },
    });
    const counts = parseCounts(values.words, 'words');
    const [[runs], [limit]] = [parseCounts(values.runs, 'runs'), parseCounts(values.limit, 'limit')];
    const backends = parseNames(values.backends, OUR_BACKENDS, 'backends');
    const runners = [
      ...backends.map((backend) => ours(backend, false, runs)),
      ...(values.exact ? backends.map((backend) => ours(backend, true, runs)) : []),
      ...parseNames(values.peers, Object.keys(PEERS) as PeerSearch[], 'peers').map((name) => peer(name, runs)),
    ];
    await prepareBenchData(counts);
    return withBenchPage(async (page) => {
      console.log(machineLine(page.machine));
      const rows = await runInTurn(page, counts, runners, { limitMs: limit * 1_000, seed: 0 });
      print(rows, values.markdown ? markdownTable : formatTable);
      return { machine: page.machine, k: TRUE_NEIGHBORS, rows };
    });
  },
};
