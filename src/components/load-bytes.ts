import { FvError } from '../engine';

/** A server that has sent nothing by now is not waited for, ms. */
const PATIENCE_MS = 30_000;

/**
 * What a server answers, its body on the way. Patience is for the answer: a long file may take its time.
 * @throws FvError `network` where it does not come, `aborted`.
 */
export async function requestFile(url: string, signal: AbortSignal): Promise<Response> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  let received: string;
  try {
    const response = await fetch(url, { signal: AbortSignal.any([signal, patience.signal]) });
    if (response.ok) return response;
    received = `HTTP ${response.status}`;
  } catch (error) {
    if (signal.aborted) throw FvError.from(error);
    received = patience.signal.aborted ? `no answer within ${PATIENCE_MS / 1000} s` : String(error);
  } finally {
    clearTimeout(timer);
  }
  throw new FvError({ code: 'network', expected: `the file ${url}`, received, fix: 'check the address, and whether its server lets this page read it (CORS)' });
}

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
  const response = await requestFile(source, signal);
  rejectLong(source, Number(response.headers.get('content-length')), mostBytes);
  return new Uint8Array(await bodyOf(source, response, signal));
}

/** The bytes of an answer. @throws FvError `network` where the line breaks, `aborted`. */
async function bodyOf(url: string, response: Response, signal: AbortSignal): Promise<ArrayBuffer> {
  try {
    return await response.arrayBuffer();
  } catch (error) {
    if (signal.aborted) throw FvError.from(error);
    throw new FvError({ code: 'network', expected: `the whole file ${url}`, received: String(error), fix: 'try again: the connection broke' }, { cause: error });
  }
}

/** The bytes of an address. @throws FvError `network` where they do not come, `aborted`. */
export async function bytesOf(url: string, signal: AbortSignal): Promise<ArrayBuffer> {
  return bodyOf(url, await requestFile(url, signal), signal);
}

function rejectLong(name: string, bytes: number, most: number): void {
  if (bytes > most) throw new FvError({ code: 'format', expected: `a file of at most ${most / 1e6} MB`, received: `${Math.round(bytes / 1e6)} MB in ${name}`, fix: 'pass a part of it' });
}

/** The name of the file at an address, for what goes by names. */
export function fileName(source: string | File): string {
  return typeof source === 'string' ? (source.replace(/[?#].*$/, '').split('/').at(-1) ?? '') : source.name;
}
