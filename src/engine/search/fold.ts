const ASCII = /^[\0-\x7f]*$/;
/** Accents of Latin, Greek and Cyrillic letters; signs of other scripts that NFD splits off carry the word and stay. */
const ACCENTS = /[\u0300-\u036f]+/g;

/** The text without letter case and accents, composed (NFC), on one line. */
export function foldText(text: string): string {
  const line = text.includes('\n') ? text.replaceAll('\n', ' ') : text;
  if (ASCII.test(line)) return line.toLowerCase();
  return line.normalize('NFD').replaceAll(ACCENTS, '').normalize('NFC').toLowerCase();
}

/**
 * Where each UTF-16 unit of `foldText(text)` comes from: [length + 1] offsets into `text`, the last its length; null
 * where letters fold only together, and no unit has a place of its own.
 */
export function foldOffsets(text: string): Uint32Array | null {
  const folded = foldText(text);
  const offsets = new Uint32Array(folded.length + 1);
  let at = 0;
  let from = 0;
  for (const character of text) {
    const part = foldText(character);
    if (folded.startsWith(part, at)) {
      offsets.fill(from, at, at + part.length);
      at += part.length;
    } else return null;
    from += character.length;
  }
  offsets[folded.length] = text.length;
  return at === folded.length ? offsets : null;
}
