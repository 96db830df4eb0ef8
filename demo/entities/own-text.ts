import type { FvEntityText } from '../../src/components/entity-text/fv-entity-text';
import { inSlices } from '../../src/engine/time-slices';
import { loadTagger } from './load-tagger';
import { showTagged } from './sample';
import type { SequenceTagger, TaggedTokens } from './sequence-tagger';
import { splitText, type SplitSentence } from './split-text';
import type { EntityPageStrings } from './strings';

/** Connects the form with its tagger and its view: loaded when first asked, then at work with every letter. */
export function connectOwnText(form: HTMLFormElement, view: FvEntityText, strings: EntityPageStrings): void {
  const text = form.querySelector('textarea')!;
  const status = form.querySelector('[role=status]')!;
  const failure = form.querySelector<HTMLElement>('[role=alert]')!;
  let tagger: Promise<SequenceTagger> | null = null;
  let asked = new AbortController();
  text.value = strings.example;

  async function show(): Promise<void> {
    asked.abort();
    const { signal } = (asked = new AbortController());
    failure.hidden = true;
    try {
      const sentences = splitText(text.value);
      if (sentences.length === 0) throw new Error(strings.none);
      if (!tagger) status.textContent = strings.loading;
      const loaded = await (tagger ??= loadTagger());
      const tagged: (SplitSentence & TaggedTokens)[] = [];
      await inSlices(sentences.length, 1, (at) => tagged.push({ ...sentences[at], ...loaded.tag(sentences[at].tokens) }), signal);
      showTagged(view, tagged);
      view.hidden = false;
    } catch (error) {
      if (signal.aborted) return;
      failure.hidden = false;
      failure.textContent = `${strings.failed} ${error instanceof Error ? error.message : String(error)}`;
    }
    status.textContent = '';
  }

  const load = async () => {
    try {
      await tagger;
    } catch {
      // The next press tries again.
      tagger = null;
    }
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void load().then(show);
  });
  text.addEventListener('input', () => {
    if (tagger) void show();
  });
}
