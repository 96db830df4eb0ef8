import { describe, expect, test } from 'vitest';
import { formatTick, formatX } from '../../../src/components/training-curves/axis-format';
import { CursorReader } from '../../../src/components/training-curves/cursor-reader';
import { findingText } from '../../../src/components/training-curves/finding-text';
import type { CursorPoint } from '../../../src/components/training-curves/panel-plot';
import { plotKey, type CursorStep } from '../../../src/components/training-curves/plot-keys';
import { stringsFor } from '../../../src/components/strings';
import { curveStringsFor } from '../../../src/components/strings/curves';
import { curvePanels, diagnoseRun, finishNow, type TrainingRun } from '../../../src/engine';
import { series, trainingRun } from '../../harness/training-run';

const en = stringsFor('en');

/** Runs that each show one of the rules. */
const ILL: Record<string, TrainingRun> = {
  overfitting: trainingRun('a', [series('train', 'LOSS', [1, 0.8, 0.6, 0.4, 0.2, 0.1]), series('dev', 'LOSS', [1, 0.8, 0.9, 1, 1.2, 1.4])]),
  underfitting: trainingRun('a', [series('train', 'LOSS', [16, 8, 4, 2, 1]), series('dev', 'LOSS', [16, 8, 4, 2, 1])]),
  plateau: trainingRun('a', [series('train', 'LOSS', [5, ...Array.from({ length: 20 }, () => 1)])]),
  divergence: trainingRun('a', [series('train', 'LOSS', [1, 0.5, 3, 4])]),
  'not-a-number': trainingRun('a', [series('train', 'LOSS', [1, NaN, 1], [1])]),
  'learning-rate-drop': trainingRun('a', [series('train', 'LOSS', [1, 1])], { learningRate: [0.1, 0.05] }),
  'dev-test-gap': trainingRun('a', [series('dev', 'F1', [0.9]), series('test', 'F1', [0.5])]),
};

describe.each(['en', 'zh-CN'])('what the run doctor found, in %s,', (locale) => {
  test.each(Object.keys(ILL))('%s comes with its numbers and its rule', (rule) => {
    const finding = diagnoseRun(ILL[rule]).find((each) => each.rule === rule)!;
    const { title, text } = findingText(finding, stringsFor(locale), curveStringsFor(locale));
    expect(title).toBe(curveStringsFor(locale).rules[finding.rule]);
    expect(text).toMatch(/Rule:|规则：/);
    expect(text).not.toMatch(/undefined|NaN%/);
    if (rule !== 'not-a-number') expect(text).toMatch(/[≥≤>] ?\d/);
  });
});

describe('x in words', () => {
  test.each([
    [12, 'epoch', '12'], [0.25, 'epoch', '0.25'], [12_030, 'step', '12,030'], [90_061_000, 'relative', '25:01:01'], [52_212_000, 'wall', '14:30:12'], [Date.UTC(2026, 2, 4, 5, 6, 7), 'wall', 'Mar 4 05:06:07'],
  ] as const)('%d by %s is %s', (value, kind, text) => {
    expect(formatX(value, kind, en)).toBe(text);
  });

  test('ticks at whole minutes leave the seconds out', () => {
    expect([formatTick(3_600_000, 'relative', en), formatTick(90_000, 'relative', en)]).toEqual(['1:00', '0:01:30']);
  });
});

describe('the reader of curves', () => {
  const shown = finishNow(curvePanels({
    runs: [trainingRun('a', [series('train', 'LOSS', [3, 2, 1]), series('dev', 'LOSS', [NaN, 5, NaN], [2])])], x: 'epoch', metrics: [], smoothing: 0, aggregate: 'none', band: 'range', doctor: null,
  }));
  const [panel] = shown.panels;

  function read(...keys: string[]): string[] {
    const said: string[] = [];
    const reader: CursorReader = new CursorReader({
      panels: () => shown.panels, lines: () => panel.lines,
      moved: (at, point: CursorPoint) => {
        reader.at(at, point);
        said.push(reader.spoken(at, point, { panel: at, shown, strings: en, words: curveStringsFor('en') }));
      },
    });
    for (const key of keys) reader.step(panel, plotKey({ key, ctrlKey: false, metaKey: false, altKey: false }) as CursorStep);
    return said;
  }

  test('begins at the last point and goes along the line, no further than its ends', () => {
    expect(read('ArrowLeft', 'ArrowLeft', 'ArrowRight', 'ArrowRight')).toEqual(['Loss, train, Epoch 3: 1', 'Loss, train, Epoch 2: 2', 'Loss, train, Epoch 3: 1', 'Loss, train, Epoch 3: 1']);
    expect(read('Home', 'End').map((text) => text.slice(-2))).toEqual([' 3', ' 1']);
  });

  test('goes to the nearest point of the next line, around the end of the list', () => {
    expect(read('Home', 'ArrowDown', 'ArrowRight', 'ArrowDown')).toEqual(['Loss, train, Epoch 1: 3', 'Loss, dev, Epoch 2: 5', 'Loss, dev, Epoch 3: not a number', 'Loss, train, Epoch 3: 1']);
  });

  test('leaves other keys to the page', () => {
    expect(plotKey({ key: 'Tab', ctrlKey: false, metaKey: false, altKey: false })).toBeNull();
    expect(plotKey({ key: 'ArrowLeft', ctrlKey: false, metaKey: false, altKey: true })).toBeNull();
  });
});
