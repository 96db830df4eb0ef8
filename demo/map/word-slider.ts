import type { Language } from '../shared/settings';
import { groupThousands, wordsOf } from '../shared/strings';
import { nearestStop, VOCABULARY, WORD_STOPS } from './word-scale';

export interface WordSlider {
  /** Words at the slider's place, or exactly those last shown where it has not been moved since. */
  readonly count: number;
  /** Moves the slider; the figure beside it is exact. */
  show(count: number): void;
}

/** The slider of the vocabulary: its places are {@link WORD_STOPS}, its figure and its spoken value words. */
export function connectWordSlider(label: HTMLElement, lang: Language, onMove?: (count: number) => void): WordSlider {
  const input = label.querySelector('input')!;
  const output = label.querySelector('output')!;
  let count = VOCABULARY;
  const say = () => {
    output.textContent = groupThousands(count);
    input.setAttribute('aria-valuetext', wordsOf(count, VOCABULARY, lang));
    label.title = wordsOf(count, VOCABULARY, lang);
  };
  input.max = String(WORD_STOPS.length - 1);
  input.addEventListener('input', () => {
    count = WORD_STOPS[input.valueAsNumber];
    say();
    onMove?.(count);
  });
  return {
    get count() {
      return count;
    },
    show(shown) {
      count = shown;
      input.value = String(nearestStop(shown));
      say();
    },
  };
}
