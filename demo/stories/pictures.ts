import type { TrainingRun } from '../../src/engine';
import { bestUnit, type States } from '../story-quotes/quote-response';
import type { LoadedWords } from '../story-labels/words';

/** Neighbours around the word, characters of the passage: as much as a card has room for. */
const NEIGHBORS = 12;
const CHARACTERS = 330;

/** A word between its nearest, by cosine. */
export function labelsPicture({ words, vectors, dimensions, senses, kindNames }: LoadedWords, word: string, filed: string): HTMLElement {
  const row = words.indexOf(word);
  const vector = (i: number) => vectors.subarray(i * dimensions, (i + 1) * dimensions);
  const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * b[i], 0);
  const own = vector(row);
  const cosines = words.map((_, i) => (i === row ? -1 : dot(own, vector(i)) / Math.sqrt(dot(vector(i), vector(i)))));
  const nearest = [...cosines.keys()].sort((a, b) => cosines[b] - cosines[a]).slice(0, NEIGHBORS).map((i) => words[i]);
  const create = (name: string, content: string) => Object.assign(document.createElement(name), { textContent: content });
  const title = create('strong', word);
  const label = create('small', `${filed} ${kindNames[senses[row][0].kind]}`);
  label.lang = document.documentElement.lang;
  title.append(label);
  const picture = document.createElement('div');
  picture.className = 'labels-picture';
  picture.append(...nearest.slice(0, NEIGHBORS / 2).map((each) => create('span', each)), title, ...nearest.slice(NEIGHBORS / 2).map((each) => create('span', each)));
  return picture;
}

/** The beginning of the first passage, each character coloured by the unit that tells quotes best. */
export function quotesPicture(states: States): HTMLElement {
  const { chosen: { unit, falls } } = bestUnit(states);
  const { text } = states.passages[0];
  const all = states.values.length / states.units;
  const values = states.values.subarray(unit * all, unit * all + text.length);
  const sorted = Float32Array.from(values).sort();
  const [low, high] = [0.05, 0.95].map((share) => sorted[Math.floor(share * (sorted.length - 1))]);
  const picture = document.createElement('div');
  picture.className = 'quotes-picture';
  picture.append(...Array.from(text.slice(0, CHARACTERS), (character, i) => {
    const share = Math.min(1, Math.max(0, (values[i] - low) / (high - low)));
    const span = Object.assign(document.createElement('span'), { textContent: character });
    span.style.setProperty('--share', (60 * (falls ? 1 - share : share)).toFixed(0));
    return span;
  }));
  return picture;
}

/** Train and development loss from the second epoch on: the first would leave no room for the rest. */
export function overfitPicture({ series }: TrainingRun): SVGElement {
  const svgName = 'http://www.w3.org/2000/svg';
  const picture = document.createElementNS(svgName, 'svg');
  const curves = (['train', 'dev'] as const).map((split) => [split, series.find((each) => each.split === split && each.metric === 'LOSS')!.values.slice(1)] as const);
  const most = Math.max(...curves.flatMap(([, values]) => [...values]));
  picture.setAttribute('viewBox', '0 0 100 100');
  picture.setAttribute('preserveAspectRatio', 'none');
  for (const [split, values] of curves) {
    const path = document.createElementNS(svgName, 'path');
    path.setAttribute('class', split);
    path.setAttribute('d', `M${Array.from(values, (value, i) => `${((100 * i) / (values.length - 1)).toFixed(1)},${(100 * (1 - value / most)).toFixed(1)}`).join('L')}`);
    picture.append(path);
  }
  return picture;
}
