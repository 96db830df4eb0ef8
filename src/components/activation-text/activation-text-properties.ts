import { LitElement, type PropertyDeclaration } from 'lit';
import { property } from 'lit/decorators.js';
import type { ActivationData, Aggregation, Granularity, Normalization, RampName, Segmentation, UnitReduction } from '../../engine';

/** `1,5,9` */
const numbers: PropertyDeclaration<readonly number[] | null>['converter'] = {
  fromAttribute: (value) => (value === null || value.trim() === '' ? null : value.split(',').map(Number)),
  toAttribute: (value) => (value ? value.join(',') : null),
};

/** What a page may set on `<fv-activation-text>`: its data, what of it is shown, and how. */
export abstract class ActivationTextProperties extends LitElement {
  /** What to show. Arrays are read, never changed or detached; assign a new object to show other data. */
  @property({ attribute: false }) data: ActivationData | null = null;
  /** Address of activations to load: `.npy`, `.npz` or `.safetensors` ([segments, units]), or `.json` with everything in it. */
  @property({ reflect: true }) src = '';
  /** Address of the text of `src`, UTF-8. */
  @property({ reflect: true, attribute: 'text-src' }) textSrc = '';
  /** What a row of `src` stands for. */
  @property({ reflect: true }) segmentation: Segmentation = 'char';

  /** The unit that colours the text, from 0. */
  @property({ type: Number, reflect: true }) unit = 0;
  /** Several units, joined by `reduce`, in place of `unit`; null: `unit` alone. As an attribute separated by commas. */
  @property({ reflect: true, converter: numbers }) units: readonly number[] | null = null;
  @property({ reflect: true }) reduce: UnitReduction = 'mean';
  /** How finely the text is coloured; empty: as the data has it. */
  @property({ reflect: true }) granularity: Granularity | '' = '';
  /** How segments are joined into what contains them. */
  @property({ reflect: true }) aggregate: Aggregation = 'mean';
  /** Which values the ends of the colours stand for. */
  @property({ reflect: true }) normalization: Normalization = 'unit';
  /** Percent of the values that `normalization="percentile"` cuts off at each end. */
  @property({ type: Number, reflect: true }) clip = 1;
  /** The ends of the colours by hand, in units of the values; null: by `normalization`. */
  @property({ type: Number, reflect: true }) low: number | null = null;
  @property({ type: Number, reflect: true }) high: number | null = null;
  @property({ reflect: true }) palette: RampName = 'viridis';
  /** Underlines segments by their value, so that it is told not by colour alone. */
  @property({ type: Boolean, reflect: true }) underline = false;
  /** Shows white space and other invisible characters. */
  @property({ type: Boolean, reflect: true }) whitespace = false;
  /** The sample that is shown, from 0. */
  @property({ type: Number, reflect: true }) sample = 0;
  /** Name of the layer that is shown; empty: the sample's own activations. */
  @property({ reflect: true }) layer = '';
  /** Name of the class whose scores are shown; empty: none. */
  @property({ reflect: true, attribute: 'score-class' }) scoreClass = '';
  /** What the text is called, for assistive technology, where a page has several; empty: no name of its own. */
  @property({ reflect: true }) label = '';
  /** A segment that is marked from outside, from 0, at the granularity shown; null: none. */
  @property({ type: Number, reflect: true, attribute: 'highlighted-segment' }) highlightedSegment: number | null = null;
  /** BCP 47 tag of the words and numbers, and of the rules of words and sentences; empty: the nearest `lang`. */
  @property({ reflect: true }) locale = '';
  /** `light` or `dark`; empty: as the system has it. */
  @property({ reflect: true }) theme: 'light' | 'dark' | '' = '';

  /** The units that colour the text. */
  protected get shownUnits(): readonly number[] {
    return this.units && this.units.length > 0 ? this.units : [this.unit];
  }
}

/** The properties that the element's own controls change. */
export type SettingName = 'granularity' | 'reduce' | 'aggregate' | 'normalization' | 'clip' | 'low' | 'high' | 'palette' | 'underline' | 'whitespace' | 'sample' | 'layer' | 'scoreClass';
