import type { FvError } from '../errors';
import { formatError } from './parsed';

/** What the first bytes of a file say it is, and how to come by the text; `null` where nothing speaks against text. */
const CONTAINERS: { start: number[]; name: string; fix: string }[] = [
  { start: [0x1f, 0x8b], name: 'a gzip file', fix: 'unpack it, or pass stream.pipeThrough(new DecompressionStream("gzip"))' },
  { start: [0x50, 0x4b, 0x03, 0x04], name: 'a zip archive (a PyTorch model is one too)', fix: 'pass the text file itself' },
  { start: [0x93, 0x4e, 0x55, 0x4d], name: 'a NumPy array', fix: 'pass it to parseNpy' },
  { start: [0x25, 0x50, 0x44, 0x46], name: 'a PDF', fix: 'pass the text file itself' },
  { start: [0x89, 0x50, 0x4e, 0x47], name: 'a picture', fix: 'pass the text file itself' },
];

/** Bytes that are looked through for NUL, which no text holds. */
const SEARCHED_BYTES = 4096;

/**
 * @param bytes The first bytes of a file, at best some thousand.
 * @throws FvError `format` where they are no text.
 */
export function rejectBinary(bytes: Uint8Array, what: string): void {
  const container = CONTAINERS.find(({ start }) => start.every((byte, i) => bytes[i] === byte));
  if (container !== undefined) throw formatError(what, container.name, container.fix);
  if (bytes.subarray(0, SEARCHED_BYTES).includes(0)) throw formatError(what, 'a binary file', 'check the name of the file');
}

/**
 * @param head The beginning of a text.
 * @throws FvError `format` where it is a web page, XML or not text at all.
 */
export function rejectOtherText(head: string, what: string): void {
  const start = head.slice(0, SEARCHED_BYTES).trimStart().slice(0, 64).toLowerCase();
  if (/^<(?:!doctype html|html|head|body)\b/.test(start)) throw formatError(what, 'a web page (HTML)', 'check the address: the server answered with a page instead of the file');
  if (start.startsWith('<?xml')) throw formatError(what, 'an XML document', 'check the address or the name of the file');
  if (head.slice(0, SEARCHED_BYTES).includes('\0')) throw formatError(what, 'a binary file', 'check the name of the file');
}

/** A line that goes on for longer than this is none: the pieces of a stream must not pile up in wait for its end. */
export const LONGEST_LINE = 1 << 24;

export function endlessLineError(what: string): FvError {
  return formatError(what, `a line of more than ${LONGEST_LINE >> 20} MB`, 'check that this is a text file with line ends');
}
