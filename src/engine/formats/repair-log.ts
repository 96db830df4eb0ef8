import type { Repair, RepairKind } from './parsed';

/** Repairs listed one by one; a file that is nothing but faults must not fill the memory with reports. */
const MOST_LISTED = 10_000;

/** Characters of a faulty line that a report shows. */
const QUOTED_LENGTH = 80;

/** A piece of a file as it is shown in a report: in quotes, control characters escaped, long ones cut. */
export function quote(text: string): string {
  return JSON.stringify(text.length > QUOTED_LENGTH ? `${text.slice(0, QUOTED_LENGTH)}…` : text);
}

/** Gathers the repairs of one file. */
export class RepairLog {
  readonly #listed: Repair[] = [];
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(line: number, kind: RepairKind, message: string): void {
    if (this.#count++ < MOST_LISTED) this.#listed.push({ line, kind, message });
  }

  /** Forgets what came after the first `count` repairs. */
  truncate(count: number): void {
    this.#count = count;
    this.#listed.length = Math.min(this.#listed.length, count);
  }

  list(): Repair[] {
    const rest = this.#count - this.#listed.length;
    const line = this.#listed.at(-1)?.line ?? 1;
    return rest === 0 ? [...this.#listed] : [...this.#listed, { line, kind: 'more', message: `${rest} more repairs below` }];
  }
}
