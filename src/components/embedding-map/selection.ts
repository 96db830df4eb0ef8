/** Keys held during a click. */
export interface ClickModifiers {
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** The selection after a click on point `id`, or on empty ground (−1): Ctrl or ⌘ adds, Alt removes, neither replaces. */
export function clickedSelection(selected: readonly number[], id: number, { ctrlKey, metaKey, altKey }: ClickModifiers): readonly number[] {
  const adds = ctrlKey || metaKey;
  if (id < 0) return adds || altKey ? selected : [];
  const others = selected.filter((other) => other !== id);
  if (altKey) return others;
  return adds ? [...others, id] : [id];
}
