import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { SourcePlace, TensorGrouping, TensorOrder, WeightRule, WeightTrace, WeightWatchOptions } from '../../engine';

/** What a page may set on `<fv-weight-traces>`. */
export abstract class WeightTracesProperties extends LitElement {
  /** Tensors to show, as `parseWeights` gives them. Arrays are read, never changed; assign a new array to show others. */
  @property({ attribute: false }) data: readonly WeightTrace[] | null = null;
  /** Address, file or file handle of a `weights.txt`; empty: none. As an attribute an address. */
  @property({ reflect: true, converter: { fromAttribute: (value) => value ?? '', toAttribute: (value) => (typeof value === 'string' && value !== '' ? value : null) } }) src: SourcePlace = '';
  /** Seconds after which `src` is looked at again while it is still written; 0: never. */
  @property({ type: Number, reflect: true }) refresh = 0;
  /** Words that the names of shown tensors hold, in any order and case. */
  @property({ reflect: true }) query = '';
  /** Only tensors with this finding, or with any (`found`); empty: all. */
  @property({ reflect: true }) only: WeightRule | 'found' | '' = '';
  /** What is drawn: the weights, or how far they move from row to row. */
  @property({ reflect: true }) show: 'values' | 'updates' = 'values';
  @property({ reflect: true }) order: TensorOrder = 'file';
  @property({ reflect: true, attribute: 'group-by' }) groupBy: TensorGrouping = 'layer';
  /** `log`: of weights, their magnitudes. */
  @property({ reflect: true, attribute: 'y-scale' }) yScale: 'linear' | 'log' = 'linear';
  /** Thresholds of the findings, see `WEIGHT_WATCH_DEFAULTS`; null: no findings. */
  @property({ attribute: false }) watch: Partial<WeightWatchOptions> | null = {};
  /** The part of the iterations in sight, of all panels; null: everything. */
  @property({ attribute: false }) range: readonly [from: number, to: number] | null = null;
  /** BCP 47 tag of the words and numbers; empty: the nearest `lang`. */
  @property({ reflect: true }) locale = '';
  /** `light` or `dark`; empty: as the system has it. */
  @property({ reflect: true }) theme: 'light' | 'dark' | '' = '';
}

/** Properties that the element's own controls change. */
export type WeightSettingName = 'query' | 'only' | 'show' | 'order' | 'groupBy' | 'yScale';
