/** How the language model's states lie on disk, shared by the script that trains it and the page. */
export const STORY_QUOTES_VERSION = 1;

/** Where they lie below the site's root: `text.json`, and the states in `trained.i8` and `untrained.i8`, in the encoding `int8`. */
export const STORY_QUOTES_PATH = 'data/story-quotes';

export interface Passage {
  /** File of the corpus, `kn08`. */
  name: string;
  /** Without characters beyond the basic plane: one row of states each UTF-16 unit. */
  text: string;
}

/** `text.json`. States are cell states, row-major [units, characters of all passages]. */
export interface QuoteStates {
  source: string;
  units: number;
  /** Optimizer steps, characters of the text that was trained on, and mean loss of the last tenth of the steps, nats a character. */
  steps: number;
  characters: number;
  loss: number;
  /** Of files that were not trained on. */
  passages: Passage[];
}
