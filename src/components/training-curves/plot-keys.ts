/** What a key on a plot asks for. */
export type PlotKey = { kind: 'zoom'; factor: number } | { kind: 'reset' } | CursorStep;

/** A step of the reader: along the line, or to another line. */
export type CursorStep = { kind: 'along'; by: number } | { kind: 'line'; by: number };

const ZOOM = 1.5;

const KEYS: Record<string, PlotKey> = {
  ArrowLeft: { kind: 'along', by: -1 }, ArrowRight: { kind: 'along', by: 1 }, Home: { kind: 'along', by: -Infinity }, End: { kind: 'along', by: Infinity },
  ArrowUp: { kind: 'line', by: -1 }, ArrowDown: { kind: 'line', by: 1 },
  '+': { kind: 'zoom', factor: ZOOM }, '=': { kind: 'zoom', factor: ZOOM }, '-': { kind: 'zoom', factor: 1 / ZOOM }, '0': { kind: 'reset' }, Escape: { kind: 'reset' },
};

/** Null where the key is none of a plot's. */
export function plotKey({ key, ctrlKey, metaKey, altKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): PlotKey | null {
  return ctrlKey || metaKey || altKey || !Object.hasOwn(KEYS, key) ? null : KEYS[key];
}
