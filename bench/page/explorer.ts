import '../../src/define/embedding-map';
import type { FvEmbeddingMap } from '../../src/components/embedding-map/fv-embedding-map';
import type { PanelName } from '../../src/components/embedding-map/map-tools';
import { laidOutWords } from './drawings/laid-out-words';
import { longestTaskDuring } from './long-tasks';
import { benchWords } from './words';

export interface ExplorerStep {
  name: string;
  /** From the user's act to its answer on the screen. */
  ms: number;
  longestTaskMs: number;
  longestTask: string;
}

const frame = () => new Promise(requestAnimationFrame);

async function until<Value>(read: () => Value | null | undefined | false, limitMs = 120_000): Promise<Value> {
  const started = performance.now();
  for (;;) {
    const value = read();
    if (value) return value;
    if (performance.now() - started > limitMs) throw new Error(`Expected ${read.toString()} within ${limitMs / 1000} s.`);
    await frame();
  }
}

const heard = (map: FvEmbeddingMap, event: string) => new Promise((resolve) => { map.addEventListener(event, resolve, { once: true }); });
const find = (map: FvEmbeddingMap, selector: string) => map.shadowRoot!.querySelector<HTMLElement>(selector);
const open = async (map: FvEmbeddingMap, panel: PanelName, selector: string) => {
  map.panel = panel;
  await until(() => find(map, selector));
};

/** Types one more letter into a field of the drawer. */
function type(map: FvEmbeddingMap, selector: string, text: string): void {
  const field = find(map, selector) as HTMLInputElement;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}

const STEPS: Record<string, (map: FvEmbeddingMap) => Promise<unknown> | void> = {
  'search: open': (map) => open(map, 'search', '.search-input'),
  ...Object.fromEntries(['k', 'ki', 'kin', 'king'].map((text) => [`search: keystroke "${text}"`, async (map: FvEmbeddingMap) => {
    const answered = heard(map, 'fv-search');
    type(map, '.search-input', text);
    await answered;
  }])),
  'search: fuzzy "kign"': async (map) => {
    map.searchMode = 'fuzzy';
    await map.search('kign', { mode: 'fuzzy' });
  },
  'search: regular expression': (map) => map.search('^un.*able$', { mode: 'regex' }),
  'neighbours: pin, k = 100': async (map) => {
    Object.assign(map, { query: '', panel: 'neighbors', neighborCount: 100, pinned: 42 });
    await until(() => find(map, '.neighbors li'));
  },
  'neighbours: pin the next': async (map) => {
    const before = find(map, '.neighbors')!.textContent;
    map.pinned = 1_234;
    await until(() => find(map, '.neighbors')?.textContent !== before);
  },
  'selection: half of all points': async (map) => {
    Object.assign(map, { pinned: null, panel: 'selection' });
    map.select(Array.from({ length: map.data!.labels.length >> 1 }, (_, i) => 2 * i));
    await until(() => find(map, '.lifts'));
  },
  'selection: undo': (map) => {
    map.select([]);
  },
  'colour: category': (map) => void Object.assign(map, { panel: 'colors', colorBy: 'first letter' }),
  'colour: every label a category': (map) => void Object.assign(map, { colorBy: 'word' }),
  'colour: only its "other"': async (map) => {
    const line = await until(() => [...map.shadowRoot!.querySelectorAll<HTMLElement>('.legend button')].find(({ textContent }) => /^\s*other/.test(textContent)));
    line.click();
  },
  'colour: number': (map) => void Object.assign(map, { soloed: [], colorBy: 'rank' }),
  'colour: quantiles': (map) => void Object.assign(map, { colorScale: 'quantile' }),
  'colour: logarithm': (map) => void Object.assign(map, { colorScale: 'log' }),
  'size by number': (map) => void Object.assign(map, { sizeBy: 'rank' }),
  axis: async (map) => {
    Object.assign(map, { sizeBy: '', colorScale: 'auto', panel: 'axes', axis: 'man … woman' });
    await until(() => find(map, '.axis-lists'));
    map.colorBy = 'axis';
  },
  analogy: (map) => map.analogy(['king', 'woman'], ['man']),
  'list: all points by number': async (map) => {
    Object.assign(map, { colorBy: 'first letter', panel: 'list', listScope: 'all', listOrder: 'rank', listDescending: true });
    await until(() => find(map, '#listed-points [role=option]'));
  },
  audit: (map) => map.audit(),
  'export: PNG': (map) => map.toPng(),
  'export: table': (map) => map.toCsv(),
};

/** What a user does with the whole map, one after the other; the words are laid out already. */
export async function measureExplorer(count: number): Promise<{ steps: ExplorerStep[] }> {
  const { vectors, dimensions, words } = await benchWords(count);
  const positions = await laidOutWords(count);
  const map = document.createElement('fv-embedding-map');
  map.style.height = '780px';
  document.body.append(map);
  const steps: ExplorerStep[] = [];
  const step = async (name: string, act: () => unknown) => {
    const { value, ...longest } = await longestTaskDuring(async () => {
      const started = performance.now();
      await act();
      await map.updateComplete;
      await frame();
      await frame();
      const ms = performance.now() - started;
      // What goes on behind the answer belongs to it.
      await new Promise((resolve) => { setTimeout(resolve, 500); });
      return ms;
    });
    steps.push({ name, ms: value, ...longest });
  };
  try {
    await step('open', async () => {
      map.data = { vectors, dimensions, labels: words, positions, columns: { 'first letter': words.map((word) => word[0]), word: words, rank: Float32Array.from(words, (_, i) => i + 1) } };
      await map.updateComplete;
      await until(() => map.regions.length > 0);
    });
    for (const [name, act] of Object.entries(STEPS)) await step(name, () => act(map));
    return { steps };
  } finally {
    map.remove();
  }
}
