import { html, nothing, type TemplateResult } from 'lit';
import type { ApiElement, NamedText } from '../data/reference-format';
import type { REFERENCE_STRINGS } from './strings';

type Strings = (typeof REFERENCE_STRINGS)['en'];

/** Text with code between backticks. */
function prose(text: string): (TemplateResult | string)[] {
  return text.split('`').map((piece, i) => (i % 2 === 1 ? html`<code>${piece}</code>` : piece));
}

function table(tag: string, title: string, head: readonly string[], rows: readonly (readonly unknown[])[]): TemplateResult | typeof nothing {
  if (rows.length === 0) return nothing;
  return html`<h3>${title}</h3>
    <div class="scroll" tabindex="0" role="region" aria-label="${tag}: ${title}"><table>
      <thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
      <tbody>${rows.map(([name, ...cells]) => html`<tr><th scope="row"><code>${name}</code></th>${cells.map((cell) => html`<td lang="en">${cell}</td>`)}</tr>`)}</tbody>
    </table></div>`;
}

const code = (text: string) => (text === '' ? '' : html`<code>${text}</code>`);

/** Everything a page can use of an element; `example` goes below its description. */
export function renderElement({ tag, description, properties, methods, events, slots, parts, cssProperties }: ApiElement, example: unknown, words: Strings): TemplateResult {
  const plain = (entries: readonly NamedText[]) => entries.map((entry) => [entry.name, prose(entry.description)]);
  return html`<section id=${tag} aria-labelledby="${tag}-title">
    <h2 id="${tag}-title"><code>&lt;${tag}&gt;</code></h2>
    <p lang="en">${prose(description)}</p>
    ${example}
    ${table(tag, words.properties, [words.name, words.type, words.default, words.meaning], properties.map((property) => [
      property.attribute === '' || property.attribute === property.name ? property.name : html`${property.name}<br>${property.attribute}`,
      code(property.type), property.readonly ? html`<span lang=${document.documentElement.lang}>${words.readonly}</span>` : code(property.default), prose(property.description),
    ]))}
    ${table(tag, words.methods, [words.name, words.meaning], methods.map((method) => [method.signature, prose(method.description)]))}
    ${table(tag, words.events, [words.name, words.type, words.meaning], events.map((event) => [event.name, code(event.type), prose(event.description)]))}
    ${table(tag, words.slots, [words.name, words.meaning], plain(slots))}
    ${table(tag, words.parts, [words.name, words.meaning], plain(parts))}
    ${table(tag, words.cssProperties, [words.name, words.default, words.meaning], cssProperties.map((property) => [property.name, code(property.default), prose(property.description)]))}
  </section>`;
}
