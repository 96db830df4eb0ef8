import type { ActivationData } from '../activation/activation-data';
import { activationBuffers, readActivationFile, type ActivationFile } from '../activation/read-activation-file';
import type { FileFormat, Repair } from '../formats';
import { joinBytes } from '../join-bytes';
import type { TaskScope } from '../tasks/messages';
import { openReader, type OpenReader, type SourceKind } from './source-readers';
import { packData } from './transferable';

/** A file while it is read. */
interface OpenSource {
  kind: SourceKind;
  /** Address or path. */
  file: string;
  name: string;
  open: OpenReader | null;
  /** What came before it was known which reader to take. */
  first: Uint8Array;
  /** What was taken and is not yet handed over. */
  left: readonly unknown[];
}

/** What a file holds so far. */
export interface TakenSource {
  /** Packed, see `packData`. */
  data: unknown;
  repairs: Repair[];
  format: FileFormat;
  /** Entries of a long list that are still here: `more` hands them over. */
  left: number;
}

/** Entries of a list handed over at once: a message of thousands of objects holds the page up that reads it. */
const PIECE_ENTRIES = 128;

/** What reads files in a worker: one reader per file, by a number of the caller's. */
export function createSourceHandlers() {
  const sources = new Map<number, OpenSource>();
  const sourceOf = (id: number) => {
    const source = sources.get(id);
    if (!source) throw new Error(`no source ${id}`);
    return source;
  };
  return {
    /** Begins a file, again where it was begun before. */
    open({ id, kind, file, name }: { id: number; kind: SourceKind; file: string; name: string }): void {
      sources.set(id, { kind, file, name, open: null, first: new Uint8Array(0), left: [] });
    },
    /** Reads on; whether only new bytes are wanted when the file has changed. */
    push({ id, bytes }: { id: number; bytes: Uint8Array }): boolean {
      const source = sourceOf(id);
      if (source.open) source.open.reader.push(bytes);
      else {
        source.first = joinBytes(source.first, bytes);
        source.open = openReader(source.kind, source.file, source.name, source.first, false);
        source.open?.reader.push(source.first);
        if (source.open) source.first = new Uint8Array(0);
      }
      return source.open?.appends ?? true;
    },
    /** What there is so far; `whole`: its last line is taken as it stands, and an empty file is an error. */
    take({ id, whole }: { id: number; whole: boolean }, scope: TaskScope): TakenSource {
      const source = sourceOf(id);
      let { open } = source;
      if (!open) {
        open = openReader(source.kind, source.file, source.name, source.first, true)!;
        open.reader.push(source.first);
      }
      const { value, repairs } = whole ? open.reader.finish() : open.reader.snapshot();
      const list: readonly unknown[] | null = Array.isArray(value) ? value : null;
      const { data, buffers } = packData(list ? list.slice(0, PIECE_ENTRIES) : value);
      source.left = list ? list.slice(PIECE_ENTRIES) : [];
      scope.transfer(...buffers);
      return { data, repairs, format: open.format, left: source.left.length };
    },
    /** The next entries of a list that was taken. */
    more({ id }: { id: number }, scope: TaskScope): Pick<TakenSource, 'data' | 'left'> {
      const source = sourceOf(id);
      const { data, buffers } = packData(source.left.slice(0, PIECE_ENTRIES));
      source.left = source.left.slice(PIECE_ENTRIES);
      scope.transfer(...buffers);
      return { data, left: source.left.length };
    },
    close: ({ id }: { id: number }): void => void sources.delete(id),
    /** Reads a whole file of activations. */
    activations(file: ActivationFile, scope: TaskScope): ActivationData {
      const data = readActivationFile(file);
      scope.transfer(...activationBuffers(data));
      return data;
    },
  };
}

export type SourceHandlers = ReturnType<typeof createSourceHandlers>;
