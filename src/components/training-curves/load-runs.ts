import {
  FvError, parseKerasCsv, parseLossTsv, parseTrainerState, parseTrainingLog, sniffFormat, SNIFFED_FILE_BYTES, type FileFormat, type Parsed, type Repair, type TrainingRun,
} from '../../engine';

/** An address, or a file that the user chose or dropped. */
export type RunSource = string | File;

/** What came of some sources: the runs of those that could be read, and why the others could not. */
export interface LoadedRuns {
  runs: TrainingRun[];
  failures: { source: string; error: FvError }[];
  repairs: (Repair & { source: string })[];
}

/** A log of training curves is never this long; a text of it would not fit a string. */
const MOST_BYTES = 256e6;

/** A server that has sent nothing by now is not waited for, ms. */
const PATIENCE_MS = 30_000;

const PARSERS: Partial<Record<FileFormat, (bytes: Uint8Array, options: { name: string }) => Parsed<TrainingRun[]>>> = {
  'loss-tsv': parseLossTsv, 'lm-loss': parseLossTsv, 'training-log': parseTrainingLog, 'trainer-state': parseTrainerState, table: parseKerasCsv,
};

/**
 * Loads runs. A source that cannot be read leaves the others as they are.
 * @param names Of the runs, in the order of the sources; where missing, folder and file say it.
 * @throws FvError `aborted` alone.
 */
export async function loadRuns(sources: readonly RunSource[], names: readonly string[], signal: AbortSignal): Promise<LoadedRuns> {
  const loaded: LoadedRuns = { runs: [], failures: [], repairs: [] };
  const addresses = sources.map((source) => (typeof source === 'string' ? source : source.webkitRelativePath || source.name));
  const read = await Promise.allSettled(sources.map(async (source, i) => parseRuns(addresses[i], await bytesOf(source, signal), names[i] ?? shortName(addresses, i))));
  signal.throwIfAborted();
  for (const [i, result] of read.entries()) {
    if (result.status === 'rejected') loaded.failures.push({ source: addresses[i], error: FvError.from(result.reason) });
    else {
      loaded.runs.push(...result.value.value);
      loaded.repairs.push(...result.value.repairs.map((repair) => ({ ...repair, source: addresses[i] })));
    }
  }
  return loaded;
}

function parseRuns(address: string, bytes: Uint8Array, name: string): Parsed<TrainingRun[]> {
  const format = sniffFormat(fileName(address), bytes.subarray(0, SNIFFED_FILE_BYTES));
  const parse = PARSERS[format];
  if (parse) return parse(bytes, { name });
  // What the loss parser says of an empty file, a binary one or a web page is the best there is to say.
  if (format === 'unknown') return parseLossTsv(bytes, { name });
  throw new FvError({ code: 'format', expected: 'a file of training curves (loss.tsv, loss.txt, training.log, trainer_state.json, CSV or TSV)', received: `${format} in ${address}`, fix: 'pass the log that the trainer wrote' });
}

const fileName = (address: string) => address.replace(/[?#].*$/, '').split('/').at(-1) ?? '';

/** The file's name; where several have the same, with the folder that tells them apart. */
function shortName(addresses: readonly string[], i: number): string {
  const own = fileName(addresses[i]);
  if (addresses.filter((address) => fileName(address) === own).length < 2) return own;
  return addresses[i].replace(/[?#].*$/, '').split('/').at(-2) || addresses[i];
}

async function bytesOf(source: RunSource, signal: AbortSignal): Promise<Uint8Array> {
  if (typeof source !== 'string') {
    if (source.size > MOST_BYTES) throw tooLong(source.name, source.size);
    return new Uint8Array(await source.arrayBuffer());
  }
  const patience = AbortSignal.timeout(PATIENCE_MS);
  let received: string;
  try {
    const response = await fetch(source, { signal: AbortSignal.any([signal, patience]) });
    const announced = Number(response.headers.get('content-length'));
    if (response.ok && announced > MOST_BYTES) throw tooLong(source, announced);
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
    received = `HTTP ${response.status}`;
  } catch (error) {
    if (signal.aborted || error instanceof FvError) throw error;
    received = patience.aborted ? `no answer within ${PATIENCE_MS / 1000} s` : String(error);
  }
  throw new FvError({ code: 'network', expected: `the file ${source}`, received, fix: 'check the address, and whether its server lets this page read it (CORS)' });
}

function tooLong(name: string, bytes: number): FvError {
  return new FvError({ code: 'format', expected: `a log of at most ${MOST_BYTES / 1e6} MB`, received: `${Math.round(bytes / 1e6)} MB in ${name}`, fix: 'pass loss.tsv, or a part of the log' });
}
