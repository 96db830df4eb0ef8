/** How the sentence page's data lie on disk, shared by the script that writes them and the page. */
export const SENTENCES_VERSION = 1;

/** Below the site's root: the texts with their vectors, and the model. */
export const SENTENCES_PATH = 'data/sentences';
export const SENTENCE_MODEL_PATH = 'data/sentence-model';

/** `sentences/texts.json`; their vectors are in `vectors.i8`, in the encoding `int8`. */
export interface SentenceTexts {
  /** Packages and versions of texts and model. */
  sources: { texts: string; model: string };
  dimensions: number;
  labels: string[];
  /** Words that go with the text, which are encoded too. */
  tags: string[];
  /** Index into `groups`. */
  groupOf: number[];
  groups: { en: string; 'zh-Hans': string }[];
}
