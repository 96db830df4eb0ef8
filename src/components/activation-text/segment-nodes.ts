import { hasInvisible, invisibleControl, orderingControl } from '../../engine';

/** What white space is shown as. */
const MARKS: Record<string, string> = { ' ': '·', '\t': '→', '\n': '↵', '\r': '␍', '\u00a0': '⍽', '\u3000': '□' };

const WHITE_SPACE = /[ \t\n\r\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;

/** Joiners shape what stands on both sides: alone in an element they would not. */
const JOINER = /[\u200c\u200d]/;

/**
 * Puts text into an element so that it is the same text when it is copied. Controls that order text stand in an element of
 * their own, isolated, so that they reorder nothing, with their name beside them; `marked` shows white space and all else
 * that cannot be seen, too. Marks are generated content: they are seen, not selected.
 */
export function fillText(parent: HTMLElement, text: string, marked: boolean): void {
  const special = hasInvisible(text);
  if (!special && !(marked && WHITE_SPACE.test(text))) {
    parent.textContent = text;
    return;
  }
  const document = parent.ownerDocument;
  let plain = '';
  const flush = () => {
    if (plain !== '') parent.append(plain);
    plain = '';
  };
  for (const char of text) {
    const code = char.codePointAt(0)!;
    const ordering = special ? orderingControl(code) : null;
    const shown = marked ? !JOINER.test(char) || char === text : code < 32;
    const name = ordering ?? (special && shown ? invisibleControl(code) : null);
    const mark = name === null && marked && WHITE_SPACE.test(char) ? (MARKS[char] ?? '␣') : null;
    if (name === null && mark === null) {
      plain += char;
      continue;
    }
    flush();
    const element = document.createElement('span');
    element.className = name !== null ? 'control' : char === '\n' ? 'space break' : 'space';
    element.dataset.mark = name ?? mark!;
    element.textContent = char;
    parent.append(element);
  }
  flush();
}
