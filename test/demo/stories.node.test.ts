import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { beforeEach, describe, expect, it } from 'vitest';
import type { LabelledWords } from '../../demo/data/story-labels-format';
import type { QuoteStates } from '../../demo/data/story-quotes-format';
import { decodeVectors } from '../../demo/data/vector-encoding';
import { PUBLIC_DIRECTORY } from '../../demo/scripts/prepared';
import { demoBrowser } from '../harness/demo-browser';

const demo = demoBrowser();
let page: Page;
let problems: string[];
beforeEach(async () => {
  ({ page, problems } = await demo.open({ reducedMotion: 'reduce' }));
});

const data = (story: string, file: string) => readFile(join(PUBLIC_DIRECTORY, 'data', story, file));
const json = async <T>(story: string, file: string) => JSON.parse(String(await data(story, file))) as T;

async function decoded(story: string, file: string, rows: number, columns: number): Promise<Float32Array> {
  const values = new Float32Array(rows * columns);
  decodeVectors(new Uint8Array(await data(story, file)), columns, 'int8', values);
  return values;
}

/** Presses "Show me" of a step, waits until it is done, and reads its figure. */
async function show(title: string): Promise<string> {
  await page.getByRole('button', { name: `Show me: ${title}` }).click();
  const step = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title }) });
  await step.getByRole('img', { name: 'done' }).waitFor();
  return (await step.locator('.figure').textContent())!;
}

const finding = () => page.locator('#finding');
const cells = async () => Promise.all((await finding().locator('tbody tr').all()).map((row) => row.locator('th, td').allInnerTexts()));

describe('the story of wrong labels', () => {
  /** The audit and the dictionary once more, by plain loops. */
  async function expected() {
    const { words, senses, kinds, dimensions } = await json<LabelledWords>('story-labels', 'words.json');
    const vectors = await decoded('story-labels', 'vectors.i8', words.length, dimensions);
    const unit = words.map((_, i) => {
      const vector = vectors.subarray(i * dimensions, (i + 1) * dimensions);
      const length = Math.hypot(...vector);
      return vector.map((value) => value / length);
    });
    const label = (i: number) => senses[i][0].kind;
    const wrong: { word: string; agreeing: number; knows: boolean }[] = [];
    for (let i = 0; i < words.length; i++) {
      const cosine = unit.map((other) => {
        let sum = 0;
        for (let d = 0; d < dimensions; d++) sum += unit[i][d] * other[d];
        return sum;
      });
      cosine[i] = -2;
      const least = Float64Array.from(cosine).sort().at(-15);
      const nearest = [...cosine.keys()].filter((j) => cosine[j] >= least).sort((a, b) => cosine[b] - cosine[a]);
      const votes = kinds.map((_, kind) => nearest.filter((j) => label(j) === kind).length);
      const most = Math.max(...votes);
      const winner = label(nearest.find((j) => votes[label(j)] === most)!);
      if (votes[label(i)] <= 3 && winner !== label(i)) wrong.push({ word: words[i], agreeing: most, knows: senses[i].slice(1).some(({ kind }) => kind === winner) });
    }
    return wrong;
  }

  it('lists what an audit finds, and counts those that the dictionary itself confirms', async () => {
    await page.goto(`${demo.url}story-labels.html`);
    expect(await show('A map of labelled words')).toBe('2,000 words of 10 kinds');
    const told = await show('Ask for labels unlike their neighbours’');
    const wrong = await expected();
    const confirmed = wrong.filter(({ knows }) => knows);
    expect(told).toBe(`${wrong.length} of 2,000 words`);
    const named = confirmed.sort((a, b) => b.agreeing - a.agreeing).slice(0, 6);
    expect(await show('Look at the first of them')).toContain(`“${named[0].word}” is filed under`);
    expect(await page.evaluate(() => document.querySelector('fv-embedding-map')!.panel)).toBe('neighbors');
    expect(await show('Ask the dictionary')).toBe(`${confirmed.length} of ${wrong.length} stand up`);
    expect(await finding().locator('#result').textContent()).toContain(`${confirmed.length} of the ${wrong.length} labels (${Math.round((100 * confirmed.length) / wrong.length)} %)`);
    const agreed = wrong.filter(({ agreeing }) => agreeing >= 12);
    expect(await finding().locator('#unanimous').textContent()).toContain(`it is ${agreed.filter(({ knows }) => knows).length} of ${agreed.length} (`);
    expect(await finding().locator('tbody th').allInnerTexts()).toEqual(named.map(({ word }) => word));
    await finding().getByRole('button', { name: named[1].word }).click();
    await expect.poll(() => page.evaluate(() => {
      const map = document.querySelector('fv-embedding-map')!;
      return map.data!.labels[map.pinned!];
    }), { timeout: 5_000 }).toBe(named[1].word);
    expect(problems).toEqual([]);
  });
});

