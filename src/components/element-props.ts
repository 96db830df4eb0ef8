import type { LitElement } from 'lit';
import type { FvEventMap } from './events';

/** Elements whose `flair-visual/define/…` the program imports, by tag. */
export type FvElements = { [Tag in Extract<keyof HTMLElementTagNameMap, `fv-${string}`>]: HTMLElementTagNameMap[Tag] };

/** Told apart by `readonly`, too, which plain assignability ignores. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- What a function does with any T is compared.
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : false;

/** Keys that may be assigned: no methods, nothing that is read only. */
type AssignableKeys<Element> = {
  [Key in keyof Element]-?: Element[Key] extends (...parameters: never[]) => unknown ? never : Equal<Pick<Element, Key>, Readonly<Pick<Element, Key>>> extends true ? never : Key;
}[keyof Element];

/** What a page may set on an element beside what every HTML element has. */
export type FvProps<Element> = Partial<Pick<Element, Exclude<AssignableKeys<Element>, keyof LitElement>>>;

/** Listeners by the library's events, as attributes that begin with `Prefix`. */
export type FvListeners<Prefix extends string> = { [Name in keyof FvEventMap as `${Prefix}${Name}`]?: (event: FvEventMap[Name]) => void };
