import { LitElement, type PropertyDeclaration, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { AnalogyMethod, BackendPreference, ColorScaleName, ColorScaleOptions, EmbeddingMapData, FilterKey, Metric, NeighborMetric, RampName, SearchMode, TsneOptions } from '../../engine';
import type { AuditThresholds } from './audit-settings';
import type { PointerTool } from '../controllers/pointer-gestures';
import type { PanelName } from './map-tools';

/** Which labels a map has. */
export type LabelMode = 'auto' | 'points' | 'regions' | 'none';

/** Which points the list has. */
export type ListScope = 'view' | 'selection' | 'all';

/** A number, or `auto`. */
const autoOrNumber: PropertyDeclaration<number | 'auto'>['converter'] = {
  fromAttribute: (value) => (value === null || value === 'auto' ? 'auto' : Number(value)),
};

/** A JSON list, or a single name as it stands. */
const names: PropertyDeclaration<readonly FilterKey[]>['converter'] = {
  fromAttribute: (value) => {
    if (!value) return [];
    try {
      const list: unknown = JSON.parse(value);
      if (Array.isArray(list)) return list.filter((name: unknown): name is FilterKey => name === null || typeof name === 'string');
    } catch {
      // A name.
    }
    return [value];
  },
};

/** Two numbers with a space or a comma between them. */
const range: PropertyDeclaration<readonly [number, number] | null>['converter'] = {
  fromAttribute: (value) => {
    const [low, high] = value?.trim().split(/[\s,]+/).map(Number) ?? [];
    return low < high ? [low, high] : null;
  },
};

/** What a page may set on a map: its data, the options of the layout, and how it is shown. */
export abstract class MapProperties extends LitElement {
  /** What to show. Arrays are read, never changed or detached; assign a new object to show other data. */
  @property({ attribute: false }) data: EmbeddingMapData | null = null;
  /** Address of vectors to load: `.npy`, `.bytes` and `.tsv` (Embedding Projector), else GloVe, word2vec or fastText. */
  @property({ reflect: true }) src = '';
  /** Address of the Embedding Projector's table of labels and columns for the rows of `src`. */
  @property({ reflect: true, attribute: 'metadata-src' }) metadataSrc = '';
  /** Effective number of neighbours of a point; taken by the next `run()`, like all options of the layout. */
  @property({ type: Number, reflect: true }) perplexity = 30;
  /** Gradient steps. */
  @property({ type: Number, reflect: true }) iterations = 750;
  @property({ type: Number, reflect: true, attribute: 'early-exaggeration' }) earlyExaggeration = 12;
  @property({ type: Number, reflect: true }) exaggeration = 1;
  @property({ reflect: true, attribute: 'learning-rate', converter: autoOrNumber }) learningRate: number | 'auto' = 'auto';
  @property({ reflect: true }) metric: Metric = 'cosine';
  @property({ type: Number, reflect: true }) seed = 0;
  @property({ reflect: true }) backend: BackendPreference = 'auto';
  /**
   * Name of the column that colours the points. Where no column has the name: `preservation`, each point's share of kept
   * neighbours, once it is measured; `axis`, its score on {@link axis}; `search`, whether it matches the search.
   */
  @property({ reflect: true, attribute: 'color-by' }) colorBy = '';
  /** How the column colours: by category, or its numbers linearly, by logarithm or by rank; `auto`: numbers linearly, all else by category. */
  @property({ reflect: true, attribute: 'color-scale' }) colorScale: ColorScaleName = 'auto';
  /** Ramp of numbers; empty: `blue-red` around zero where a linear scale has values of both signs, else `viridis`. */
  @property({ reflect: true, attribute: 'color-palette' }) colorPalette: RampName | '' = '';
  /** Turns the ramp round. */
  @property({ type: Boolean, reflect: true, attribute: 'color-reversed' }) colorReversed = false;
  /** Values at the ends of the ramp, as an attribute `0 10`; null: all values. */
  @property({ attribute: 'color-domain', converter: range }) colorDomain: readonly [number, number] | null = null;
  /** Categories that have a colour besides the most frequent; as an attribute a JSON list. */
  @property({ attribute: 'colored-categories', converter: names }) coloredCategories: readonly string[] = [];
  /** Only these categories are on show, the others are muted; empty: all but {@link hiddenCategories}. `null` is "no value"; of numbers `values` and `not-positive`. */
  @property({ attribute: 'soloed', converter: names }) soloed: readonly FilterKey[] = [];
  /** Categories that are muted, as in {@link soloed}. */
  @property({ attribute: 'hidden-categories', converter: names }) hiddenCategories: readonly FilterKey[] = [];
  /** Name of the numeric column or lens that the size of the points tells; empty: none. */
  @property({ reflect: true, attribute: 'size-by' }) sizeBy = '';
  /** Words that `color-by="axis"` and the panel of axes are about: `man, he … woman, she`, or an analogy, `king - man + woman`. */
  @property({ reflect: true }) axis = '';
  /** How answers to an analogy are ranked: by their cosine with the sum of unit vectors (3CosAdd), or by the product of cosines (3CosMul). */
  @property({ reflect: true, attribute: 'analogy-method' }) analogyMethod: AnalogyMethod = 'add';
  /** Shows, finds and lists only so many leading rows; null: all. The layout goes on without regard to it. */
  @property({ type: Number, reflect: true }) limit: number | null = null;
  /** What is named on the map: the dense regions and the points (`auto`), one of them, or nothing. */
  @property({ reflect: true }) labels: LabelMode = 'auto';
  /** Column of numbers whose highest values are labelled first; empty: the first rows are, as word lists come in order of frequency. */
  @property({ reflect: true, attribute: 'label-priority' }) labelPriority = '';
  /** Column of categories that names the regions by the value that is over-represented there; empty: their most characteristic words do. */
  @property({ reflect: true, attribute: 'region-names' }) regionNames = '';
  /** Draws lines of equal density. */
  @property({ type: Boolean, reflect: true }) contours = false;
  /** Lays out as soon as there are vectors without positions. */
  @property({ type: Boolean, reflect: true }) autorun = false;
  /** What is searched for, as in the panel of the search; its matches show there, in `color-by="search"` and by {@link searchMuted}. */
  @property({ reflect: true }) query = '';
  /** How the query is read: letters in a row, words with typing errors, or a regular expression. */
  @property({ reflect: true, attribute: 'search-mode' }) searchMode: SearchMode = 'substring';
  /** Columns that are searched besides the labels; as an attribute a JSON list. */
  @property({ attribute: 'search-columns', converter: names }) searchColumns: readonly string[] = [];
  /** Mutes what does not match the query. */
  @property({ type: Boolean, reflect: true, attribute: 'search-muted' }) searchMuted = false;
  /** Column of labels that the noise audit compares; empty: the one that colours, else the first that has texts. */
  @property({ reflect: true, attribute: 'audit-column' }) auditColumn = '';
  /** What the rules of the noise audit call noise; those left out have their defaults. */
  @property({ attribute: false }) auditThresholds: AuditThresholds = {};
  /** Points that the list has: those in sight, the selected ones, or all within {@link limit}. */
  @property({ reflect: true, attribute: 'list-scope' }) listScope: ListScope = 'view';
  /** Name of the column or lens that orders the list; empty: the rows do. */
  @property({ reflect: true, attribute: 'list-order' }) listOrder = '';
  /** The highest values come first. */
  @property({ type: Boolean, reflect: true, attribute: 'list-descending' }) listDescending = false;
  /** The panel that is open, by the name of its tool; empty: none. */
  @property({ reflect: true }) panel: PanelName | '' = '';
  /** Buttons at the right edge that open the panels: `auto`, or `none` for a page that brings its own. */
  @property({ reflect: true }) toolbar: 'auto' | 'none' = 'auto';
  /** Keeps view, selection and looks in the fragment of the page's address, and takes them from there. One map a page. */
  @property({ type: Boolean, reflect: true, attribute: 'url-state' }) urlState = false;
  /** Id of the point whose neighbours are on show; null: none. */
  @property({ type: Number, reflect: true }) pinned: number | null = null;
  /** How many neighbours of it are told, 5 … 100. */
  @property({ type: Number, reflect: true, attribute: 'neighbor-count' }) neighborCount = 10;
  /** How they are found; empty: by `metric`. */
  @property({ reflect: true, attribute: 'neighbor-metric' }) neighborMetric: NeighborMetric | '' = '';
  /** What dragging does: move the map, or outline points to select, freely or as a box. Shift outlines in any case. */
  @property({ reflect: true }) tool: PointerTool = 'pan';
  /** BCP 47 tag of the words and numbers; empty: the nearest `lang`. */
  @property({ reflect: true }) locale = '';
  /** `light` or `dark`; empty: as the system has it. */
  @property({ reflect: true }) theme: 'light' | 'dark' | '' = '';

  /** The options of a layout, as set now. */
  protected layoutOptions(dimensions: number): TsneOptions {
    const { perplexity, iterations, earlyExaggeration, exaggeration, learningRate, metric, seed, backend } = this;
    return { dimensions, perplexity, iterations, earlyExaggeration, exaggeration, learningRate, metric, seed, backend };
  }

  /** How the column colours, as set now. */
  protected get colorOptions(): ColorScaleOptions {
    const { colorScale, colorPalette, colorReversed, colorDomain, coloredCategories } = this;
    return { scale: colorScale, ramp: colorPalette, reversed: colorReversed, domain: colorDomain, colored: coloredCategories };
  }

  /** Another column has other categories and other values: what was set for those before goes, unless it was set along. */
  protected forgetColumn(changed: PropertyValues<this>): void {
    if (!changed.has('colorDomain')) this.colorDomain = null;
    if (!changed.has('coloredCategories')) this.coloredCategories = [];
    if (!changed.has('soloed')) this.soloed = [];
    if (!changed.has('hiddenCategories')) this.hiddenCategories = [];
  }

  /** Rows of `points` within {@link limit}. */
  protected rowsOf(points: number): number {
    return this.limit !== null && this.limit >= 0 ? Math.min(Math.floor(this.limit), points) : points;
  }
}
