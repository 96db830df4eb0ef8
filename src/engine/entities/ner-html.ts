import { escapeHtml, textToHtml } from '../activation/highlight-html';
import { hexColor, parseColor, textColorOn } from '../color';
import type { EntitySentence, EntitySpan } from './entity-data';

/** Options of {@link renderNerHtml}, with the defaults of Flair. */
export interface NerHtmlOptions {
  /** Title of the page. Default `Flair`. */
  title?: string;
  /** CSS colour by label. Default: Flair's for PER, ORG, LOC and MISC. */
  colors?: Readonly<Record<string, string>>;
  /** Of labels without one. Default `#ddd`. */
  defaultColor?: string;
  /** Whether it is a whole page, or the paragraphs alone. Default true. */
  wrapPage?: boolean;
  /** `lang` of the page. Default `en`. */
  lang?: string;
}

const COLORS: Readonly<Record<string, string>> = { PER: '#F7FF53', ORG: '#E8902E', LOC: '#FF40A3', MISC: '#4647EB', O: '#ddd' };

/** What a colour may be written with: nothing that ends the declaration or loads anything. */
const SAFE_COLOR = /^(?!.*url\()[#\w\s(),.%/+-]+$/i;

/**
 * Flair's `render_ner_html`: sentences with their entities marked, as HTML with styles of its own, for mails, notebooks and
 * reports. Beyond Flair's: title and labels are escaped, too, and colours that are none are replaced; text on a colour is black
 * or white, whichever reads better; nested spans are nested marks, and one that crosses another is marked in two parts, the
 * label at the end of the last; no blanks come in that the text has not; texts have their own direction; controls that reorder
 * text are shown and reorder nothing.
 */
export function renderNerHtml(sentences: EntitySentence | readonly EntitySentence[], { title = 'Flair', colors = COLORS, defaultColor = '#ddd', wrapPage = true, lang = 'en' }: NerHtmlOptions = {}): string {
  const colorOf = (label: string) => {
    const color = Object.hasOwn(colors, label) ? colors[label] : defaultColor;
    return SAFE_COLOR.test(color) ? color : '#ddd';
  };
  const list: readonly EntitySentence[] = 'text' in sentences ? [sentences] : sentences;
  const text = list.map((sentence) => `<p dir="auto">${sentenceHtml(sentence, colorOf)}</p>`).join('');
  if (!wrapPage) return text;
  return `
<!DOCTYPE html>
<html lang="${escapeHtml(lang)}">
    <head>
        <meta charset="utf-8">
        <title>${escapeHtml(title)}</title>
    </head>

    <body style="font-size: 16px; font-family: 'Segoe UI', system-ui, sans-serif; padding: 4rem 2rem">${text}</body>
</html>
`;
}

/** A part of a span; the last one carries the label. */
interface SpanPart extends EntitySpan {
  last: boolean;
}

function sentenceHtml({ text, spans }: EntitySentence, colorOf: (label: string) => string): string {
  const inOrder = (a: EntitySpan, b: EntitySpan) => a.start - b.start || b.end - a.end;
  const plain = (from: number, to: number) => textToHtml(text.slice(from, to)).replaceAll(/\r\n|&#13;\n|\n/g, '<br/>');
  /** Marks a stretch; parts all lie within it. */
  const mark = (from: number, to: number, parts: SpanPart[]): string => {
    let html = '';
    let at = from;
    const waiting = [...parts].sort(inOrder);
    for (let outer = waiting.shift(); outer !== undefined; outer = waiting.shift()) {
      const inner: SpanPart[] = [];
      while (waiting.length > 0 && waiting[0].start < outer.end) {
        const next = waiting.shift()!;
        if (next.end <= outer.end) {
          inner.push(next);
          continue;
        }
        inner.push({ ...next, end: outer.end, last: false });
        waiting.push({ ...next, start: outer.end });
        waiting.sort(inOrder);
      }
      html += plain(at, outer.start) + entityHtml(mark(outer.start, outer.end, inner), outer, colorOf(outer.label));
      at = outer.end;
    }
    return html + plain(at, to);
  };
  return mark(0, text.length, spans.map((span) => ({ ...span, last: true })));
}

function entityHtml(content: string, { label, last }: SpanPart, color: string): string {
  // Colours by name or function are the reader's to judge.
  const ink = /^#(?:[\da-f]{3}|[\da-f]{6})$/i.test(color.trim()) ? ` color: ${hexColor(textColorOn(parseColor(color)))};` : '';
  const tag = last ? `<span style="font-size: 0.8em; font-weight: bold; line-height: 3; border-radius: 0.35em; text-transform: uppercase; vertical-align: middle; margin-left: 0.5rem">${escapeHtml(label)}</span>` : '';
  return `<mark class="entity" style="background: ${escapeHtml(color)};${ink} padding: 0.45em 0.6em; margin: 0 0.25em; line-height: 3; border-radius: 0.35em; box-decoration-break: clone; -webkit-box-decoration-break: clone">${content}${tag}</mark>`;
}
