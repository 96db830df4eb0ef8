import { inLanguage } from '..';
import { en, type AuditStrings } from './en';
import { zhHans } from './zh-hans';

export type { AuditStrings };

/** The words of the noise audit for a BCP 47 tag. */
export function auditStringsFor(locale: string): AuditStrings {
  return inLanguage(locale, en, zhHans);
}
