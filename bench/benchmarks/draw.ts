import { parseArgs } from 'node:util';
import { version as atlasVersion } from '../../node_modules/embedding-atlas/package.json';
import { version as scatterplotVersion } from '../../node_modules/regl-scatterplot/package.json';
import { version as threeVersion } from '../../node_modules/three/package.json';
import { version } from '../../package.json';
import { withBenchPage } from '../lib/bench-page';
import { median, parseCounts, parseNames, type Benchmark } from '../lib/benchmark';
import { machineLine } from '../lib/machine';
import { formatTable, markdownTable, megabytes, milliseconds } from '../lib/table';
import { prepareWordLayouts } from '../lib/word-layouts';
import type { DrawingName } from '../page/drawings';
import type { DrawResult } from '../page/drawings/measure';

const VERSIONS: Record<DrawingName, string> = { 'flair-visual': version, 'regl-scatterplot': scatterplotVersion, three: threeVersion, 'embedding-atlas': atlasVersion };
const NAMES = Object.keys(VERSIONS) as DrawingName[];

interface Row {
  points: number;
  name: DrawingName;
  results: (DrawResult & { peakBytes: number })[];
  failed?: string;
}

/** The longest tasks of the main thread, ms. */
interface HandOver {
  points: number;
  openMs: number;
  handOverMs: number;
}

/** Median over the runs of each run's own median. */
function middle(results: Row['results'], value: (result: Row['results'][number]) => number | readonly number[]): number {
  return median(results.map((result) => [value(result)].flat()).map((values) => median(values)));
}

function print(rows: readonly Row[], table: typeof formatTable): void {
  const head = ['points', 'drawing', 'start', 'first picture', 'all points', 'frame', 'rest', 'update', 'update, all', 'hover', 'hover, moving', 'memory'];
  console.log(`\n${table(head, rows.map(({ points, name, results, failed }) => {
    const start = [points.toLocaleString('en'), `${name} ${VERSIONS[name]}`];
    if (failed) return [...start, 'failed', ...head.slice(3).map(() => '–')];
    const figures = [
      middle(results, ({ startMs }) => startMs), middle(results, ({ firstPictureMs }) => firstPictureMs), middle(results, ({ fullPictureMs }) => fullPictureMs), middle(results, ({ frameMs }) => frameMs), middle(results, ({ restMs }) => restMs),
      middle(results, ({ updateMs }) => updateMs), middle(results, ({ updateAllMs }) => updateAllMs), middle(results, ({ hoverMs }) => hoverMs), middle(results, ({ hoverMovingMs }) => hoverMovingMs),
    ];
    return [...start, ...figures.map((ms) => milliseconds(ms)), megabytes(middle(results, ({ peakBytes }) => peakBytes))];
  }))}\n`);
  for (const { name, failed } of rows) if (failed) console.log(`${name}: ${failed}`);
}

export const draw: Benchmark = {
  usage: `[--points 341479] [--drawings all|${NAMES.join()}] [--runs 3] [--frames 60] [--updates 10] [--markdown]`,
  about: 'The laid out words at 1280 × 800: data in hand to picture, frames while panning and zooming, rest to all points, new positions to their first frame and to a picture of all of them, hover; medians, the GPU waited for.',
  async run(args) {
    const { values } = parseArgs({
      args,
      options: {
        points: { type: 'string', default: '341479' },
        drawings: { type: 'string', default: 'all' },
        runs: { type: 'string', default: '3' },
        frames: { type: 'string', default: '60' },
        updates: { type: 'string', default: '10' },
        markdown: { type: 'boolean', default: false },
      },
    });
    const counts = parseCounts(values.points, 'points');
    const [[runs], [frames], [updates]] = (['runs', 'frames', 'updates'] as const).map((option) => parseCounts(values[option], option));
    const names = parseNames(values.drawings, NAMES, 'drawings');
    await prepareWordLayouts(counts);
    return withBenchPage(async (page) => {
      console.log(machineLine(page.machine));
      const rows = counts.flatMap((points) => names.map((name): Row => ({ points, name, results: [] })));
      // In turn, so that a machine that slows down slows all of them.
      for (let run = 0; run < runs; run++) {
        for (const row of rows) {
          if (row.failed) continue;
          try {
            row.results.push(await page.measure('draw', 0, [row.name, row.points, { frames, updates, hovers: 200 }], 120_000));
          } catch (error) {
            row.failed = (error as Error).message.split('\n')[0];
          }
        }
      }
      print(rows, values.markdown ? markdownTable : formatTable);
      const handOvers: HandOver[] = [];
      for (const points of names.includes('flair-visual') ? counts : []) {
        const { openMs, handOverMs } = await page.measure('handOver', 0, [points], 120_000);
        handOvers.push({ points, openMs, handOverMs });
        console.log(`Longest task of the page: ${milliseconds(openMs)} to open an empty element, ${milliseconds(handOverMs)} from ${points.toLocaleString('en')} points in hand to rest.`);
      }
      return { machine: page.machine, frames, updates, rows, handOvers };
    });
  },
};
