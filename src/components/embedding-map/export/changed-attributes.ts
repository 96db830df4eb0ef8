import type { LitElement } from 'lit';
import { STATE_ATTRIBUTES } from './map-state';

const untouched = new Map<unknown, object>();

/** An element of the same class as it comes, never put into a document. */
function untouchedLike(host: LitElement): object {
  const Class = host.constructor as new () => LitElement;
  let element = untouched.get(Class);
  if (!element) untouched.set(Class, (element = new Class()));
  return element;
}

/** As an attribute says it: lists as JSON. */
function asText(value: unknown): string {
  return typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value);
}

/** The values of all state attributes, by name. */
export function stateTexts(host: object): Record<string, string> {
  const properties = host as Record<string, unknown>;
  return Object.fromEntries(STATE_ATTRIBUTES.map((name) => [name, asText(properties[name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase())])]));
}

/** The state attributes that are not at their defaults now, or were not at the `start`: a link has to name those, too. */
export function changedAttributes(host: LitElement, start: Readonly<Record<string, string>>): Record<string, string> {
  const defaults = stateTexts(untouchedLike(host));
  // A boolean attribute is off by its absence alone: a link cannot say so.
  return Object.fromEntries(Object.entries(stateTexts(host)).filter(([name, value]) => value !== 'false' && (value !== defaults[name] || (start[name] ?? value) !== defaults[name])));
}
