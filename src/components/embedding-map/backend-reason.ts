import type { BackendChoice, BackendName } from '../../engine';
import { formatFixed } from '../number-format';
import type { Strings } from '../strings';
import { backendStringsFor } from '../strings/backend';

/** Why a layout runs on its backend, in the reader's language. */
export function backendReason(choice: Pick<BackendChoice, 'backend' | 'reasonCode' | 'reasonFacts'>, strings: Strings): string {
  const words = backendStringsFor(strings.locale);
  const name = (backend: BackendName) => strings.backends[backend];
  const { passed } = choice.reasonFacts;
  return [taken(choice, strings), ...passed.map(({ backend, why, detail }) => words[why](name(backend), detail))].join(words.between);
}

function taken({ backend, reasonCode, reasonFacts }: Pick<BackendChoice, 'backend' | 'reasonCode' | 'reasonFacts'>, strings: Strings): string {
  const words = backendStringsFor(strings.locale);
  const name = strings.backends[backend];
  const { adapter, measured, failed } = reasonFacts;
  switch (reasonCode) {
    case 'requested':
      return words.requested(name);
    case 'hardware':
      return words.hardware(name, adapter ?? '');
    case 'no-adapter':
      return words.noAdapter;
    case 'fastest':
      return words.fastest(name, measured.map((one) => words.time(strings.backends[one.backend], formatFixed(one.ms, 1, strings))).join(words.list));
    default:
      if (failed === null || failed.backend === backend) return words.renewed(name, failed?.error ?? '');
      return words.replaced(name, strings.backends[failed.backend], failed.error);
  }
}
