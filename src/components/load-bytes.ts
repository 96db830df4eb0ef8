import { FvError } from '../engine';

/** A server that has sent nothing by now is not waited for, ms. */
const PATIENCE_MS = 30_000;

/**
 * The bytes of an address, or of a file that the user chose or dropped.
 * @param mostBytes Longest file that is taken.
 * @throws FvError `network` where it does not come, `format` where it is too long, `aborted`.
 */
export async function loadBytes(source: string | File, mostBytes: number, signal: AbortSignal): Promise<Uint8Array> {
  if (typeof source !== 'string') {
    rejectLong(source.name, source.size, mostBytes);
    return new Uint8Array(await source.arrayBuffer());
  }
  const patience = AbortSignal.timeout(PATIENCE_MS);
  let received: string;
  try {
    const response = await fetch(source, { signal: AbortSignal.any([signal, patience]) });
    if (response.ok) {
      rejectLong(source, Number(response.headers.get('content-length')), mostBytes);
      return new Uint8Array(await response.arrayBuffer());
    }
    received = `HTTP ${response.status}`;
  } catch (error) {
    if (signal.aborted || error instanceof FvError) throw FvError.from(error);
    received = patience.aborted ? `no answer within ${PATIENCE_MS / 1000} s` : String(error);
  }
  throw new FvError({ code: 'network', expected: `the file ${source}`, received, fix: 'check the address, and whether its server lets this page read it (CORS)' });
}

function rejectLong(name: string, bytes: number, most: number): void {
  if (bytes > most) throw new FvError({ code: 'format', expected: `a file of at most ${most / 1e6} MB`, received: `${Math.round(bytes / 1e6)} MB in ${name}`, fix: 'pass a part of it' });
}

/** The name of the file at an address, for what goes by names. */
export function fileName(source: string | File): string {
  return typeof source === 'string' ? (source.replace(/[?#].*$/, '').split('/').at(-1) ?? '') : source.name;
}
