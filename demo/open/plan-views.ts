import type { FileFormat } from 'flair-visual/formats';

/** A file, and which format it is. */
export interface OpenFile {
  /** With its folder, where one was dropped. */
  name: string;
  format: FileFormat;
  /** NumPy's shape, of a `.npy`; null where it is another file or unreadable. */
  shape: readonly number[] | null;
}

/** Something to show, and the files that it is made of, by their place in the list. */
export interface PlannedView {
  kind: 'curves' | 'weights' | 'learning-rate' | 'entities' | 'trees' | 'map' | 'activations' | 'attention' | 'unknown';
  files: number[];
  /** The text, tokens, labels or metadata beside them. */
  beside?: number;
}

const CURVES: readonly FileFormat[] = ['loss-tsv', 'lm-loss', 'training-log', 'trainer-state', 'table'];
const ALONE: Partial<Record<FileFormat, PlannedView['kind']>> = {
  weights: 'weights', 'learning-rate': 'learning-rate', predictions: 'entities', conll: 'entities', 'entities-json': 'entities', conllu: 'trees', 'word-vectors': 'map', 'activations-json': 'activations',
};
const MATRICES: readonly FileFormat[] = ['npy', 'npz', 'safetensors'];

const isText = ({ name, format }: OpenFile) => format === 'unknown' && /\.(?:txt|text|json)$/i.test(name);
const isTable = ({ name, format }: OpenFile) => format === 'projector-tsv' || format === 'table' || (format === 'unknown' && /\.(?:tsv|csv)$/i.test(name));
const stem = (name: string) => name.replace(/\.[^./]+$/, '');

/** Of several candidates the one of the same name, else the only one. */
function companion(files: readonly OpenFile[], of: OpenFile, fits: (file: OpenFile) => boolean): number | undefined {
  const found = files.flatMap((file, i) => (file !== of && fits(file) ? [i] : []));
  return found.find((i) => stem(files[i].name) === stem(of.name)) ?? (found.length === 1 ? found[0] : undefined);
}

/**
 * Which views show these files: all logs of runs together, a matrix with the text or the table that belongs to it,
 * everything else for itself. Each file is in one view; what nobody reads is `unknown`.
 */
export function planViews(files: readonly OpenFile[]): PlannedView[] {
  const views: PlannedView[] = [];
  const taken = new Set<number>();
  const take = (view: PlannedView) => {
    for (const i of [...view.files, view.beside]) if (i !== undefined) taken.add(i);
    views.push(view);
  };
  files.forEach((file, i) => {
    if (!MATRICES.includes(file.format)) return;
    const text = companion(files, file, isText);
    const table = companion(files, file, isTable);
    if (file.shape !== null && file.shape.length > 2) take({ kind: 'attention', files: [i], beside: text });
    else if (text !== undefined) take({ kind: 'activations', files: [i], beside: text });
    else if (file.format === 'npy') take({ kind: 'map', files: [i], beside: table });
  });
  files.forEach((file, i) => {
    if (file.format !== 'projector-tsv' || taken.has(i) || /metadata/i.test(file.name)) return;
    take({ kind: 'map', files: [i], beside: companion(files, file, (other) => isTable(other) && /metadata/i.test(other.name)) });
  });
  const runs = files.flatMap(({ format }, i) => (CURVES.includes(format) && !taken.has(i) ? [i] : []));
  if (runs.length > 0) take({ kind: 'curves', files: runs });
  files.forEach(({ format }, i) => {
    if (!taken.has(i)) take({ kind: ALONE[format] ?? 'unknown', files: [i] });
  });
  return views;
}
