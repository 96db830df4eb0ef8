import { LitElement, type PropertyDeclaration } from 'lit';
import { property } from 'lit/decorators.js';
import type { AttentionData, Head, HeadOrder, RampName } from '../../engine';

/** How the heads that are chosen are shown. */
export const ATTENTION_VIEWS = ['matrix', 'links'] as const;
export type AttentionView = (typeof ATTENTION_VIEWS)[number];

/** Which weight the upper end of the colours stands for: the largest of each head, or of all. */
export const WEIGHT_RANGES = ['head', 'all'] as const;
export type WeightRange = (typeof WEIGHT_RANGES)[number];

/** `0.3,5.11`: layer and head */
const heads: PropertyDeclaration<readonly Head[]>['converter'] = {
  fromAttribute: (value) => (value ?? '').split(',').filter((part) => part.trim() !== '').map((part): Head => {
    const [layer, head] = part.split('.').map(Number);
    return [layer, head];
  }),
  toAttribute: (value) => value?.map((head) => head.join('.')).join(',') ?? null,
};

/** What a page may set on `<fv-attention>`: its data, what of it is shown, and how. */
export abstract class AttentionProperties extends LitElement {
  /** What to show. Arrays are read, never changed or detached; assign a new object to show other data. */
  @property({ attribute: false }) data: AttentionData | null = null;
  /** Address of attention to load: `.npy` or `.npz` ([layers, heads, from, to], or fewer axes), or `.json` with everything in it. */
  @property({ reflect: true }) src = '';
  /** Address of the tokens of `src`: a JSON list, or `{ "tokens": …, "toTokens": … }`, or a token a line. */
  @property({ reflect: true, attribute: 'text-src' }) textSrc = '';

  /** The heads that are shown, several as their mean: layer and head from 0. As an attribute `0.3,5.11`. */
  @property({ reflect: true, converter: heads }) heads: readonly Head[] = [[0, 0]];
  @property({ reflect: true }) view: AttentionView = 'matrix';
  /** What the heads are sorted by. */
  @property({ reflect: true }) sort: HeadOrder = 'position';
  /** The least weight that is linked. */
  @property({ type: Number, reflect: true }) threshold = 0.1;
  /** Which weight the upper end of the colours stands for. */
  @property({ reflect: true }) range: WeightRange = 'head';
  @property({ reflect: true }) palette: RampName = 'viridis';
  /** BCP 47 tag of the words and numbers; empty: the nearest `lang`. */
  @property({ reflect: true }) locale = '';
  /** `light` or `dark`; empty: as the system has it. */
  @property({ reflect: true }) theme: 'light' | 'dark' | '' = '';
}

/** The properties that the element's own controls change. */
export type AttentionSetting = 'view' | 'sort' | 'threshold' | 'range' | 'palette';
