import { sniffFormat, SNIFFED_FILE_BYTES } from 'flair-visual/formats';
import type { Language } from '../shared/settings';
import { passSiteSettings } from '../shared/site-elements';
import { planViews, type OpenFile } from './plan-views';
import { showView } from './show-view';
import { OPEN_STRINGS } from './strings';

/** Enough of a `.npy` for its header. */
const HEADER_BYTES = 4096;

async function examine(file: File): Promise<OpenFile> {
  const format = sniffFormat(file.name, new Uint8Array(await file.slice(0, SNIFFED_FILE_BYTES).arrayBuffer()));
  return { name: file.webkitRelativePath || file.name, format, shape: format === 'npy' ? await shapeOf(file) : null };
}

/** What the header of a `.npy` says; null of a broken one, whose view tells why. */
async function shapeOf(file: File): Promise<readonly number[] | null> {
  const header = new TextDecoder('latin1').decode(await file.slice(0, HEADER_BYTES).arrayBuffer());
  const shape = /'shape':\s*\(([\d,\s]*)\)/.exec(header)?.[1];
  return shape === undefined ? null : shape.split(',').filter((axis) => axis.trim() !== '').map(Number);
}

/** Opens the right view of each file below one another in `place`. */
export async function openFiles(files: readonly File[], place: HTMLElement, lang: Language): Promise<void> {
  const words = OPEN_STRINGS[lang];
  // Hidden files of a folder are nobody's data.
  const wanted = files.filter(({ name, size }) => !name.startsWith('.') && size > 0);
  const views = planViews(await Promise.all(wanted.map(examine)));
  await Promise.all(views.map(async (view) => {
    const names = [...view.files, ...(view.beside === undefined ? [] : [view.beside])].map((i) => wanted[i].webkitRelativePath || wanted[i].name);
    const section = document.createElement('section');
    section.className = 'view';
    const heading = document.createElement('h2');
    heading.textContent = names.join(', ');
    const close = Object.assign(document.createElement('button'), { type: 'button', className: 'button', textContent: words.close });
    close.addEventListener('click', () => section.remove());
    const head = document.createElement('header');
    head.append(heading, close);
    const status = document.createElement('p');
    status.setAttribute('role', 'status');
    status.textContent = view.kind === 'unknown' ? words.unknown : `${words.reading} ${names[0]}`;
    section.append(head, status);
    place.append(section);
    if (view.kind === 'unknown') return;
    try {
      const elements = await showView(view, view.files.map((i) => wanted[i]), view.beside === undefined ? undefined : wanted[view.beside]);
      passSiteSettings(lang, elements);
      status.replaceWith(...elements);
    } catch (error) {
      status.setAttribute('role', 'alert');
      status.textContent = `${names[0]} ${words.failed} ${error instanceof Error ? error.message : String(error)}`;
    }
  }));
}
