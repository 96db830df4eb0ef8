/** Source of an ES module that registers the elements of a report; in the one-file CDN build `plots-code.inline.ts` stands in its place. */
export async function plotsCode(): Promise<string> {
  return (await import('virtual:fv-standalone-plots')).default;
}
