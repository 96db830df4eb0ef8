import { TimeLimitError, type BenchPage } from './bench-page';
import { seconds } from './table';

/** One engine that does the work, again and again. */
export interface Runner {
  name: string;
  /** How often it is measured. */
  runs: number;
  /** How its time grows with the number of words, as a power of it: what would take too long is not begun. */
  growth: number;
  run(page: BenchPage, words: number, seed: number, limitMs: number): Promise<Measurement>;
}

export interface Measurement {
  ms: number;
  /** Largest private memory of renderer and GPU process. */
  peakBytes: number;
  kept?: number;
  recall?: number;
  firstMapMs?: number;
  klDivergence?: number | null;
  longestTaskMs?: number;
  /** What was taken and why. */
  note: string;
}

/** One engine at one size. */
export interface Row {
  words: number;
  name: string;
  measurements: Measurement[];
  /** Why there are none: "> 600 s", or an error. */
  skipped?: string;
}

/** Time that a runner is expected to take, from its largest size so far; 0 without one. */
export function expectedMs(done: readonly Row[], { name, growth }: Runner, words: number): number {
  const before = done.filter((row) => row.name === name && row.words < words && row.measurements.length > 0).at(-1);
  return before ? before.measurements[0].ms * (words / before.words) ** growth : 0;
}

/** Measures every runner at every size, in turn, so that a machine that slows down slows all of them. */
export async function runInTurn(page: BenchPage, counts: readonly number[], runners: readonly Runner[], { limitMs, seed }: { limitMs: number; seed: number }): Promise<Row[]> {
  const done: Row[] = [];
  for (const words of counts) {
    const rows = runners.map((runner): Row => {
      const gaveUp = done.some((row) => row.name === runner.name && row.words < words && row.skipped);
      return { words, name: runner.name, measurements: [], ...((gaveUp || expectedMs(done, runner, words) > limitMs) && { skipped: `> ${seconds(limitMs)}` }) };
    });
    for (let run = 0; run < Math.max(...runners.map(({ runs }) => runs)); run++) {
      for (const [i, runner] of runners.entries()) {
        if (run < runner.runs && !rows[i].skipped) await measureInto(rows[i], runner, page, seed + run, limitMs);
      }
    }
    done.push(...rows);
  }
  return done;
}

async function measureInto(row: Row, runner: Runner, page: BenchPage, seed: number, limitMs: number): Promise<void> {
  const { words, name } = row;
  try {
    const measurement = await runner.run(page, words, seed, limitMs);
    row.measurements.push(measurement);
    const quality = measurement.kept === undefined ? `recall ${measurement.recall?.toFixed(3)}` : `kept ${measurement.kept.toFixed(3)}`;
    console.log(`  ${words.toLocaleString('en')} words, ${name}: ${seconds(measurement.ms)}, ${quality}`);
  } catch (error) {
    // A peer that runs out of time or memory is a result, and no reason to lose the others'.
    row.skipped = error instanceof TimeLimitError ? `> ${seconds(limitMs)}` : 'failed';
    console.log(`  ${words.toLocaleString('en')} words, ${name}: ${row.skipped}${row.skipped === 'failed' ? `, ${(error as Error).message.split('\n')[0]}` : ''}`);
  }
}
