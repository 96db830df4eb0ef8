import type { BackendChoice, BackendPreference } from '../types';

/** What `auto` came to in this page; probing and measuring again would find the same. */
let automatic: BackendChoice | null = null;

/** The choice to use without looking again, or null. */
export function knownChoice(preferred: BackendPreference = 'auto'): BackendChoice | null {
  return preferred === 'auto' ? automatic : null;
}

/** Keeps what an engine has chosen for `auto`. */
export function rememberChoice(preferred: BackendPreference = 'auto', { backend, software, reason, reasonCode, reasonFacts }: BackendChoice): void {
  if (preferred === 'auto') automatic = { backend, software, reason, reasonCode, reasonFacts };
}
