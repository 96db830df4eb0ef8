/** Ends this task, so that the page answers before what follows. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve); });
}
