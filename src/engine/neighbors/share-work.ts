/** Someone who does units of work; rejects when it cannot go on. */
export type Worker<Unit> = (unit: Unit) => Promise<void>;

/**
 * Hands out units in turn to this thread (`own`) and to helpers until all are done. A helper that fails gets no more;
 * its unit goes to the others, and with `keepsResults` all units that it did before, whose results went with it.
 * @returns which helpers failed. Rejects when `own` does.
 */
export async function shareWork<Unit>(
  units: readonly Unit[],
  own: Worker<Unit>,
  helpers: readonly Worker<Unit>[],
  keepsResults = false,
): Promise<boolean[]> {
  const queue = [...units].reverse();
  const failed = helpers.map(() => false);

  async function employ(helper: Worker<Unit>, index: number): Promise<void> {
    const done: Unit[] = [];
    for (let unit = queue.pop(); unit !== undefined; unit = queue.pop()) {
      done.push(unit);
      try {
        await helper(unit);
      } catch {
        failed[index] = true;
        queue.push(...(keepsResults ? done : [unit]));
        return;
      }
    }
  }

  const work = Promise.all(helpers.map(employ));
  try {
    for (;;) {
      for (let unit = queue.pop(); unit !== undefined; unit = queue.pop()) await own(unit);
      await work;
      if (queue.length === 0) return failed;
    }
  } finally {
    // Where this thread stopped early, helpers get no more.
    queue.length = 0;
  }
}
