/** Longest task of the main thread while `work` runs, ms; 0 where none took 50 ms, the least a browser reports. */
export async function longestTaskDuring<T>(work: () => Promise<T>): Promise<{ value: T; longestTaskMs: number }> {
  let longestTaskMs = 0;
  const note = (entries: PerformanceEntryList) => {
    for (const { duration } of entries) longestTaskMs = Math.max(longestTaskMs, duration);
  };
  // The caller's own task (reading the data, say) is none of the work's.
  await new Promise((resolve) => { setTimeout(resolve, 100); });
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: 'longtask' });
  try {
    const value = await work();
    // Entries are queued after their task: let the last one arrive.
    await new Promise((resolve) => { setTimeout(resolve, 100); });
    note(observer.takeRecords());
    return { value, longestTaskMs };
  } finally {
    observer.disconnect();
  }
}
