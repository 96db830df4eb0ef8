import { describe, expect, test } from 'vitest';
import { ALL_SPANS, entityView, finishNow, surveyEntities, type EntitySentence } from '../../../src/engine';

const data: EntitySentence[] = [
  { text: 'Ada in Rome', spans: [{ start: 0, end: 3, label: 'PER', score: 0.9 }, { start: 7, end: 11, label: 'LOC', score: 0.3 }], gold: [{ start: 0, end: 3, label: 'PER' }] },
  { text: 'No one', spans: [], gold: [] },
  { text: 'rome again', spans: [{ start: 0, end: 4, label: 'LOC', score: 0.8 }], gold: [{ start: 0, end: 4, label: 'MISC' }] },
];
const rows = (request: Partial<Parameters<typeof entityView>[0]>) => [...finishNow(entityView({ data, query: '', order: 'text', ...ALL_SPANS, ...request })).rows];

describe('sentences listed', () => {
  test.each([
    ['all', {}, [0, 1, 2]],
    ['by a part of the text, either case', { query: 'ROME' }, [0, 2]],
    ['by a label alone', { labels: { soloed: ['PER'], hidden: [] } }, [0]],
    ['hiding a label takes no sentence', { labels: { soloed: [], hidden: ['PER'] } }, [0, 1, 2]],
    ['by verdict', { verdicts: { soloed: ['spurious'], hidden: [] } }, [0]],
    ['by a pair of labels', { pair: { gold: 'MISC', predicted: 'LOC' } }, [2]],
    ['by what reaches the threshold', { verdicts: { soloed: ['spurious'], hidden: [] }, threshold: 0.5 }, []],
  ])('%s', (_rule, request, expected) => {
    expect(rows(request)).toEqual(expected);
  });
});

describe('sentences in another order', () => {
  const at = (...spans: [part: 'Ada' | 'Rome', label: string, score?: number][]) => spans.map(([part, label, score]) => ({ start: part === 'Ada' ? 0 : 4, end: part === 'Ada' ? 3 : 8, label, ...(score === undefined ? {} : { score }) }));
  const gold = at(['Ada', 'PER'], ['Rome', 'LOC']);
  const list = [at(['Ada', 'PER', 0.6], ['Rome', 'LOC', 0.9]), at(['Ada', 'ORG', 0.7]), at(['Ada', 'PER', 0.2], ['Rome', 'PER', 0.95]), at(['Ada', 'X'], ['Rome', 'LOC'])].map((spans) => ({ text: 'Ada Rome', spans, gold }));

  test.each([['text', [0, 1, 2, 3]], ['mistakes', [1, 2, 3, 0]], ['confident-mistakes', [2, 1, 0, 3]], ['unsure', [2, 0, 1, 3]]] as const)('%s', (order, expected) => {
    expect(rows({ data: list, order })).toEqual(expected);
  });
});

test('scores follow the threshold, not what is listed', () => {
  const view = finishNow(entityView({ data, query: 'nothing', order: 'text', ...ALL_SPANS, threshold: 0.5 }));
  expect([view.rows.length, view.scores?.verdicts, view.counts]).toEqual([0, { exact: 1, boundary: 0, type: 1, spurious: 0, missed: 0 }, new Map([['PER', 1], ['LOC', 1]])]);
});

test('the survey knows all labels, whether there is gold, and the range of the scores', () => {
  expect(finishNow(surveyEntities(data))).toEqual({ labels: [{ label: 'LOC', count: 2 }, { label: 'PER', count: 1 }, { label: 'MISC', count: 0 }], judged: true, scores: [0.3, 0.9] });
  expect(finishNow(surveyEntities([{ text: 'A', spans: [{ start: 0, end: 1, label: 'X' }] }]))).toMatchObject({ judged: false, scores: null });
});
