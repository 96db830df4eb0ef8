/** What a page with an embedded map says of it; its arrays stand in blocks of their own. */
export interface EmbeddedMap {
  /** Of the vectors; null where there are none. */
  dimensions: number | null;
  columns: { name: string; numeric: boolean }[];
  contexts: boolean;
  /** Fragment of `map-state.ts`. */
  state: string;
  theme: string;
}

/**
 * Gives the map of such a page its data. Its source is written into the page: it may use nothing from outside its own body.
 */
export function showEmbeddedMap(document: Document): void {
  const text = (id: string) => document.getElementById(id)!.textContent;
  const floats = (id: string) => {
    const binary = atob(text(id));
    const bytes = new Uint8Array(binary.length);
    for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
    return new Float32Array(bytes.buffer);
  };
  const embedded = JSON.parse(text('fv-map')) as EmbeddedMap;
  const map = document.querySelector('fv-embedding-map')!;
  map.data = {
    labels: JSON.parse(text('fv-labels')),
    positions: floats('fv-positions'),
    ...(embedded.contexts ? { contexts: JSON.parse(text('fv-contexts')) } : {}),
    ...(embedded.dimensions === null ? {} : { vectors: floats('fv-vectors'), dimensions: embedded.dimensions }),
    columns: Object.fromEntries(embedded.columns.map(({ name, numeric }, i) => [name, numeric ? floats(`fv-column-${i}`) : JSON.parse(text(`fv-column-${i}`))])),
  };
  if (embedded.theme === 'light' || embedded.theme === 'dark') map.theme = embedded.theme;
  map.viewState = location.hash.length > 1 ? location.hash : embedded.state;
}
