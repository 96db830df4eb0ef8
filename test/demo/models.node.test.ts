import type { Page } from 'playwright';
import { beforeEach, describe, expect, it } from 'vitest';
import { demoBrowser } from '../harness/demo-browser';

const demo = demoBrowser();
let page: Page;
let problems: string[];
beforeEach(async () => {
  ({ page, problems } = await demo.open({ reducedMotion: 'reduce' }));
});

describe('the page that trains', () => {
  /** What the views show: the last step of the curves and traces, the map, the states, the text. */
  const shown = () => page.evaluate(() => {
    const view = <Name extends keyof HTMLElementTagNameMap>(tag: Name) => document.querySelector(tag)!;
    return {
      curves: view('fv-training-curves').data?.at(-1)?.step.at(-1) ?? -1,
      traces: view('fv-weight-traces').data?.[0]?.slots[0].iteration.at(-1) ?? -1,
      tensors: view('fv-weight-traces').data?.length,
      points: (view('fv-embedding-map').positions?.length ?? 0) / 2,
      vectors: view('fv-embedding-map').data?.vectors?.slice(0, 32).join(),
      states: view('fv-activation-text').data?.activations.slice(0, 32).join(),
      same: view('fv-activation-heatmap').data === view('fv-activation-text').data,
      sample: document.querySelector('#sample')!.textContent,
    };
  });
  const checkpoint = (number: number) => page.waitForFunction((least) => Number.parseInt(document.querySelector('.moment-figures')!.textContent) >= least, number);

  it('shows each checkpoint in all views, and one of the past when the slider is pulled back', async () => {
    await page.goto(`${demo.url}train.html`);
    await page.getByRole('button', { name: 'Train the tagger' }).click();
    await checkpoint(2);
    await page.getByRole('button', { name: 'Pause' }).click();
    await expect.poll(async () => (await shown()).points, { timeout: 10_000 }).toBe(1_500);
    const [first, vectors] = await page.evaluate(() => [document.querySelector('fv-training-curves')!.data!.length, document.querySelector('fv-embedding-map')!.data!.vectors!.length]);
    expect([first, vectors]).toEqual([1, 1_500 * 32]);
    await expect.poll(async () => (await shown()).curves, { timeout: 10_000 }).toBeGreaterThanOrEqual(30);
    const newest = await shown();
    expect(newest).toMatchObject({ tensors: 10, same: true });

    await page.getByRole('slider', { name: 'Checkpoint' }).press('Home');
    await expect.poll(async () => (await shown()).curves, { timeout: 5_000 }).toBe(0);
    const past = await shown();
    expect(past.states).not.toBe(newest.states);
    expect(past.sample).not.toBe(newest.sample);
    expect(past.traces).toBe(-1);

    await page.getByRole('button', { name: 'Newest' }).click();
    await expect.poll(async () => (await shown()).states, { timeout: 5_000 }).toBe(newest.states);
    await expect.poll(async () => (await shown()).curves, { timeout: 5_000 }).toBeGreaterThanOrEqual(newest.curves);
    // The newest map may have been on its way still.
    await expect.poll(async () => (await shown()).vectors, { timeout: 10_000 }).not.toBe(past.vectors);
    expect(problems).toEqual([]);
  });

  it('sweeps learning rates, and stops for another training', async () => {
    await page.goto(`${demo.url}train.html?seed=3`);
    await page.getByRole('button', { name: 'Train the tagger' }).click();
    await checkpoint(1);
    await page.getByRole('button', { name: 'Sweep' }).click();
    const rates = () => page.evaluate(() => [...document.querySelector('fv-learning-rate')!.data?.learningRate ?? []]);
    await expect.poll(async () => (await rates()).length, { timeout: 10_000 }).toBeGreaterThanOrEqual(8);
    expect((await rates()).slice(0, 2)[0]).toBeCloseTo(1e-5, 10);
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByRole('button', { name: 'Train the language model' }).waitFor();
    expect(await page.locator('#views *').count()).toBe(0);
    expect(problems).toEqual([]);
  });
});

