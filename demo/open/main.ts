import { siteSettings, startPage } from '../shared/start-page';
import { openFiles } from './open-files';
import code from './show-view?raw';
import { OPEN_STRINGS } from './strings';

const { initial, defaults } = siteSettings();
const words = OPEN_STRINGS[initial.lang];
const { formats, ...strings } = words;
startPage({ title: 'open', initial, defaults, strings, samples: [{ title: words.inPage, code }] });

const rows = document.querySelector('#formats tbody')!;
rows.replaceChildren(...formats.map(([file, shows]) => {
  const row = document.createElement('tr');
  row.append(Object.assign(document.createElement('th'), { scope: 'row', textContent: file }), Object.assign(document.createElement('td'), { textContent: shows }));
  return row;
}));

for (const input of document.querySelectorAll<HTMLInputElement>('.choose input')) {
  input.addEventListener('change', () => {
    void openFiles([...input.files!], document.querySelector<HTMLElement>('#opened-views')!, initial.lang);
    input.value = '';
  });
}
