import type { View } from '../../../engine';

/** What a link restores of a map. */
export interface MapViewState {
  /** Middle and zoom; null: the view that shows everything. */
  view: View | null;
  selection: readonly number[];
  /** Attributes as text, by name. */
  attributes: Readonly<Record<string, string>>;
}

/** Attributes that say how a map is seen, not what it is of. */
export const STATE_ATTRIBUTES = [
  'color-by', 'color-scale', 'color-palette', 'color-reversed', 'soloed', 'hidden-categories', 'size-by', 'labels', 'label-priority', 'region-names', 'contours',
  'query', 'search-mode', 'search-muted', 'axis', 'limit', 'panel',
] as const;

/** Digits of a coordinate: a hundredth of a pixel at the closest zoom. */
const DIGITS = 8;

/** Above so many characters the selection is left out: addresses have limits. */
const MAX_SELECTION_LENGTH = 4000;

/**
 * A state as the fragment of an address, readable and without characters that need escaping there:
 * `view=12.5,-3,40&selected=7,10-12&color-by=kind`. A selection too large for an address is left out.
 */
export function writeState({ view, selection, attributes }: MapViewState): string {
  const entries: [string, string][] = [];
  if (view) entries.push(['view', [view.x, view.y, view.scale].map((value) => String(Number(value.toPrecision(DIGITS)))).join(',')]);
  const selected = writeIds(selection);
  if (selected !== '' && selected.length <= MAX_SELECTION_LENGTH) entries.push(['selected', selected]);
  for (const name of STATE_ATTRIBUTES) if (attributes[name] !== undefined) entries.push([name, attributes[name]]);
  return entries.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%20', '+')}`).join('&');
}

/** The state that a fragment holds; what it does not hold, or holds wrongly, is as at the start. */
export function readState(fragment: string): MapViewState {
  const parameters = new URLSearchParams(fragment.replace(/^#/, ''));
  const numbers = parameters.get('view')?.split(',').map(Number) ?? [];
  const view = numbers.length === 3 && numbers.every(Number.isFinite) && numbers[2] > 0 ? { x: numbers[0], y: numbers[1], scale: numbers[2] } : null;
  const attributes: Record<string, string> = {};
  for (const name of STATE_ATTRIBUTES) {
    const value = parameters.get(name);
    if (value !== null) attributes[name] = value;
  }
  return { view, selection: readIds(parameters.get('selected') ?? ''), attributes };
}

/** `3,5-8`: ids with runs of consecutive ones folded. */
function writeIds(ids: readonly number[]): string {
  const parts: string[] = [];
  for (let i = 0; i < ids.length;) {
    let end = i;
    while (end + 1 < ids.length && ids[end + 1] === ids[end] + 1) end++;
    parts.push(end > i ? `${ids[i]}-${ids[end]}` : String(ids[i]));
    i = end + 1;
    if (parts.length > MAX_SELECTION_LENGTH) break;
  }
  return parts.join(',');
}

function readIds(text: string): number[] {
  const ids: number[] = [];
  for (const part of text.split(',')) {
    const match = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(part);
    if (!match) continue;
    const first = Number(match[1]);
    const last = Number(match[2] ?? match[1]);
    // A run nobody wrote: an address may hold anything.
    if (last - first > 1e6) continue;
    for (let id = first; id <= last; id++) ids.push(id);
  }
  return ids;
}
