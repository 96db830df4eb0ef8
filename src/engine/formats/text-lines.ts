import { LineSplitter } from './line-splitter';
import { formatError } from './parsed';

/**
 * Every line of a text file, with its number from 1.
 * @param what The file, for errors: `a CoNLL file`.
 * @throws FvError `format` where it is empty, binary or a web page.
 */
export function textFileLines(source: string | Uint8Array, what: string): string[] {
  const lines: string[] = [];
  const splitter = new LineSplitter(what);
  splitter.push(source, (text) => lines.push(text));
  splitter.judge();
  if (splitter.rest !== '') lines.push(splitter.rest);
  if (source.length === 0) throw formatError(what, 'an empty file', 'check that the file was written and uploaded whole');
  if (lines.every((line) => line.trim() === '')) throw formatError(what, 'blank lines', 'check that the file was written and uploaded whole');
  return lines;
}
