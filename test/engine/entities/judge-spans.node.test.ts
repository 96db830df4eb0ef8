import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeSpans, spanShower, SpanTally, type EntitySpan } from '../../../src/engine';
import { ALL_SPANS } from '../../../src/engine/entities';

const span = (start: number, end: number, label: string): EntitySpan => ({ start, end, label });
const spans = fc.array(fc.tuple(fc.nat(12), fc.integer({ min: 1, max: 5 }), fc.constantFrom('PER', 'LOC', 'ORG')).map(([start, length, label]) => span(start, start + length, label)), { maxLength: 7 });
const both = (check: (gold: EntitySpan[], predicted: EntitySpan[]) => void) => fc.assert(fc.property(spans, spans, check), { seed: 5, numRuns: 400 });

describe('verdicts', () => {
  test.each<[verdict: string, gold: EntitySpan[], predicted: EntitySpan[], expected: string[]]>([
    ['exact: same boundaries, same label', [span(0, 5, 'PER')], [span(0, 5, 'PER')], ['exact 0 0']],
    ['type: same boundaries, other label', [span(0, 5, 'PER')], [span(0, 5, 'LOC')], ['type 0 0']],
    ['type: overlap, other label', [span(0, 5, 'PER')], [span(3, 8, 'LOC')], ['type 0 0']],
    ['boundary: overlap, same label', [span(0, 5, 'PER')], [span(3, 8, 'PER')], ['boundary 0 0']],
    ['neighbours do not overlap', [span(0, 5, 'PER')], [span(5, 8, 'PER')], ['missed 0 -1', 'spurious -1 0']],
    ['an exact pair is not given up for one further left', [span(2, 5, 'PER')], [span(0, 9, 'PER'), span(2, 5, 'PER')], ['spurious -1 0', 'exact 0 1']],
    ['the same boundaries go before the same label', [span(2, 5, 'PER')], [span(1, 6, 'PER'), span(2, 5, 'LOC')], ['spurious -1 0', 'type 0 1']],
    ['the larger overlap goes first', [span(0, 6, 'PER')], [span(0, 2, 'PER'), span(2, 7, 'PER')], ['boundary 0 1', 'spurious -1 0']],
    ['a span that is predicted twice is right once', [span(0, 5, 'PER')], [span(0, 5, 'PER'), span(0, 5, 'PER')], ['exact 0 0', 'spurious -1 1']],
  ])('%s', (_rule, gold, predicted, expected) => {
    expect(judgeSpans(gold, predicted).map(({ verdict, gold: g, predicted: p }) => `${verdict} ${g} ${p}`)).toEqual(expected);
  });

  test('every span is in exactly one case', () => {
    both((gold, predicted) => {
      const cases = judgeSpans(gold, predicted);
      expect(cases.map((each) => each.gold).filter((g) => g >= 0).sort((a, b) => a - b)).toEqual(gold.map((_, g) => g));
      expect(cases.map((each) => each.predicted).filter((p) => p >= 0).sort((a, b) => a - b)).toEqual(predicted.map((_, p) => p));
    });
  });

  test('each verdict is what its definition says, and what is left on both sides does not overlap', () => {
    both((gold, predicted) => {
      const cases = judgeSpans(gold, predicted);
      const left = { gold: cases.filter(({ verdict }) => verdict === 'missed'), predicted: cases.filter(({ verdict }) => verdict === 'spurious') };
      for (const { verdict, gold: g, predicted: p } of cases) {
        expect([g < 0, p < 0]).toEqual([verdict === 'spurious', verdict === 'missed']);
        if (g < 0 || p < 0) continue;
        const [wanted, given] = [gold[g], predicted[p]];
        const same = wanted.start === given.start && wanted.end === given.end;
        expect(wanted.start < given.end && given.start < wanted.end).toBe(true);
        expect(verdict).toBe(wanted.label !== given.label ? 'type' : same ? 'exact' : 'boundary');
      }
      for (const { gold: g } of left.gold) for (const { predicted: p } of left.predicted) expect(gold[g].start < predicted[p].end && predicted[p].start < gold[g].end).toBe(false);
    });
  });

  test('as many exact ones as the two sides have in common, as the CoNLL script counts', () => {
    both((gold, predicted) => {
      const rest = gold.map((each) => JSON.stringify(each));
      const common = predicted.filter((each) => {
        const at = rest.indexOf(JSON.stringify(each));
        if (at >= 0) rest.splice(at, 1);
        return at >= 0;
      }).length;
      expect(judgeSpans(gold, predicted).filter(({ verdict }) => verdict === 'exact')).toHaveLength(common);
    });
  });
});

