/** A long frame as Chromium tells of it: what the long task was made of. */
interface LongFrame extends PerformanceEntry {
  scripts?: { duration: number; invoker: string; sourceFunctionName: string; sourceURL: string; sourceCharPosition: number }[];
}

/** The longest task of a stretch of work. */
export interface LongestTask {
  /** ms; 0 where none took 50 ms, the least a browser reports. */
  longestTaskMs: number;
  /** When it began, and the scripts that made it, where the browser tells; '' without one. */
  longestTask: string;
}

/** Longest task of the main thread while `work` runs. */
export async function longestTaskDuring<T>(work: () => Promise<T>): Promise<LongestTask & { value: T }> {
  let longest: PerformanceEntry | null = null;
  const frames: LongFrame[] = [];
  const note = (entries: PerformanceEntryList) => {
    for (const entry of entries) {
      if (entry.entryType === 'long-animation-frame') frames.push(entry);
      else if (longest === null || entry.duration > longest.duration) longest = entry;
    }
  };
  // The caller's own task (reading the data, say) is none of the work's.
  await new Promise((resolve) => { setTimeout(resolve, 100); });
  const started = performance.now();
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  for (const type of ['longtask', 'long-animation-frame']) observer.observe({ type });
  try {
    const value = await work();
    // Entries are queued after their task: let the last one arrive.
    await new Promise((resolve) => { setTimeout(resolve, 100); });
    note(observer.takeRecords());
    return { value, ...describe(longest, frames, started) };
  } finally {
    observer.disconnect();
  }
}

function describe(task: PerformanceEntry | null, frames: readonly LongFrame[], started: number): LongestTask {
  if (task === null) return { longestTaskMs: 0, longestTask: '' };
  const { startTime, duration } = task;
  const frame = frames.find((one) => one.startTime < startTime + duration && startTime < one.startTime + one.duration);
  const scripts = [...(frame?.scripts ?? [])].sort((a, b) => b.duration - a.duration).slice(0, 3);
  const told = scripts.map((script) => `${script.invoker} ${script.sourceFunctionName || 'anonymous'} (${script.sourceURL.split('/').at(-1)}:${script.sourceCharPosition}) ${script.duration.toFixed(0)} ms`);
  return { longestTaskMs: duration, longestTask: `${duration.toFixed(0)} ms at ${((startTime - started) / 1000).toFixed(1)} s${told.length > 0 ? `: ${told.join(', ')}` : ''}` };
}
