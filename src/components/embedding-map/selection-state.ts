import type { SelectionDetail } from '../events';
import { plainIds, sameIds } from './selection-ids';

/** Selections kept to go back to; the oldest are dropped beyond either bound. */
const MAX_STEPS = 100;
const MAX_KEPT_IDS = 4_000_000;

const NONE = new Uint32Array(0);

/** Which points are selected, in the order they were, and the selections before and after. Holds rows of the user's data. */
export class SelectionState {
  #ids: Uint32Array = NONE;
  #list: () => readonly number[] = () => [];
  #before: Uint32Array[] = [];
  #after: Uint32Array[] = [];

  /** Never changed in place. */
  get ids(): Uint32Array {
    return this.#ids;
  }

  /** The same as a plain array, made when it is first asked for. */
  get list(): readonly number[] {
    return this.#list();
  }

  /** What an event tells: the ids of now, as a plain array once someone reads them. */
  get detail(): SelectionDetail {
    const list = this.#list;
    return { get ids() { return list(); } };
  }

  get canUndo(): boolean {
    return this.#before.length > 0;
  }

  get canRedo(): boolean {
    return this.#after.length > 0;
  }

  /** Selects exactly `ids`, which are kept; whether that changed anything. */
  set(ids: Uint32Array): boolean {
    if (sameIds(ids, this.#ids)) return false;
    this.#before.push(this.#ids);
    this.#after = [];
    this.#forget();
    this.#take(ids);
    return true;
  }

  /** Back to the selection before; whether there was one. */
  undo(): boolean {
    return this.#step(this.#before, this.#after);
  }

  /** Forth to the selection that was undone last; whether there was one. */
  redo(): boolean {
    return this.#step(this.#after, this.#before);
  }

  /** Forgets everything, as for other data. */
  reset(): void {
    this.#before = [];
    this.#after = [];
    this.#take(NONE);
  }

  #step(from: Uint32Array[], to: Uint32Array[]): boolean {
    const ids = from.pop();
    if (!ids) return false;
    to.push(this.#ids);
    this.#take(ids);
    return true;
  }

  #take(ids: Uint32Array): void {
    this.#ids = ids;
    let list: readonly number[] | null = null;
    this.#list = () => (list ??= plainIds(ids));
  }

  #forget(): void {
    let kept = this.#before.reduce((sum, { length }) => sum + length, 0);
    while (this.#before.length > MAX_STEPS || kept > MAX_KEPT_IDS) kept -= this.#before.shift()!.length;
  }
}
