import { placeName, type FvError, type Repair, type SourcePlace, type TrainingRun } from '../../engine';
import type { SourceState } from '../controllers/growing-sources-controller';

/** What came of some sources: the runs of those that could be read, and why the others could not. */
export interface LoadedRuns {
  runs: TrainingRun[];
  failures: { source: string; error: FvError }[];
  repairs: (Repair & { source: string })[];
  /** Files that were found shorter or other than before, and were read anew. */
  replaced: string[];
}

/** What sources have given so far. */
export function sourceRuns(states: readonly SourceState<'runs'>[]): LoadedRuns {
  return {
    runs: states.flatMap(({ reading }) => reading?.value ?? []),
    failures: states.flatMap(({ file, error }) => (error ? [{ source: file, error }] : [])),
    repairs: states.flatMap(({ file, reading }) => (reading?.repairs ?? []).map((repair) => ({ ...repair, source: file }))),
    replaced: states.filter(({ replaced }) => replaced > 0).map(({ file }) => file),
  };
}

/** What the runs of sources are called: as given, else by the file; where several files have the same name, by the folder that tells them apart. */
export function sourceNames(places: readonly SourcePlace[], given: readonly string[]): string[] {
  const addresses = places.map((place) => placeName(place).replace(/[?#].*$/, ''));
  const files = addresses.map((address) => address.split('/').at(-1) ?? '');
  return addresses.map((address, i) => given[i] ?? (files.filter((file) => file === files[i]).length < 2 ? files[i] : address.split('/').at(-2) || address));
}
