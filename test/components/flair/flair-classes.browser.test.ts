import { describe, expect, test } from 'vitest';
import { parseLossTsv, Plotter, Visualizer } from '../../../src';
import { eventually } from '../../harness/eventually';
import { mount, record } from '../../harness/mount';
import { learningRateSweep } from '../../harness/sweep';
import { weightTrace } from '../../harness/weights';

const LOSS = 'EPOCH\tTIMESTAMP\tLEARNING_RATE\tTRAIN_LOSS\tDEV_LOSS\tDEV_F1\tDEV_ACCURACY\n1\t10:00:00\t0.1\t2\t3\t0.5\t0.6\n2\t10:01:00\t0.1\t1\t2\t0.6\t0.7\n';
const titles = (element: HTMLElement) => Array.from(element.shadowRoot!.querySelectorAll('figcaption'), ({ textContent }) => textContent.trim());

describe('Plotter', () => {
  test('draws loss and F1 of a file, or the values asked for, of runs as well', async () => {
    const element = new Plotter().plotTrainingCurves(new File([LOSS], 'loss.tsv'));
    await mount(Object.assign(element, { locale: 'en' }));
    await eventually(() => titles(element)).toEqual(['Loss', 'F1']);
    const other = new Plotter().plotTrainingCurves(parseLossTsv(LOSS).value, ['accuracy']);
    await mount(Object.assign(other, { locale: 'en' }));
    await eventually(() => titles(other)).toEqual(['Accuracy']);
  });

  test('draws weights, and a learning-rate sweep with its trims', async () => {
    const weights = new Plotter().plotWeights([weightTrace('a.w')]);
    await mount(weights);
    await eventually(() => weights.shownTensors).toEqual(['a.w']);
    const sweep = new Plotter().plotLearningRate(learningRateSweep(), 20);
    await mount(sweep);
    expect([sweep.skipFirst, sweep.skipLast, sweep.advice!.first]).toEqual([20, 5, 20]);
    expect([new Plotter().plotWeights('w.txt').src, new Plotter().plotLearningRate('l.tsv', 1, 2).src]).toEqual(['w.txt', 'l.tsv']);
  });
});

describe('Visualizer', () => {
  test('asks the model for every sentence, and gives a map of its words with their contexts', async () => {
    const asked: string[][] = [];
    const map = await new Visualizer().visualizeWordEmeddings({ embed: (units) => {
      asked.push([...units]);
      return units.map((unit) => [unit.length, unit.charCodeAt(0)]);
    } }, ['the cat sat', 'on it']);
    expect(asked).toEqual([['the', 'cat', 'sat'], ['on', 'it']]);
    expect([map.localName, map.perplexity, map.data!.labels, map.data!.dimensions, Array.from(map.data!.vectors!).slice(0, 2)]).toEqual(['fv-embedding-map', 40, ['the', 'cat', 'sat', 'on', 'it'], 2, [3, 116]]);
    expect(map.data!.contexts![1]).toEqual({ text: 'the cat sat', start: 4, end: 7 });
  });

  test('takes characters, and places that are known', async () => {
    const map = await new Visualizer().visualizeCharEmeddings({ vectors: new Float32Array(8), dimensions: 2 }, [['ab', 'c']]);
    expect(map.data!.labels).toEqual(['a', 'b', ' ', 'c']);
    const placed = new Visualizer().visualize(Float32Array.of(0, 0, 1, 1), Visualizer.wordContexts(['x y']));
    const ends = record(placed, 'fv-error');
    await mount(placed);
    expect([placed.data!.labels, ends]).toEqual([['x', 'y'], []]);
  });

  test('says which vectors are missing or odd', async () => {
    await expect(new Visualizer().visualizeWordEmbeddings([[1, 2]], ['two words'])).rejects.toThrow('Expected 2 vectors, one for each word or character, received 1');
    await expect(new Visualizer().visualizeWordEmbeddings({ embed: () => [[1]] }, ['two words'])).rejects.toThrow('2 vectors of sentence 0');
    await expect(new Visualizer().visualizeWordEmbeddings([[1, 2], [1]], ['two words'])).rejects.toThrow('vectors of 2 values, as the first has, received 1 in vector 1');
  });
});
