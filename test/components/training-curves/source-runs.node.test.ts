import { expect, test } from 'vitest';
import type { SourceState } from '../../../src/components/controllers/growing-sources-controller';
import { sourceNames, sourceRuns } from '../../../src/components/training-curves/source-runs';
import { FvError } from '../../../src/engine';
import { series, trainingRun } from '../../harness/training-run';

test('runs are called as they are given, else by their files; files of the same name by their folders', () => {
  expect(sourceNames(['runs/a/loss.tsv?v=1', 'runs/b/loss.tsv', new File([], 'other.csv')], [])).toEqual(['a', 'b', 'other.csv']);
  expect(sourceNames(['runs/a/loss.tsv', 'runs/b/loss.tsv'], ['first'])).toEqual(['first', 'b']);
  expect(sourceNames(['loss.tsv', 'loss.tsv#2'], [])).toEqual(['loss.tsv', 'loss.tsv']);
});

test('what could be read is there, with every repair and failure by its file', () => {
  const error = new FvError({ code: 'network', expected: 'a', received: 'b', fix: 'c' });
  const run = trainingRun('a', [series('train', 'LOSS', [1])]);
  const state = (file: string, rest: Partial<SourceState<'runs'>>): SourceState<'runs'> => ({ place: file, file, reading: null, error: null, replaced: 0, ...rest });
  const reading = { value: [run], repairs: [{ line: 3, message: 'm' }], format: 'loss-tsv' as const, change: 'replaced' as const };
  expect(sourceRuns([state('a', { reading, error, replaced: 2 }), state('b', { error }), state('c', {})])).toEqual({
    runs: [run], failures: [{ source: 'a', error }, { source: 'b', error }], repairs: [{ line: 3, message: 'm', source: 'a' }], replaced: ['a'],
  });
});
