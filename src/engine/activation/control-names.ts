/** Short names of Unicode's controls that order text; without them a reader sees another order than the characters have. */
const ORDERING: Record<number, string> = {
  0x202a: 'LRE', 0x202b: 'RLE', 0x202c: 'PDF', 0x202d: 'LRO', 0x202e: 'RLO',
  0x2066: 'LRI', 0x2067: 'RLI', 0x2068: 'FSI', 0x2069: 'PDI',
};

/** Of characters that are not seen, though they may shape what is around them. */
const INVISIBLE: Record<number, string> = {
  0x00ad: 'SHY', 0x061c: 'ALM', 0x200b: 'ZWSP', 0x200c: 'ZWNJ', 0x200d: 'ZWJ', 0x200e: 'LRM', 0x200f: 'RLM',
  0x2060: 'WJ', 0xfeff: 'BOM', 0x2028: 'LS', 0x2029: 'PS', 0x85: 'NEL', 0x7f: '␡',
};

/** What a character is called that reorders the text around it, as in "Trojan Source" (CVE-2021-42574); null for all others. */
export function orderingControl(codePoint: number): string | null {
  return ORDERING[codePoint] ?? null;
}

/** What a character is called that cannot be seen: ordering and joining controls, ASCII controls (`␀`); null for all others. White space can be seen. */
export function invisibleControl(codePoint: number): string | null {
  if (codePoint < 32 && codePoint !== 9 && codePoint !== 10 && codePoint !== 13) return String.fromCharCode(0x2400 + codePoint);
  return ORDERING[codePoint] ?? INVISIBLE[codePoint] ?? null;
}

/** Whether a text holds anything {@link invisibleControl} knows. */
export function hasInvisible(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  return /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u0085\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/.test(text);
}
