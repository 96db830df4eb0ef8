import { parseArgs } from 'node:util';
import { version as uplotVersion } from '../../node_modules/uplot/package.json';
import { version } from '../../package.json';
import { withBenchPage } from '../lib/bench-page';
import { median, parseCounts, parseNames, type Benchmark } from '../lib/benchmark';
import { machineLine } from '../lib/machine';
import { formatTable, megabytes, milliseconds, taskLength } from '../lib/table';
import type { CurvesName, CurvesResult } from '../page/curves';

const VERSIONS: Record<CurvesName, string> = { 'flair-visual': version, uplot: uplotVersion };
const NAMES = Object.keys(VERSIONS) as CurvesName[];

type Row = CurvesResult & { points: number; name: CurvesName; peakBytes: number };

export const curves: Benchmark = {
  usage: '[--points 1000000,10000000] [--plots all|flair-visual,uplot] [--pans 20] [--runs 3]',
  about: 'One curve at 1000 × 400: data in hand to picture, and half of it panned, each until its pixels can be read and until it is on the screen; medians.',
  async run(args) {
    const { values } = parseArgs({ args, options: { points: { type: 'string', default: '1000000,10000000' }, plots: { type: 'string', default: 'all' }, pans: { type: 'string', default: '20' }, runs: { type: 'string', default: '3' } } });
    const counts = parseCounts(values.points, 'points');
    const [pans] = parseCounts(values.pans, 'pans');
    const [runs] = parseCounts(values.runs, 'runs');
    const names = parseNames(values.plots, NAMES, 'plots');
    return withBenchPage(async (page) => {
      console.log(machineLine(page.machine));
      const rows: Row[] = [];
      for (const points of counts) {
        // In turn, so that a machine that slows down slows both.
        for (let run = 0; run < runs; run++) for (const name of names) rows.push({ points, name, ...(await page.measure('curves', 0, [name, points, pans], 300_000)) });
      }
      const table = counts.flatMap((points) => names.map((name) => {
        const measured = rows.filter((row) => row.points === points && row.name === name);
        const of = (pick: (row: (typeof rows)[number]) => number) => median(measured.map(pick));
        const times = [of(({ first }) => first.drawn), of(({ first }) => first.shown), of((row) => median(row.pans.map(({ drawn }) => drawn))), of((row) => median(row.pans.map(({ shown }) => shown)))];
        return [points.toLocaleString('en'), `${name} ${VERSIONS[name]}`, ...times.map(milliseconds), taskLength(of(({ longestTaskMs }) => longestTaskMs)), megabytes(of(({ peakBytes }) => peakBytes))];
      }));
      console.log(`\n${formatTable(['points', 'plot', 'first drawn', 'shown', 'pan drawn', 'shown', 'longest task', 'memory'], table)}\n`);
      return { machine: page.machine, pans, runs, rows };
    });
  },
};
