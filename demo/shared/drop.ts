import type { SiteSettings } from './settings';

/**
 * Files dropped anywhere open their views: in the page's own place for them, or over a page that has none. An element
 * that takes a drop itself keeps it.
 */
export function connectDrop(lang: SiteSettings['lang']): void {
  const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  document.addEventListener('dragover', (event) => {
    if (!event.defaultPrevented && holdsFiles(event)) event.preventDefault();
    document.documentElement.classList.toggle('dropping', holdsFiles(event));
  });
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) document.documentElement.classList.remove('dropping');
  });
  document.addEventListener('drop', (event) => {
    document.documentElement.classList.remove('dropping');
    if (event.defaultPrevented || !holdsFiles(event)) return;
    event.preventDefault();
    void open(event.dataTransfer!, lang);
  });
}

async function open(transfer: DataTransfer, lang: SiteSettings['lang']): Promise<void> {
  // The module is small and needed at once: a transfer forgets its items when the event is over.
  const entries = Array.from(transfer.items, (item) => item.webkitGetAsEntry?.() ?? null);
  const files = [...transfer.files];
  const [{ openFiles }, { filesOf }, { OPEN_STRINGS }] = await Promise.all([import('../open/open-files'), import('../open/dropped-files'), import('../open/strings')]);
  await openFiles(await filesOf(entries, files), document.querySelector<HTMLElement>('#opened-views') ?? overlay(OPEN_STRINGS[lang].opened, OPEN_STRINGS[lang].closeAll), lang);
}

/** A place for views over the page, in a dialog that Escape closes; the page goes on below. */
function overlay(title: string, back: string): HTMLElement {
  const dialog = Object.assign(document.createElement('dialog'), { className: 'opened', ariaLabel: title });
  const close = Object.assign(document.createElement('button'), { type: 'button', className: 'button', textContent: back });
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  const views = Object.assign(document.createElement('div'), { className: 'opened-views' });
  dialog.append(close, views);
  document.body.append(dialog);
  dialog.showModal();
  return views;
}
