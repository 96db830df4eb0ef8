/** The words of a page that take no figures: those that its markup names. */
export function plainTexts(strings: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(strings).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
