import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { LearningRateSweep, SourcePlace } from '../../engine';

/** What a page may set on `<fv-learning-rate>`. */
export abstract class LearningRateProperties extends LitElement {
  /** The sweep, as `parseLearningRate` gives it. Arrays are read, never changed; assign a new object to show another. */
  @property({ attribute: false }) data: LearningRateSweep | null = null;
  /** Address, file or file handle of a `learning_rate.tsv`; empty: none. As an attribute an address. */
  @property({ reflect: true, converter: { fromAttribute: (value) => value ?? '', toAttribute: (value) => (typeof value === 'string' && value !== '' ? value : null) } }) src: SourcePlace = '';
  /** Seconds after which `src` is looked at again while it is still written; 0: never. */
  @property({ type: Number, reflect: true }) refresh = 0;
  /** Rows left out at the beginning, as by Flair's Plotter. */
  @property({ type: Number, reflect: true, attribute: 'skip-first' }) skipFirst = 10;
  /** Rows left out at the end. */
  @property({ type: Number, reflect: true, attribute: 'skip-last' }) skipLast = 5;
  /** 0 … 0.99: weight that a moving average keeps from row to row. Flair's loss is smoothed already. */
  @property({ type: Number, reflect: true }) smoothing = 0;
  @property({ reflect: true, attribute: 'y-scale' }) yScale: 'linear' | 'log' = 'linear';
  /** Learning rates in sight; null: all. */
  @property({ attribute: false }) range: readonly [from: number, to: number] | null = null;
  /** BCP 47 tag of the words and numbers; empty: the nearest `lang`. */
  @property({ reflect: true }) locale = '';
  /** `light` or `dark`; empty: as the system has it. */
  @property({ reflect: true }) theme: 'light' | 'dark' | '' = '';
}

/** Properties that the element's own controls change. */
export type SweepSettingName = 'smoothing' | 'yScale';
