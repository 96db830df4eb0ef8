/** Lets the page hear of what goes wrong in an asynchronous answer of a worker: a rejection alone never leaves it. */
export async function orThrowInTask(answer: () => Promise<void> | void): Promise<void> {
  try {
    await answer();
  } catch (error) {
    setTimeout(() => {
      throw error;
    });
  }
}
