import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { DependencySentence } from '../../engine';

/** What a page may set on `<fv-dependency-tree>`. */
export abstract class DependencyTreeProperties extends LitElement {
  /** Sentences to show, as `parseConllu` reads them. Arrays are read, never changed; assign a new array to show others. */
  @property({ attribute: false }) data: readonly DependencySentence[] | null = null;
  /** What the heads should be, sentence by sentence as in `data`; null: nothing is judged. */
  @property({ attribute: false }) gold: readonly DependencySentence[] | null = null;
  /** Address of a CoNLL-U file. */
  @property({ reflect: true }) src = '';
  /** Address of a CoNLL-U file with the gold of `src`. */
  @property({ reflect: true, attribute: 'gold-src' }) goldSrc = '';
  /** Index of the sentence that is shown, from 0. */
  @property({ type: Number, reflect: true }) sentence = 0;
  /** Arcs over the text, or an outline. */
  @property({ reflect: true }) view: 'arcs' | 'tree' = 'arcs';
  /** BCP 47 tag of the words and numbers; empty: the nearest `lang`. */
  @property({ reflect: true }) locale = '';
  /** `light` or `dark`; empty: as the system has it. */
  @property({ reflect: true }) theme: 'light' | 'dark' | '' = '';
}
