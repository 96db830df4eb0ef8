import {
  diagnoseRun, FvError, parseKerasCsv, parseLossTsv, parseTrainerState, parseTrainingLog, sniffFormat, SNIFFED_FILE_BYTES, type FileFormat, type Finding, type Parsed, type SourceKind, type TrainingRun,
} from '../../engine';

/** A file of a training folder. */
export type ReportFile = File | { /** Path or file name. */ name: string; content: string | Uint8Array | Blob };

/** A file that the report shows. */
export interface ShownFile {
  /** Below the folder that all files have in common. */
  name: string;
  kind: SourceKind;
  bytes: Uint8Array<ArrayBuffer>;
  /** Of runs: what the run doctor found. */
  runs: { name: string; rows: number; findings: Finding[] }[];
}

/** The files of a folder, as far as they can be shown. */
export interface SortedFiles {
  shown: ShownFile[];
  /** Files of another kind, and those that cannot be read, with the reason. */
  left: { name: string; reason: string }[];
}

const RUNS: Partial<Record<FileFormat, (bytes: Uint8Array, options: { name: string }) => Parsed<TrainingRun[]>>> = {
  'loss-tsv': parseLossTsv, 'lm-loss': parseLossTsv, 'training-log': parseTrainingLog, 'trainer-state': parseTrainerState, table: parseKerasCsv,
};

/** Rows above which a run is not judged: all are looked at at once. */
const JUDGED_ROWS = 100_000;

/** Beyond, a page takes longer to open than anyone waits. */
const MOST_BYTES = 128e6;

/** Reads the files and says which of them can be shown, as what. A file that cannot be read leaves the others. */
export async function sortFiles(files: readonly ReportFile[]): Promise<SortedFiles> {
  const sorted: SortedFiles = { shown: [], left: [] };
  const paths = files.map((file) => ('content' in file ? file.name : file.webkitRelativePath || file.name));
  const names = withoutCommonFolder(paths);
  for (const [i, file] of files.entries()) {
    const name = names[i];
    try {
      sorted.shown.push(await shownFile(name, file));
    } catch (error) {
      sorted.left.push({ name, reason: FvError.from(error).received });
    }
  }
  return sorted;
}

async function shownFile(name: string, file: ReportFile): Promise<ShownFile> {
  const bytes = await bytesOf(file);
  if (bytes.length > MOST_BYTES) throw wrong(`at most ${MOST_BYTES / 1e6} MB`, `${Math.round(bytes.length / 1e6)} MB`);
  const format = sniffFormat(name, bytes.subarray(0, SNIFFED_FILE_BYTES));
  if (format === 'weights' || format === 'learning-rate') return { name, kind: format, bytes, runs: [] };
  const parse = RUNS[format];
  if (!parse) throw wrong('a log of a training', format === 'unknown' ? 'something else' : format);
  const runs = parse(bytes, { name }).value;
  return { name, kind: 'runs', bytes, runs: runs.map((run) => ({ name: run.name, rows: run.epoch.length, findings: run.epoch.length > JUDGED_ROWS ? [] : diagnoseRun(run) })) };
}

async function bytesOf(file: ReportFile): Promise<Uint8Array<ArrayBuffer>> {
  const content = 'content' in file ? file.content : file;
  if (typeof content === 'string') return new TextEncoder().encode(content);
  return content instanceof Uint8Array ? Uint8Array.from(content) : new Uint8Array(await content.arrayBuffer());
}

/** Paths below the deepest folder that holds all of them. */
function withoutCommonFolder(paths: readonly string[]): string[] {
  const folders = paths.map((path) => path.split(/[\\/]/).slice(0, -1));
  const first = folders.at(0) ?? [];
  let common = 0;
  while (common < first.length && folders.every((folder) => folder[common] === first[common])) common++;
  return paths.map((path) => path.split(/[\\/]/).slice(common).join('/'));
}

function wrong(expected: string, received: string): FvError {
  return new FvError({ code: 'format', expected, received, fix: 'pass the files that the trainer wrote' });
}