describe('the story of quotes', () => {
  /** Chance that a quoted character has the higher value, by counting pairs. */
  async function aucs(file: string) {
    const { passages, units } = await json<QuoteStates>('story-quotes', 'text.json');
    const text = passages.map((passage) => passage.text).join('');
    const values = await decoded('story-quotes', file, units, text.length);
    const first = passages[0].text.length;
    let inside = false;
    const quoted = Array.from(text, (character) => (inside = character === '“' || (inside && character !== '”')));
    const auc = (unit: number, from: number, to: number) => {
      let [pairs, wins] = [0, 0];
      for (let i = from; i < to; i++) {
        if (!quoted[i]) continue;
        for (let j = from; j < to; j++) {
          if (quoted[j]) continue;
          pairs++;
          wins += values[unit * text.length + i] > values[unit * text.length + j] ? 1 : values[unit * text.length + i] === values[unit * text.length + j] ? 0.5 : 0;
        }
      }
      return wins / pairs;
    };
    const here = Array.from({ length: units }, (_, unit) => auc(unit, 0, first));
    const best = here.reduce((strongest, value, unit) => (Math.abs(value - 0.5) > Math.abs(here[strongest] - 0.5) ? unit : strongest), 0);
    const turned = (value: number) => (here[best] < 0.5 ? 1 - value : value);
    return { unit: best, here: turned(here[best]), there: turned(auc(best, first, text.length)), raw: here[best] };
  }

  it('ranks the units, and holds the best against other passages and the untrained model', async () => {
    const [trained, untrained] = [await aucs('trained.i8'), await aucs('untrained.i8')];
    await page.goto(`${demo.url}story-quotes.html`);
    await show('The model reads');
    expect(await show('Select everything within quotes')).toMatch(/^\d+ quotes, \d+ of [\d,]+ characters$/);
    expect(await show('Rank the units')).toBe(`unit ${trained.unit}: AUC ${trained.raw.toFixed(3)}`);
    expect(await show('Pin the best')).toBe(`unit ${trained.unit} ${trained.raw < 0.5 ? 'falls' : 'rises'} within quotes`);
    expect(await page.evaluate(() => [document.querySelector('fv-activation-text')!.unit, document.querySelector('fv-activation-heatmap')!.unit])).toEqual([trained.unit, trained.unit]);
    await show('Check it where it was not chosen');
    expect((await cells()).map((row) => row.slice(1, 4))).toEqual([trained, untrained].map(({ unit, here, there }) => [String(unit), here.toFixed(3), there.toFixed(3)]));
    // What was learned, not luck.
    expect(trained.there).toBeGreaterThan(untrained.there + 0.1);
    await finding().getByRole('button', { name: 'Look at the unit of the untrained model' }).click();
    await expect.poll(() => page.evaluate(() => {
      const { sample, layer } = document.querySelector('fv-activation-text')!;
      return [sample, layer];
    }), { timeout: 5_000 }).toEqual([1, 'untrained']);
    expect(problems).toEqual([]);
  });
});

describe('the story of a run that overfits', () => {
  const rowsOf = async (run: string) => {
    const [header, ...rows] = String(await data('story-overfit', `${run}.tsv`)).trim().split('\n').map((line) => line.split('\t'));
    return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, Number(row[i])])));
  };

  it('shows where the doctor marks it, and what more data gains', async () => {
    const [few, many] = [await rowsOf('few'), await rowsOf('many')];
    await page.goto(`${demo.url}story-overfit.html`);
    expect(await show('The losses of one run')).toBe(`${few.length} epochs: train loss ends at ${few.at(-1).TRAIN_LOSS.toFixed(3)}, dev loss at ${few.at(-1).DEV_LOSS.toFixed(3)}`);
    expect(await page.evaluate(() => document.querySelector('fv-training-curves')!.data!.length)).toBe(1);
    const best = (rows: typeof few) => Math.min(...rows.map((row) => row.DEV_LOSS));
    const onset = few.find((each) => each.DEV_LOSS === best(few))!;
    const percent = (from: number, to: number) => `${Math.round((100 * Math.abs(to - from)) / from)} %`;
    expect(await show('Ask the run doctor')).toBe(
      `Overfits from epoch ${onset.EPOCH}: dev loss then rises by ${percent(onset.DEV_LOSS, few.at(-1).DEV_LOSS)} (rule: ≥ 2 %), train loss falls by ${percent(onset.TRAIN_LOSS, few.at(-1).TRAIN_LOSS)} (≥ 5 %), over at least 3 epochs`,
    );
    expect(await show('Add a run with more sentences')).toBe(`Lowest dev loss: ${best(few).toFixed(3)} and ${best(many).toFixed(3)}`);
    expect(await show('Put the runs side by side')).toBe(`Epoch ${few.length}: dev loss ${(few.at(-1).DEV_LOSS - many.at(-1).DEV_LOSS).toFixed(3)} lower`);
    await show('Take stock');
    const row = (rows: typeof few) => [
      `${best(rows).toFixed(3)} (epoch ${rows.find((each) => each.DEV_LOSS === best(rows))!.EPOCH})`, rows.at(-1).DEV_LOSS.toFixed(3), rows.at(-1).TRAIN_LOSS.toFixed(3), `${(100 * Math.max(...rows.map((each) => each.DEV_ACCURACY))).toFixed(1)} %`,
    ];
    expect((await cells()).map((cell) => cell.slice(2))).toEqual([row(few), row(many)]);
    // It overfits indeed, and more data helps.
    expect(few.at(-1).DEV_LOSS).toBeGreaterThan(1.02 * best(few));
    expect(best(many)).toBeLessThan(best(few));
    expect(problems).toEqual([]);
  });
});

describe('the page of stories', () => {
  it('leads to each, with a picture made of its data', async () => {
    await page.goto(`${demo.url}stories.html`);
    await expect.poll(() => page.locator('.picture > *').count(), { timeout: 5_000 }).toBe(3);
    expect(await page.locator('#picture-labels').innerText()).toContain('turkey');
    await page.getByRole('link', { name: 'See a run overfit' }).click();
    await page.getByRole('heading', { name: 'See a run overfit' }).waitFor();
    expect(await page.locator('nav [aria-current]').textContent()).toBe('Stories');
    expect(problems).toEqual([]);
  });
});
