/** An entity over tokens. */
export interface TagSpan {
  /** First token. */
  start: number;
  /** Behind the last token. */
  end: number;
  label: string;
}

const TAG = /^([BIESLU])-(.+)$/;

/**
 * The entities that tags in BIO, IOB1, BIOES or BILOU mean. What is not well-formed is read as the CoNLL script reads
 * it: `I-X` after another label or after `O` begins an entity. Tags without a prefix (`NOUN`, `_`) are no entities.
 */
export function tagSpans(tags: readonly string[]): TagSpan[] {
  const spans: TagSpan[] = [];
  let open: TagSpan | null = null;
  tags.forEach((tag, at) => {
    const [, prefix, label] = TAG.exec(tag) ?? [tag, '', ''];
    if (prefix === '') {
      open = null;
      return;
    }
    const begins = prefix === 'B' || prefix === 'S' || prefix === 'U' || open?.label !== label;
    if (begins || open === null) {
      open = { start: at, end: at + 1, label };
      spans.push(open);
    } else open.end = at + 1;
    if (prefix === 'E' || prefix === 'S' || prefix === 'L' || prefix === 'U') open = null;
  });
  return spans;
}
