/** Loaded with the first column that colours a map. */
export { resolveColorScale } from '../../engine';
