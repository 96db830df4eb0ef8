import { html, type TemplateResult } from 'lit';

/** `text` with `spans` (pairs of offsets, ascending, apart) marked. Text, never markup. */
export function markedText(text: string, spans: readonly number[]): (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = [];
  let at = 0;
  for (let i = 0; i < spans.length; i += 2) {
    parts.push(text.slice(at, spans[i]), html`<mark>${text.slice(spans[i], spans[i + 1])}</mark>`);
    at = spans[i + 1];
  }
  parts.push(text.slice(at));
  return parts;
}
