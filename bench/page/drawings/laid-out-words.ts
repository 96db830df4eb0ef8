/** Where the laid out words are served: float32, row-major [count, 2], layout units. */
export const layoutPath = (count: number): string => `layouts/words-${count}.f32`;

/** The layout of the most frequent words, moved and scaled into ± 1; row-major [count, 2]. */
export async function laidOutWords(count: number): Promise<Float32Array> {
  const response = await fetch(new URL(layoutPath(count), document.baseURI));
  if (!response.ok) throw new Error(`Expected the layout of ${count} words, received HTTP ${response.status}.`);
  const positions = new Float32Array(await response.arrayBuffer());
  const low = [Infinity, Infinity];
  const high = [-Infinity, -Infinity];
  positions.forEach((value, at) => {
    low[at & 1] = Math.min(low[at & 1], value);
    high[at & 1] = Math.max(high[at & 1], value);
  });
  const half = Math.max(high[0] - low[0], high[1] - low[1]) / 2;
  return positions.map((value, at) => (value - (low[at & 1] + high[at & 1]) / 2) / half);
}
