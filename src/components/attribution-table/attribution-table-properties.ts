import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { AttributionData, AttributionOrder, Granularity, RampName, Segmentation } from '../../engine';

/** Which scores the ends of the colours stand for: the largest of each sentence, or of all of them. Zero is in the middle. */
export const SCORE_RANGES = ['sample', 'symmetric'] as const;
export type ScoreRange = (typeof SCORE_RANGES)[number];

/** What a page may set on `<fv-attribution-table>`: its data, what of it is shown, and how. */
export abstract class AttributionTableProperties extends LitElement {
  /** What to show. Arrays are read, never changed or detached; assign a new object to show other data. */
  @property({ attribute: false }) data: AttributionData | null = null;
  /** Address of a `.json` with `samples` to load. */
  @property({ reflect: true }) src = '';
  /** What a row of scores of `src` stands for, where a sample does not say. */
  @property({ reflect: true }) segmentation: Segmentation = 'token';

  /** The class whose scores colour the text; empty: each sentence's predicted one. */
  @property({ reflect: true, attribute: 'score-class' }) scoreClass = '';
  /** What the rows are sorted by. */
  @property({ reflect: true }) sort: AttributionOrder = 'index';
  /** Whether the largest come first. */
  @property({ type: Boolean, reflect: true }) descending = false;
  /** Shows only sentences whose prediction is not the gold class. */
  @property({ type: Boolean, reflect: true, attribute: 'errors-only' }) errorsOnly = false;
  /** How finely the text is coloured; scores of what is joined are summed. Empty: as the data has it. */
  @property({ reflect: true }) granularity: Granularity | '' = '';
  /** Which scores the ends of the colours stand for: of each sentence, or of all of them (symmetric either way). */
  @property({ reflect: true }) normalization: ScoreRange = 'sample';
  @property({ reflect: true }) palette: RampName = 'blue-red';
  /** Underlines tokens by their score, solid above zero and dotted below, so that it is told not by colour alone. */
  @property({ type: Boolean, reflect: true }) underline = false;
  /** BCP 47 tag of the words and numbers, and of the rules of words and sentences; empty: the nearest `lang`. */
  @property({ reflect: true }) locale = '';
  /** `light` or `dark`; empty: as the system has it. */
  @property({ reflect: true }) theme: 'light' | 'dark' | '' = '';
}

/** The properties that the element's own controls change. */
export type TableSetting = 'scoreClass' | 'sort' | 'descending' | 'errorsOnly' | 'granularity' | 'normalization' | 'palette' | 'underline';
