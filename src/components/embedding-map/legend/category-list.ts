import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { entriesAmong, FIRST_INDEX, findCategories, OTHER_INDEX, type CategoryEntry, type CategoryScale, type FilterKey } from '../../../engine';
import { paintIcon } from '../../icons';
import { formatCount } from '../../number-format';
import type { Strings } from '../../strings';
import type { ColorStrings } from '../../strings/colors';
import { styleText } from '../../style-text';
import { categoryCss } from '../../theme';

/** Categories listed for a search. */
const MAX_FOUND = 50;

/** What a click in a legend asks for. */
export interface CategoryActions {
  /** Shows these alone, or with Shift hides or shows them. */
  click(keys: readonly FilterKey[], toggles: boolean): void;
  /** Looks for categories by a part of their name. */
  find(query: string): void;
  /** Gives a category a colour of its own, or takes it away. */
  color(value: string): void;
}

export interface CategoryModel {
  scale: CategoryScale;
  /** Leading rows that count. */
  rows: number;
  /** Whether something is on show. */
  shows: (key: FilterKey) => boolean;
  query: string;
  /** Categories that got a colour besides the most frequent. */
  colored: readonly string[];
  strings: Strings;
  words: ColorStrings;
  actions: CategoryActions;
}

/** One line of a legend: a colour, a name, a count; a button that shows the points alone or hides them. */
export interface EntryLine {
  name: string;
  /** CSS of the swatch. */
  color: string;
  kind: CategoryEntry['kind'];
  count: number;
  keys: readonly FilterKey[];
  /** Whether something is on show. */
  shows: (key: FilterKey) => boolean;
  strings: Strings;
  words: ColorStrings;
  click: CategoryActions['click'];
}

export function entryLine({ name, color, kind, count, keys, shows, strings, words, click }: EntryLine): TemplateResult {
  const shown = keys.some(shows);
  return html`<button class="entry" type="button" aria-pressed=${shown ? 'true' : 'false'} title="${name} · ${words.entryHint}"
    @click=${(event: MouseEvent) => click(keys, event.shiftKey)}>
    <span class="swatch ${kind}" style=${styleText(`--swatch: ${color}`)}></span>
    <span class="name ${kind === 'category' ? '' : 'plain'}">${name}</span>
    <span class="count">${formatCount(count, strings)}</span>
  </button>`;
}

function colorButton({ colored, words, actions }: CategoryModel, value: string): TemplateResult {
  const has = colored.includes(value);
  const name = has ? words.takeColor(value) : words.giveColor(value);
  return html`<button class="button paint" type="button" aria-pressed=${has ? 'true' : 'false'} aria-label=${name} title=${name} @click=${() => actions.color(value)}>${paintIcon}</button>`;
}

const cssOf = (colorIndex: number) => (colorIndex === OTHER_INDEX ? 'var(--_other)' : categoryCss(colorIndex - FIRST_INDEX));

/** Renders come often, and there may be as many categories as points. */
const others = new WeakMap<CategoryScale, readonly string[]>();

/** The categories without a colour of their own. */
function othersOf(scale: CategoryScale): readonly string[] {
  let names = others.get(scale);
  if (!names) others.set(scale, (names = scale.categories.flatMap(({ value }, rank) => (scale.colorOfCode[rank + 1] === OTHER_INDEX ? [value] : []))));
  return names;
}

/** The categories that have a colour, then those that have none as one, then what has no value. */
function mainList(model: CategoryModel): TemplateResult {
  const { scale, words, strings } = model;
  const line = ({ kind, value, count, colorIndex }: CategoryEntry) => {
    const keys = kind === 'category' ? [value!] : kind === 'missing' ? [null] : othersOf(scale);
    const name = kind === 'category' ? value! : kind === 'missing' ? words.missing : words.other(formatCount(keys.length, strings));
    const color = kind === 'missing' ? 'var(--_missing)' : cssOf(colorIndex);
    return html`<li>${entryLine({ ...model, name, color, kind, count, keys, click: (...asked) => model.actions.click(...asked) })}
      ${kind === 'category' && model.colored.includes(value!) ? colorButton(model, value!) : nothing}</li>`;
  };
  return html`<ul>${repeat(entriesAmong(scale, model.rows), ({ kind, value }) => `${kind} ${value}`, line)}</ul>`;
}

function foundList(model: CategoryModel): TemplateResult {
  const { scale, query, words, strings } = model;
  const found = findCategories(scale, query, Infinity);
  if (found.length === 0) return html`<p class="note" role="status">${words.noneFound}</p>`;
  const line = (rank: number) => {
    const { value, count } = scale.categories[rank];
    const colorIndex = scale.colorOfCode[rank + 1];
    return html`<li>${entryLine({ ...model, name: value, color: cssOf(colorIndex), kind: 'category', count, keys: [value], click: (...asked) => model.actions.click(...asked) })}
      ${colorIndex === OTHER_INDEX || model.colored.includes(value) ? colorButton(model, value) : nothing}</li>`;
  };
  return html`<ul>${repeat(found.slice(0, MAX_FOUND), (rank) => rank, line)}</ul>
    ${found.length > MAX_FOUND ? html`<p class="note">${words.moreFound(formatCount(found.length - MAX_FOUND, strings))}</p>` : nothing}`;
}

/** The categories of a legend; where not all have a colour, with a field to find one by its name. */
export function categoryList(model: CategoryModel): TemplateResult {
  const { scale, query, words, strings, actions } = model;
  const many = scale.categories.length > scale.entries.filter(({ kind }) => kind === 'category').length || model.colored.length > 0;
  const label = words.find(formatCount(scale.categories.length, strings));
  return html`
    ${many
      ? html`<input class="field find" type="search" placeholder=${label} aria-label=${label} .value=${query}
          @input=${(event: Event) => actions.find((event.target as HTMLInputElement).value)}>`
      : nothing}
    ${query.trim() === '' ? mainList(model) : foundList(model)}`;
}
