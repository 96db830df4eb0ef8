import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { NO_FILTER, type CategoryFilter, type EntitySentence, type LabelPair, type SentenceOrder } from '../../engine';

/** What a page may set on `<fv-entity-text>`. */
export abstract class EntityTextProperties extends LitElement {
  /** Sentences to show. Arrays are read, never changed; assign a new array to show others. */
  @property({ attribute: false }) data: readonly EntitySentence[] | null = null;
  /** Address of a file: Flair's `test.tsv`, columns with BIO or BIOES tags, JSON with spans. */
  @property({ reflect: true }) src = '';
  /** CSS colour by label; labels without one have the theme's, in the order of their frequency. What is behind text is tinted so that it can be read. */
  @property({ attribute: false }) colors: Readonly<Record<string, string>> | null = null;
  /** Predicted spans with a lower score are taken as not predicted; those without a score stay. */
  @property({ type: Number, reflect: true }) threshold = 0;
  /** Labels that are shown or hidden. Soloed ones list only sentences that have them. */
  @property({ attribute: false }) labelFilter: CategoryFilter = NO_FILTER;
  /** Verdicts that are shown or step back: `exact`, `boundary`, `type`, `spurious`, `missed`; only sentences with one shown are listed. */
  @property({ attribute: false }) verdictFilter: CategoryFilter = NO_FILTER;
  /** A cell of the confusion grid, whose sentences are listed; null in it is no span, null for it none. */
  @property({ attribute: false }) pair: LabelPair | null = null;
  /** Only sentences that hold this, letters of either case. */
  @property({ reflect: true }) query = '';
  /** Order of the sentences: as in the data, or by their mistakes (`mistakes`, `confident-mistakes`) or lowest score (`unsure`). */
  @property({ reflect: true }) order: SentenceOrder = 'text';
  /** Whether the scores stand beside the sentences, where there is gold. */
  @property({ type: Boolean, reflect: true }) scores = false;
  /** BCP 47 tag of the words and numbers; empty: the nearest `lang`. */
  @property({ reflect: true }) locale = '';
  /** `light` or `dark`; empty: as the system has it. */
  @property({ reflect: true }) theme: 'light' | 'dark' | '' = '';
}

/** Properties that the element's own controls change. */
export type SettingName = 'threshold' | 'labelFilter' | 'verdictFilter' | 'pair' | 'query' | 'order' | 'scores';
