import type { Fields } from '../shared/bar';
import { STRINGS } from '../shared/strings';
import { BACKENDS, PERPLEXITY_RANGE, SEED_RANGE, type MapSettings } from './map-settings';
import { connectWordSlider } from './word-slider';

/** A typed number, rounded into its range; what is no number leaves the setting as it was. */
function typedNumber(input: HTMLInputElement, { min, max }: { min: number; max: number }, before: number): number {
  return input.value === '' || Number.isNaN(input.valueAsNumber) ? before : Math.min(max, Math.max(min, Math.round(input.valueAsNumber)));
}

/**
 * The map's own settings in the bar.
 * @param onWords The slider passes this number of words and has not been let go.
 */
export function mapFields(form: HTMLFormElement, { lang }: MapSettings, onWords: (words: number) => void): Fields<MapSettings> {
  const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement;
  const slider = connectWordSlider(form.querySelector('.words')!, lang, onWords);
  field('backend').replaceChildren(...BACKENDS.map((name) => new Option(STRINGS[lang][name], name)));
  return {
    show({ words, perplexity, backend, seed }) {
      slider.show(words);
      for (const [name, value] of Object.entries({ perplexity, backend, seed })) field(name).value = String(value);
    },
    read(name, before) {
      switch (name) {
        case 'words':
          return { ...before, words: slider.count };
        case 'perplexity':
          return { ...before, perplexity: typedNumber(field(name) as HTMLInputElement, PERPLEXITY_RANGE, before.perplexity) };
        case 'seed':
          return { ...before, seed: typedNumber(field(name) as HTMLInputElement, SEED_RANGE, before.seed) };
        default:
          return { ...before, [name]: field(name).value };
      }
    },
  };
}
