import { parseEntities, type EntitySentence, type Parsed } from '../../engine';
import { fileName, loadBytes } from '../load-bytes';

/** A text of more would not fit a string. */
const MOST_BYTES = 256e6;

/** Loads sentences. @throws FvError where the file does not come or holds no entities. */
export async function loadEntities(source: string | File, signal: AbortSignal): Promise<Parsed<EntitySentence[]>> {
  return parseEntities(fileName(source), await loadBytes(source, MOST_BYTES, signal));
}
