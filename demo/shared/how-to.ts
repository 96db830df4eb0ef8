/** A piece of code in the dialog "How to use". */
export interface Sample {
  /** What it shows, in the page's language. */
  title: string;
  code: string;
}

/** Fills the dialog with the code samples and lets the button open it. */
export function connectHowTo(samples: readonly Sample[]): void {
  const dialog = document.querySelector<HTMLDialogElement>('#how-to')!;
  for (const { title, code } of samples) {
    const heading = document.createElement('h3');
    heading.textContent = title;
    const block = document.createElement('pre');
    block.tabIndex = 0;
    block.ariaLabel = title;
    block.append(Object.assign(document.createElement('code'), { textContent: code.trim() }));
    dialog.append(heading, block);
  }
  document.querySelector('#how-to-open')!.addEventListener('click', () => dialog.showModal());
  // A press on the backdrop is a press on the dialog itself, outside its content.
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
}
