import { LitElement, type PropertyDeclaration } from 'lit';
import { property } from 'lit/decorators.js';
import type { BackendPreference, EmbeddingMapData, Metric, TsneOptions } from '../../engine';
import type { PanelName } from './map-tools';

/** A number, or `auto`. */
const autoOrNumber: PropertyDeclaration<number | 'auto'>['converter'] = {
  fromAttribute: (value) => (value === null || value === 'auto' ? 'auto' : Number(value)),
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
  /** Name of the column that colours the points; `preservation` is each point's share of kept neighbours, once it is measured. */
  @property({ reflect: true, attribute: 'color-by' }) colorBy = '';
  /** Shows, finds and lists only so many leading rows; null: all. The layout goes on without regard to it. */
  @property({ type: Number, reflect: true }) limit: number | null = null;
  /** Lays out as soon as there are vectors without positions. */
  @property({ type: Boolean, reflect: true }) autorun = false;
  /** The panel that is open, by the name of its tool; empty: none. */
  @property({ reflect: true }) panel: PanelName | '' = '';
  /** Buttons at the right edge that open the panels: `auto`, or `none` for a page that brings its own. */
  @property({ reflect: true }) toolbar: 'auto' | 'none' = 'auto';
  /** BCP 47 tag of the words and numbers; empty: the nearest `lang`. */
  @property({ reflect: true }) locale = '';
  /** `light` or `dark`; empty: as the system has it. */
  @property({ reflect: true }) theme: 'light' | 'dark' | '' = '';

  /** The options of a layout, as set now. */
  protected layoutOptions(dimensions: number): TsneOptions {
    const { perplexity, iterations, earlyExaggeration, exaggeration, learningRate, metric, seed, backend } = this;
    return { dimensions, perplexity, iterations, earlyExaggeration, exaggeration, learningRate, metric, seed, backend };
  }

  /** Rows of `points` within {@link limit}. */
  protected rowsOf(points: number): number {
    return this.limit !== null && this.limit >= 0 ? Math.min(Math.floor(this.limit), points) : points;
  }
}
