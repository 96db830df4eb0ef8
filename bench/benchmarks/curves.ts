import { parseArgs } from 'node:util';
import { version as uplotVersion } from '../../node_modules/uplot/package.json';
import { version } from '../../package.json';
import { withBenchPage } from '../lib/bench-page';
import { median, parseCounts, parseNames, type Benchmark } from '../lib/benchmark';
import { machineLine } from '../lib/machine';
import { formatTable, megabytes, milliseconds, taskLength } from '../lib/table';
import type { CurvesName } from '../page/curves';

const VERSIONS: Record<CurvesName, string> = { 'flair-visual': version, uplot: uplotVersion };
const NAMES = Object.keys(VERSIONS) as CurvesName[];

export const curves: Benchmark = {
  usage: '[--points 1000000,10000000] [--plots all|flair-visual,uplot] [--pans 20]',
  about: 'One curve at 1000 × 400: data in hand to picture, and half of it panned, each until its pixels can be read; medians.',
  async run(args) {
    const { values } = parseArgs({ args, options: { points: { type: 'string', default: '1000000,10000000' }, plots: { type: 'string', default: 'all' }, pans: { type: 'string', default: '20' } } });
    const counts = parseCounts(values.points, 'points');
    const [pans] = parseCounts(values.pans, 'pans');
    const names = parseNames(values.plots, NAMES, 'plots');
    return withBenchPage(async (page) => {
      console.log(machineLine(page.machine));
      const rows = [];
      for (const points of counts) for (const name of names) rows.push({ points, name, ...(await page.measure('curves', 0, [name, points, pans], 300_000)) });
      console.log(`\n${formatTable(['points', 'plot', 'first picture', 'pan', 'longest task', 'memory'], rows.map(({ points, name, firstMs, panMs, longestTaskMs, peakBytes }) => [
        points.toLocaleString('en'), `${name} ${VERSIONS[name]}`, milliseconds(firstMs), milliseconds(median(panMs)), taskLength(longestTaskMs), megabytes(peakBytes),
      ]))}\n`);
      return { machine: page.machine, pans, rows };
    });
  },
};
