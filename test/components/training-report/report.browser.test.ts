import { expect, test } from 'vitest';
import { Plotter } from '../../../src';
import { eventually } from '../../harness/eventually';
import { trainingFolder } from '../../harness/training-folder';

test('a report of a folder opens by itself: curves, sweep and weights, without any other file', async () => {
  const frame = document.createElement('iframe');
  [frame.width, frame.height] = ['900', '700'];
  frame.src = URL.createObjectURL(await Plotter.report(trainingFolder(), { locale: 'en', title: 'NER' }));
  document.body.append(frame);
  const find = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag) => frame.contentDocument?.querySelector(tag) ?? null;
  const titles = () => Array.from(find('fv-training-curves')?.shadowRoot?.querySelectorAll('figcaption') ?? [], ({ textContent }) => textContent.trim());
  await eventually(titles).toEqual(['Loss', 'F1']);
  await eventually(() => find('fv-learning-rate')?.advice?.suggestions.length).toBe(4);
  await eventually(() => find('fv-weight-traces')?.shownTensors).toEqual(['rnn.weight_hh_l0', 'linear.bias']);
  expect(find('body')!.innerText).toMatch(/NER\s.*Overfitting/s);
  const loaded = frame.contentWindow!.performance.getEntriesByType('resource').filter(({ name }) => name.startsWith('http'));
  expect(loaded.map(({ name }) => name)).toEqual([]);
  frame.remove();
});
