import { inLanguage, stringsFor } from '../strings';
import { curveStringsFor } from '../strings/curves';
import { reportStringsFor } from '../strings/report';
import { formatCount } from '../number-format';
import { base64Parts, block, escapeHtml, inertCode, inertJson } from '../standalone/page-parts';
import { themeCss } from '../theme-tokens';
import { findingText } from '../training-curves/finding-text';
import { metricLabel } from '../training-curves/line-names';
import type { ShownFile, SortedFiles } from './report-files';
import { showReport, type EmbeddedFile } from './show-report';

/** How a report is written. */
export interface ReportOptions {
  /** Default: in the words of the language, "Training report". */
  title?: string;
  /** BCP 47; default `en`. */
  locale?: string;
  /** `light` or `dark`; default as the reader's system has it. */
  theme?: 'light' | 'dark';
}

const STYLE = `
${themeCss((condition) => (condition === '' ? ':root' : `:root${condition}`), 'data-theme')}
body { margin: 0 auto; max-width: 1200px; padding: 24px 16px 48px; color: var(--_text); background: var(--_surface); font: var(--_font-size)/1.5 var(--_font); font-variant-numeric: tabular-nums; }
h1 { font-size: 20px; margin: 0 0 4px; } h2 { font-size: 15px; margin: 32px 0 8px; } p { margin: 0 0 8px; } .quiet { color: var(--_text-secondary); }
fv-training-curves, fv-learning-rate, fv-weight-traces { border: 1px solid var(--_line); border-radius: 8px; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 4px 16px; margin: 0; } dt { font-weight: 600; } dd { margin: 0; } h3 { font-size: 13px; margin: 12px 0 4px; overflow-wrap: anywhere; }
@media (max-width: 560px) { dl { grid-template-columns: 1fr; } }
@media print { fv-weight-traces { height: auto; } }
`;

/** The parts of a page that shows files of a training and needs no other file and no network; text of the data can become no markup. */
export async function reportPage({ shown, left }: SortedFiles, code: string, { title, locale = 'en', theme }: ReportOptions): Promise<string[]> {
  const words = reportStringsFor(locale);
  const strings = stringsFor(locale);
  const files = shown.map(({ name, kind }, i): EmbeddedFile => ({ id: `fv-file-${i}`, name, kind }));
  const of = (kind: EmbeddedFile['kind']) => files.filter((file) => file.kind === kind);
  const attributes = `locale="${escapeHtml(locale)}"${theme ? ` theme="${theme}"` : ''}`;
  const section = (heading: string, body: string) => `<section><h2>${escapeHtml(heading)}</h2>\n${body}</section>\n`;
  const element = (tag: string, { id, name }: EmbeddedFile, several: boolean) => `${several ? `<h3>${escapeHtml(name)}</h3>` : ''}<${tag} data-file="${id}" ${attributes}></${tag}>\n`;
  const each = (kind: EmbeddedFile['kind'], tag: string, heading: string) => {
    const own = of(kind);
    return own.length === 0 ? '' : section(heading, own.map((file) => element(tag, file, own.length > 1)).join(''));
  };
  const heading = title ?? words.title;
  const parts = [
    `<!doctype html>\n<html lang="${inLanguage(locale, 'en', 'zh-Hans')}"${theme ? ` data-theme="${theme}"` : ''}>\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n`,
    `<title>${escapeHtml(heading)}</title>\n<style>${STYLE}</style>\n</head>\n<body>\n<main>\n<h1>${escapeHtml(heading)}</h1>\n`,
    `<p class="quiet">${escapeHtml(words.files(formatCount(shown.length, strings), new Intl.ListFormat(strings.locale, { type: 'unit' }).format(shown.map(({ name }) => name))))}</p>\n`,
    of('runs').length === 0 ? '' : section(words.curves, `<fv-training-curves ${attributes}></fv-training-curves>\n`) + section(words.findings, findings(shown, locale)),
    each('learning-rate', 'fv-learning-rate', words.learningRate),
    each('weights', 'fv-weight-traces', words.weights),
    left.length === 0 ? '' : section(words.left, `<dl>${left.map(({ name, reason }) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(reason)}</dd>`).join('')}</dl>\n`),
    '</main>\n',
    ...block('fv-files', [inertJson(files)]),
  ];
  for (const [i, { bytes }] of shown.entries()) parts.push(...block(files[i].id, await base64Parts(await compressed(bytes))));
  parts.push(`<script type="module">${inertCode(code)}</script>\n`, `<script type="module">(${inertCode(showReport.toString())})(document);</script>\n</body>\n</html>\n`);
  return parts;
}

/** What the run doctor found in each run, as text: it can be read without scripts, and searched. */
function findings(shown: readonly ShownFile[], locale: string): string {
  const [words, curveWords, strings] = [reportStringsFor(locale), curveStringsFor(locale), stringsFor(locale)];
  return shown.flatMap(({ runs }) => runs).map(({ name, rows, findings: found }) => {
    const body = found.length === 0 ? `<p class="quiet">${escapeHtml(words.nothing)}</p>` : `<dl>${found.map((finding) => {
      const { title, text } = findingText(finding, strings, curveWords);
      const where = [metricLabel(finding.metric, curveWords), ...(finding.split === null ? [] : [curveWords.splits[finding.split]])].join(', ');
      return `<dt>${escapeHtml(title)}</dt><dd>${escapeHtml(`${where}: ${text}`)}</dd>`;
    }).join('')}</dl>`;
    return `<h3>${escapeHtml(words.run(name, formatCount(rows, strings)))}</h3>${body}\n`;
  }).join('');
}

async function compressed(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer());
}
