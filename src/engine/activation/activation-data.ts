/** What one row of a matrix of activations stands for. */
export type Segmentation = 'char' | 'token' | 'word' | 'sentence';

/** Activations of all units at all segments of a text. */
export interface ActivationMatrix {
  /** Row-major [segments, units]. NaN and ±Inf are allowed and shown as such. */
  activations: Float32Array;
  shape: readonly [segments: number, units: number];
  /** Names of the units; by default their numbers, from 0. */
  units?: readonly string[];
  /**
   * By how much each unit's values, summed, miss the difference they should explain, [units]: the convergence delta that
   * integrated gradients come with (Captum's `return_convergence_delta`).
   */
  deltas?: readonly number[];
}

/** A further layer over the same segments. */
export interface ActivationLayer extends ActivationMatrix {
  name: string;
  /**
   * `backward`: rows are in the order in which a backward model read the text, so that row 0 belongs to the last segment
   * (Flair's backward language models). Default `forward`.
   */
  direction?: 'forward' | 'backward';
}

/** Signed scores of one class (gradients, integrated gradients, attention …) over the same segments. */
export interface ActivationClass extends ActivationMatrix {
  name: string;
  /** What the model gives the class, 0 … 1. */
  probability?: number;
}

/** A text and what a model does at each of its segments. */
export interface ActivationSample extends ActivationMatrix {
  text: string;
  /**
   * What a row stands for. Without `offsets`, `char` is a code point, a grapheme or a UTF-16 unit of the text, whichever
   * gives as many as there are rows; `token` needs `tokens`; `word` is what stands between white space or a word by
   * Unicode's rules; `sentence` a line or a sentence by Unicode's rules.
   */
  segmentation: Segmentation;
  /** Where each segment stands in the text: start and end (exclusive) of one after the other, [segments, 2]. Equal: nowhere, as `[CLS]`. */
  offsets?: ArrayLike<number>;
  /** What `offsets` count: UTF-16 units as JavaScript (default), or code points as Python and Hugging Face tokenizers. */
  offsetUnit?: 'utf16' | 'codepoint';
  /** The tokens as the tokenizer wrote them, `##ing`, `▁the`, `Ġthe`: found again in the text where there are no offsets. */
  tokens?: readonly string[];
  name?: string;
  layers?: readonly ActivationLayer[];
  classes?: readonly ActivationClass[];
  /** The right class, where one is known. */
  gold?: string;
  /** The class the model chose. */
  prediction?: string;
  /** What the model gives `prediction`, 0 … 1; by default what its class says. */
  probability?: number;
}

/** What `<fv-activation-text>` shows: a sample, and others beside it. Arrays are read, never changed or detached. */
export interface ActivationData extends ActivationSample {
  /** Further samples; the data itself is the first. The same layer has the same units in all of them. */
  samples?: readonly ActivationSample[];
}

/** A sentence with signed scores: its matrix may be left out where it has `classes`. */
export type AttributionSample = ActivationSample | (Omit<ActivationSample, keyof ActivationMatrix> & { classes: readonly ActivationClass[] });

/**
 * What `<fv-attribution-table>` shows: sentences, each with signed scores per class. The classes of a sample are its
 * `classes`, or, without any, the columns of its `activations` by the names in `units`; a single column without a name
 * belongs to the predicted class.
 */
export type AttributionData = (AttributionSample & { samples?: readonly AttributionSample[] }) | { samples: readonly AttributionSample[] };
