import type { Language } from '../shared/settings';
import { LABEL_STRINGS } from './strings';
import { chanceOf, standing, type Verdict } from './verdicts';
import type { LoadedWords } from './words';

/** Words that are named, and the neighbours told of each. */
const NAMED = 6;
const TOLD = 6;

/** Neighbours that agree, of 15, to be called unanimous. */
const UNANIMOUS = 12;

const percent = (share: number): string => `${Math.round(100 * share)} %`;

/** Fills the section with what the audit has found, counted from the verdicts. */
export function showFinding(section: HTMLElement, verdicts: readonly Verdict[], words: LoadedWords, lang: Language, look: (id: number) => void): void {
  const strings = LABEL_STRINGS[lang];
  const found = standing(verdicts);
  const agreed = verdicts.filter(({ agreeing }) => agreeing >= UNANIMOUS);
  const agreedFound = standing(agreed);
  const text = (id: string, content: string) => (section.querySelector(`#${id}`)!.textContent = content);
  text('result', verdicts.length === 0 ? '' : strings.result(found.length, verdicts.length, percent(chanceOf(verdicts, words.senses)), percent(found.length / verdicts.length)));
  text('unanimous', agreed.length === 0 ? '' : strings.unanimous(agreedFound.length, agreed.length, percent(agreedFound.length / agreed.length)));
  section.querySelector('tbody')!.replaceChildren(...found.slice(0, NAMED).map((verdict) => rowOf(verdict, words, lang, look)));
  section.hidden = false;
}

function rowOf(verdict: Verdict, { words, senses, kindNames }: LoadedWords, lang: Language, look: (id: number) => void): HTMLElement {
  const strings = LABEL_STRINGS[lang];
  const [label] = senses[verdict.id];
  const create = <Name extends keyof HTMLElementTagNameMap>(name: Name, properties: object, ...children: (Node | string)[]) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };
  const english = (content: string) => create('span', { lang: 'en', className: 'gloss' }, content);
  const button = create('button', { type: 'button', className: 'button', lang: 'en' }, words[verdict.id]);
  button.addEventListener('click', () => look(verdict.id));
  const neighbors = verdict.neighbors.slice(0, TOLD).map((id) => words[id]).join(', ');
  return create('tr', {},
    create('th', { scope: 'row' }, button),
    create('td', {}, kindNames[label.kind], english(label.gloss)),
    create('td', {}, strings.agreeing(verdict.agreeing, verdict.neighbors.length, kindNames[verdict.expected]), english(`${neighbors} …`)),
    create('td', {}, kindNames[verdict.expected], english(verdict.sense!.gloss)));
}
