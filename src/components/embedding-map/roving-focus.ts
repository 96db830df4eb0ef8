/** Steps of the arrow keys; a toolbar may wrap, so both axes go through it. */
const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/**
 * Keys of a toolbar whose buttons are one stop for Tab (WAI-ARIA APG, Toolbar): arrow keys go round, Home and End to the ends.
 * To be used with {@link roveTo}; one of the buttons starts with `tabindex="0"`, the others with `-1`.
 */
export function rove(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const buttons = buttonsOf(event.currentTarget as Element);
  const at = buttons.indexOf(event.target as HTMLElement);
  const step = STEPS[event.key];
  const next = event.key === 'Home' ? 0 : event.key === 'End' ? buttons.length - 1 : step ? (at + step + buttons.length) % buttons.length : -1;
  if (next < 0 || at < 0) return;
  buttons[next].focus();
  event.preventDefault();
}

/** The button that has the focus is the one Tab comes back to. */
export function roveTo(event: FocusEvent): void {
  for (const button of buttonsOf(event.currentTarget as Element)) button.tabIndex = button === event.target ? 0 : -1;
}

function buttonsOf(toolbar: Element): HTMLElement[] {
  return [...toolbar.querySelectorAll<HTMLElement>('button:not(:disabled)')];
}
