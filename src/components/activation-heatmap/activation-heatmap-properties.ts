import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { ActivationData, HeatmapSampling, Normalization, RampName, Segmentation } from '../../engine';
import type { RowOrder } from './row-order';

/** What a page may set on `<fv-activation-heatmap>`: its data, what of it is shown, and how. */
export abstract class ActivationHeatmapProperties extends LitElement {
  /** What to show. Arrays are read, never changed or detached; assign a new object to show other data. */
  @property({ attribute: false }) data: ActivationData | null = null;
  /** Address of activations to load: `.npy`, `.npz` or `.safetensors` ([segments, units]), or `.json` with everything in it. */
  @property({ reflect: true }) src = '';
  /** Address of the text of `src`, UTF-8. */
  @property({ reflect: true, attribute: 'text-src' }) textSrc = '';
  /** What a row of `src` stands for. */
  @property({ reflect: true }) segmentation: Segmentation = 'char';

  /** The pinned unit, from 0; null: none. */
  @property({ type: Number, reflect: true }) unit: number | null = null;
  /** The segment whose column is marked, from 0; null: none. */
  @property({ type: Number, reflect: true, attribute: 'highlighted-segment' }) highlightedSegment: number | null = null;
  /** The order of the rows: by number, by variance, similar units side by side, or by name. */
  @property({ reflect: true }) order: RowOrder = 'index';
  /** What a pixel shows that covers several values: the one farthest from zero, smallest and largest in turn, or the mean. */
  @property({ reflect: true }) sampling: HeatmapSampling = 'max-abs';
  /** Which values the ends of the colours stand for. */
  @property({ reflect: true }) normalization: Normalization = 'unit';
  /** Percent of each unit's values that `normalization="percentile"` cuts off at each end. */
  @property({ type: Number, reflect: true }) clip = 1;
  /** The ends of the colours by hand, the same for all units; null: by `normalization`. */
  @property({ type: Number, reflect: true }) low: number | null = null;
  @property({ type: Number, reflect: true }) high: number | null = null;
  @property({ reflect: true }) palette: RampName = 'viridis';
  /** The sample that is shown, from 0. */
  @property({ type: Number, reflect: true }) sample = 0;
  /** Name of the layer that is shown; empty: the sample's own activations. */
  @property({ reflect: true }) layer = '';
  /** Name of the class whose scores are shown; empty: none. */
  @property({ reflect: true, attribute: 'score-class' }) scoreClass = '';
  /** Id of an `<fv-activation-text>` of the same text in the same document or shadow root: it shows the unit under the pointer, and its segments mark their columns. */
  @property({ reflect: true }) for = '';
  /** BCP 47 tag of the words and numbers; empty: the nearest `lang`. */
  @property({ reflect: true }) locale = '';
  /** `light` or `dark`; empty: as the system has it. */
  @property({ reflect: true }) theme: 'light' | 'dark' | '' = '';
}

/** The properties that the element's own controls change. */
export type HeatmapSetting = 'order' | 'sampling' | 'normalization' | 'clip' | 'low' | 'high' | 'palette' | 'sample' | 'layer' | 'scoreClass';
