import type { Fields } from '../shared/bar';
import { integerIn, oneOf, type SiteSettings } from '../shared/settings';
import type { ModelBackend } from '../shared/start-tfjs';
import { TRAIN_STRINGS } from './strings';

/** What the next training takes. */
export interface TrainSettings extends SiteSettings {
  learningRate: number;
  seed: number;
  backend: ModelBackend;
}

const BACKENDS = ['wasm', 'webgl', 'cpu'] as const satisfies readonly ModelBackend[];
const SEED_RANGE = { min: 0, max: 999_999 } as const;
const RATE_RANGE = { min: 1e-6, max: 1 } as const;

const rateIn = (text: string | null, fallback: number): number => {
  const rate = Number(text);
  return rate >= RATE_RANGE.min && rate <= RATE_RANGE.max ? rate : fallback;
};

export const defaultTrainSettings = (site: SiteSettings): TrainSettings => ({ ...site, learningRate: 0.008, seed: 0, backend: 'wasm' });

export function parseTrainSettings(query: string, site: SiteSettings, defaults: TrainSettings): TrainSettings {
  const params = new URLSearchParams(query);
  return {
    ...site,
    learningRate: rateIn(params.get('learningRate'), defaults.learningRate),
    seed: integerIn(SEED_RANGE, params.get('seed'), defaults.seed),
    backend: oneOf(BACKENDS, params.get('backend'), defaults.backend),
  };
}

export function trainFields(form: HTMLFormElement, { lang }: SiteSettings): Fields<TrainSettings> {
  const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement;
  field('backend').replaceChildren(...BACKENDS.map((name) => new Option(TRAIN_STRINGS[lang][name], name)));
  return {
    show(settings) {
      for (const name of ['learningRate', 'seed', 'backend'] as const) field(name).value = String(settings[name]);
    },
    read(name, before) {
      const { value } = field(name);
      switch (name) {
        case 'learningRate':
          return { ...before, learningRate: rateIn(value, before.learningRate) };
        case 'seed':
          return { ...before, seed: integerIn(SEED_RANGE, value, before.seed) };
        default:
          return { ...before, backend: oneOf(BACKENDS, value, before.backend) };
      }
    },
  };
}
