const TIME = /^\(?(?:(\d{4})-(\d\d)-(\d\d)[ T])?(\d{1,2}):(\d\d):(\d\d)(?:[.,](\d{1,6}))?(Z|[+-]\d\d:?\d\d)?\)?$/;

const SECOND_MS = 1000;
const DAY_MS = 86_400_000;

/** Reads the times of one run, in order. */
export class Clock {
  #days = 0;
  #last = -Infinity;

  /**
   * `2022-12-13 02:37:05,548` is Unix time in ms, read as UTC where no zone is given. `02:37:05` counts from the midnight
   * before the first time read; where it is earlier than the one before, a day is added.
   * @returns null where the text is no time; `wrapped` where a midnight was put in.
   */
  read(text: string): { timeMs: number; wrapped: boolean } | null {
    const match = TIME.exec(text.trim());
    if (match === null) return null;
    const [, year, month, day, hours, minutes, seconds, fraction = '', zone] = match;
    const clock = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * SECOND_MS + Math.floor(Number(`0.${fraction || 0}`) * SECOND_MS + 1e-6);
    if (year !== undefined) return { timeMs: Date.UTC(Number(year), Number(month) - 1, Number(day)) + clock - zoneMs(zone), wrapped: false };
    const wrapped = this.#days * DAY_MS + clock < this.#last;
    if (wrapped) this.#days++;
    this.#last = this.#days * DAY_MS + clock;
    return { timeMs: this.#last, wrapped };
  }

  /** Remembers the time; calling the result brings it back. */
  checkpoint(): () => void {
    const [days, last] = [this.#days, this.#last];
    return () => {
      this.#days = days;
      this.#last = last;
    };
  }
}

function zoneMs(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -minutes : minutes) * 60 * SECOND_MS;
}