describe('scores', () => {
  const scoresOf = (gold: EntitySpan[], predicted: EntitySpan[]) => {
    const tally = new SpanTally();
    tally.add(gold, predicted);
    return tally.scores();
  };

  test('of two labels, by hand', () => {
    const { labels, micro, macro, verdicts, confusion } = scoresOf(
      [span(0, 2, 'PER'), span(4, 6, 'PER'), span(8, 9, 'LOC'), span(12, 14, 'LOC')],
      [span(0, 2, 'PER'), span(4, 6, 'LOC'), span(8, 10, 'LOC'), span(20, 22, 'PER')],
    );
    expect(labels).toEqual([
      { label: 'LOC', gold: 2, predicted: 2, exact: 0, precision: 0, recall: 0, f1: 0 },
      { label: 'PER', gold: 2, predicted: 2, exact: 1, precision: 0.5, recall: 0.5, f1: 0.5 },
    ]);
    expect([micro, macro]).toEqual([{ precision: 0.25, recall: 0.25, f1: 0.25 }, { precision: 0.25, recall: 0.25, f1: 0.25 }]);
    expect(verdicts).toEqual({ exact: 1, boundary: 1, type: 1, spurious: 1, missed: 1 });
    expect(new Set(confusion.map(({ gold, predicted, count, exact }) => `${gold} ${predicted} ${count} ${exact}`)))
      .toEqual(new Set(['PER PER 1 1', 'PER LOC 1 0', 'LOC LOC 1 0', 'LOC null 1 0', 'null PER 1 0']));
  });

  test('precision of one side is recall of the other, and F1 is their harmonic mean', () => {
    both((gold, predicted) => {
      const [there, back] = [scoresOf(gold, predicted).micro, scoresOf(predicted, gold).micro];
      expect([there.precision, there.recall]).toEqual([back.recall, back.precision]);
      const { precision, recall, f1 } = there;
      expect(f1).toBeCloseTo(precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0, 12);
    });
  });

  test('the counts add up: verdicts, labels and cells of the grid', () => {
    both((gold, predicted) => {
      const { labels, verdicts, confusion } = scoresOf(gold, predicted);
      const total = (cells: { count: number }[]) => cells.reduce((sum, { count }) => sum + count, 0);
      expect(verdicts.exact + verdicts.boundary + verdicts.type + verdicts.missed).toBe(gold.length);
      expect(verdicts.exact + verdicts.boundary + verdicts.type + verdicts.spurious).toBe(predicted.length);
      for (const { label, gold: wanted, predicted: given, exact } of labels) {
        expect(total(confusion.filter((cell) => cell.gold === label))).toBe(wanted);
        expect(total(confusion.filter((cell) => cell.predicted === label))).toBe(given);
        expect(exact).toBeLessThanOrEqual(Math.min(wanted, given));
      }
      expect(total(confusion.filter((cell) => cell.gold === cell.predicted))).toBe(verdicts.exact + verdicts.boundary);
    });
  });

  test('nothing divided by nothing is 0', () => {
    expect(scoresOf([], [])).toMatchObject({ labels: [], micro: { precision: 0, recall: 0, f1: 0 }, macro: { f1: 0 } });
  });
});

describe('what is shown', () => {
  const sentence = { text: 'Ada saw Paris and Rome', spans: [{ ...span(0, 3, 'PER'), score: 0.9 }, { ...span(8, 13, 'ORG'), score: 0.4 }], gold: [span(0, 3, 'PER'), span(8, 13, 'LOC'), span(18, 22, 'LOC')] };
  const shown = (filter: Partial<typeof ALL_SPANS>) => spanShower({ ...ALL_SPANS, ...filter })(sentence).map(({ label, side, verdict, faded }) => `${label} ${side} ${verdict}${faded ? ' faded' : ''}`);

  test('predictions with their verdicts, and the gold where it differs', () => {
    expect(shown({})).toEqual(['PER predicted exact', 'ORG predicted type', 'LOC gold type', 'LOC gold missed']);
  });

  test('below the threshold a prediction is none, and its gold is missed', () => {
    expect(shown({ threshold: 0.5 })).toEqual(['PER predicted exact', 'LOC gold missed', 'LOC gold missed']);
  });

  test('at the threshold it is one still', () => {
    expect(shown({ threshold: 0.4 })).toContain('ORG predicted type');
  });

  test('labels leave, verdicts and pairs step back', () => {
    expect(shown({ labels: { soloed: [], hidden: ['LOC', 'ORG'] } })).toEqual(['PER predicted exact']);
    expect(shown({ verdicts: { soloed: ['missed'], hidden: [] } })).toEqual(['PER predicted exact faded', 'ORG predicted type faded', 'LOC gold type faded', 'LOC gold missed']);
    expect(shown({ pair: { gold: 'LOC', predicted: 'ORG' } })).toEqual(['PER predicted exact faded', 'ORG predicted type', 'LOC gold type', 'LOC gold missed faded']);
  });

  test('without gold nothing is judged', () => {
    expect(spanShower(ALL_SPANS)({ ...sentence, gold: undefined }).map(({ verdict }) => verdict)).toEqual([null, null]);
  });
});
