import { orderingControl } from './control-names';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** What has to be written differently: markup, and all that is invisible, reorders text or is no character at all. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const UNSAFE = /[&<>"'\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00a0\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]|\p{Cs}/gu;

const LABEL = 'font-size:.65em;border:1px solid;border-radius:3px;padding:0 2px;margin:0 1px;user-select:none';

/** Text as the value of an attribute, or where no element may stand. */
export function escapeHtml(text: string): string {
  return text.replaceAll(UNSAFE, (char) => {
    const code = char.codePointAt(0)!;
    if (code >= 0xd800 && code <= 0xdfff) return '\ufffd';
    // HTML forbids references to control characters.
    if (code < 32) return code === 13 ? '&#13;' : String.fromCharCode(0x2400 + code);
    if (code >= 0x7f && code < 0xa0) return '\ufffd';
    return ENTITIES[char] ?? `&#x${code.toString(16)};`;
  });
}

/**
 * Text as HTML that shows every character: markup is text; controls that order text stand by themselves, so that they
 * reorder nothing, beside a label that is not copied along. Joiners and direction marks do their work unseen.
 */
export function textToHtml(text: string): string {
  return text.replaceAll(UNSAFE, (char) => {
    const name = orderingControl(char.codePointAt(0)!);
    if (name === null) return escapeHtml(char);
    const code = char.codePointAt(0)!.toString(16).toUpperCase();
    return `<bdi>${escapeHtml(char)}</bdi><span title="U+${code}" style="${LABEL}">${name}</span>`;
  });
}
