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

/** The state attributes of a map whose properties are not at their defaults, or that are `named` in any case. */
export function changedAttributes(host: LitElement, named: ReadonlySet<string> | null): Record<string, string> {
  const defaults = untouchedLike(host) as Record<string, unknown>;
  const present = host as unknown as Record<string, unknown>;
  const result: Record<string, string> = {};
  for (const attribute of STATE_ATTRIBUTES) {
    const property = attribute.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    const value = asText(present[property]);
    // A boolean attribute is off by its absence alone: a link cannot say so.
    if (value === 'false') continue;
    if (value !== asText(defaults[property]) || named?.has(attribute)) result[attribute] = value;
  }
  return result;
}
