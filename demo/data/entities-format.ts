/** How the entities lie on disk; a change of the tagger or of its labels changes the version, too. */
export const ENTITIES_VERSION = 1;

/** Where they lie below the site's root: `test.tsv` as Flair writes it, `tagger.json` and `tagger.i8`. */
export const ENTITIES_PATH = 'data/entities';
