/** Source of an ES module that registers the elements of a report: this file itself. */
export async function plotsCode(): Promise<string> {
  const response = await fetch(import.meta.url);
  if (!response.ok) throw new Error(`${import.meta.url}: ${response.status}`);
  return response.text();
}
