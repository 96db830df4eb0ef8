import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { clusters } from '../benchmarks/clusters';
import { curves } from '../benchmarks/curves';
import { draw } from '../benchmarks/draw';
import { explorer } from '../benchmarks/explorer';
import { heatmap } from '../benchmarks/heatmap';
import { layout } from '../benchmarks/layout';
import { map } from '../benchmarks/map';
import { neighbors } from '../benchmarks/neighbors';
import { pages } from '../benchmarks/pages';
import { text } from '../benchmarks/text';
import type { Benchmark } from './benchmark';

const BENCHMARKS: Record<string, Benchmark> = { layout, neighbors, clusters, curves, draw, explorer, heatmap, map, pages, text };
const RESULTS = fileURLToPath(new URL('../results', import.meta.url));

function usage(): string {
  const lines = Object.entries(BENCHMARKS).map(([name, { usage: options, about }]) => `  ${name} ${options}\n      ${about}`);
  return `Usage: npm run bench -- <name> [options]\n${lines.join('\n')}`;
}

/** Runs the benchmark named by the first argument; prints its tables and writes its result as JSON. */
export async function main([name = '', ...args]: string[]): Promise<void> {
  const benchmark = Object.hasOwn(BENCHMARKS, name) ? BENCHMARKS[name] : undefined;
  if (!benchmark) throw new Error(`Expected the name of a benchmark, received ${JSON.stringify(name)}.\n${usage()}`);
  const result = await benchmark.run(args);
  const file = `${RESULTS}/${name}-${new Date().toISOString().replaceAll(':', '-').slice(0, 19)}.json`;
  await mkdir(RESULTS, { recursive: true });
  await writeFile(file, `${JSON.stringify(result, null, 1)}\n`);
  console.log(`\nWritten: ${file}`);
}