describe('the page of sentences', () => {
  it('places sentences among the texts, names the nearest, and looks inside the encoder', async () => {
    await page.goto(`${demo.url}sentences.html`);
    await page.getByLabel('Sentences, one a line').fill('A dog barked at me.\n\nShe plays the violin.');
    await page.getByRole('button', { name: 'Add to the map' }).click();
    await page.locator('#inside fv-attention').waitFor({ timeout: 30_000 });
    expect(await page.locator('#added .sentence').allTextContents()).toEqual(['She plays the violin.', 'A dog barked at me.']);
    expect(await page.locator('#added table').first().textContent()).toContain('violin');
    expect(await page.locator('#added table').last().textContent()).toContain('poodle');
    await page.waitForFunction(() => document.querySelector('fv-attention')!.data !== null);
    const inside = await page.evaluate(() => {
      const { labels } = document.querySelector('fv-embedding-map')!.data!;
      const { tokens, shape } = document.querySelector('fv-attention')!.data!;
      return { added: labels.slice(1_914), selection: document.querySelector('fv-embedding-map')!.selection, tokens, shape, units: document.querySelector('fv-activation-text')!.data!.shape[1] };
    });
    expect(inside).toMatchObject({ added: ['A dog barked at me.', 'She plays the violin.'], selection: [1_914], shape: [2, 4, inside.tokens.length, inside.tokens.length], units: 512 });
    expect(inside.tokens.join('')).toContain('dog');
    expect(problems).toEqual([]);
  });

  it('says what it expects where there is nothing to read', async () => {
    await page.goto(`${demo.url}sentences.html`);
    await page.getByLabel('Sentences, one a line').fill(' \n ');
    await page.getByRole('button', { name: 'Add to the map' }).click();
    await page.getByRole('alert').getByText('received only blanks').waitFor();
  });
});

describe('the page of entities and trees', () => {
  it('shows gold against predicted of files that the tagger has not seen, and the sentences behind a figure', async () => {
    await page.goto(`${demo.url}entities.html`);
    const listed = page.locator('#tested .listed');
    await listed.waitFor();
    const all = await page.evaluate(() => document.querySelector<HTMLElementTagNameMap['fv-entity-text']>('#tested')!.data!.length);
    expect(await listed.textContent()).toBe(`${all.toLocaleString('en')} sentences`);
    expect(await page.locator('#tested tbody').first().locator('th').allTextContents()).toEqual(expect.arrayContaining(['NAME', 'TITLE', 'DATE', 'NUMBER']));
    const cell = page.locator('#tested').getByRole('button', { name: /TITLE.*NAME/ }).first();
    const count = Number(await cell.textContent());
    await cell.click();
    // As many sentences as there are such mistakes, or fewer: one may hold several.
    await expect.poll(async () => Number(/^(\d+) of [\d,]+ sentences$/.exec((await listed.textContent())!)?.[1] ?? Infinity), { timeout: 5_000 }).toBeLessThanOrEqual(count);
    await page.locator('#tested .seg').first().waitFor();
    await page.locator('#trees').getByText(/^UAS \d+% · LAS \d+%$/).waitFor();
    expect(problems).toEqual([]);
  });

  it('finds entities in a text that is typed, and again with every letter', async () => {
    await page.goto(`${demo.url}entities.html`);
    const text = page.getByLabel('Text of your own');
    const found = () => page.evaluate(() => document.querySelector<HTMLElementTagNameMap['fv-entity-text']>('#found')!.data?.flatMap(({ text: own, spans }) => spans.map(({ start, end, label }) => `${label}: ${own.slice(start, end)}`)) ?? null);
    await text.fill('Mr. Kennedy met three men in Washington on Monday.');
    expect(await found()).toBeNull();
    await page.getByRole('button', { name: 'Find entities' }).click();
    await expect.poll(found, { timeout: 10_000 }).toEqual(['NAME: Mr. Kennedy', 'NUMBER: three', 'NAME: Washington', 'DATE: Monday']);
    await page.locator('#found .seg').first().waitFor();
    await text.pressSequentially(' John left.');
    await expect.poll(found, { timeout: 5_000 }).toContain('NAME: John');
    await text.fill(' ');
    await page.getByRole('alert').getByText('received only blanks').waitFor();
    expect(problems).toEqual([]);
  });
});
