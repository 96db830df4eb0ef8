import { describe, expect, test } from 'vitest';
import { curvePicture, type PlotScene } from '../../../src/components/training-curves/curve-picture';
import { plotFrame } from '../../../src/components/training-curves/plot-frame';
import { curvePanels, finishNow, PlotAxis, type CurveStroke, type TrainingRun } from '../../../src/engine';
import { series, trainingRun } from '../../harness/training-run';

const frame = plotFrame(440, 220, 20);

function picture(runs: TrainingRun[], more: Partial<PlotScene> = {}, smoothing = 0) {
  const { panels: [{ lines }], extent } = finishNow(curvePanels({ runs, x: 'epoch', metrics: [], smoothing, aggregate: 'none', band: 'range', doctor: null }));
  const scene: PlotScene = {
    frame, pixelRatio: 1, x: PlotAxis.around('linear', ...extent!), y: new PlotAxis('linear', 0, 10), yTicks: [], lines, ghost: smoothing > 0,
    colors: { ground: [1, 1, 1], grid: [0.9, 0.9, 0.9], runs: [[1, 0, 0], [0, 0, 1]] }, ...more,
  };
  const made = curvePicture(scene);
  return { ...made, strokes: made.picture.parts.filter((part): part is CurveStroke => part.kind === 'stroke') };
}

const heights = ({ points }: CurveStroke) => Array.from(points).filter((_, i) => i % 2 === 1);

describe('a plot\'s picture', () => {
  test('keeps a spike of one value among 200,000 in a few thousand points', () => {
    const values = Array.from({ length: 200_000 }, () => 5);
    values[123_456] = 10;
    const { strokes: [stroke] } = picture([trainingRun('a', [series('train', 'LOSS', values)])]);
    expect(stroke.points.length / 2).toBeLessThan(4 * 440);
    expect(Math.min(...heights(stroke))).toBe(frame.top);
  });

  test('leaves gaps where a value is not finite, and marks each at its place', () => {
    const { strokes: [{ gaps }], marks } = picture([trainingRun('a', [series('train', 'LOSS', [1, 2, NaN, 3, Infinity, -Infinity, 4], [2])])]);
    expect(Array.from(gaps!)).toEqual([0, 0, 1, 1]);
    expect(marks.map(({ x, kind }) => [x, kind])).toEqual([[3, 'nan'], [5, 'infinity'], [6, '-infinity']]);
  });

  test('has the colour of the run and the style of the split', () => {
    const splits = [series('train', 'LOSS', [1, 2]), series('dev', 'LOSS', [2, 3]), series('test', 'LOSS', [3, 4])];
    const { strokes } = picture([trainingRun('a', splits), trainingRun('b', splits)]);
    expect(strokes.map(({ color: [red, , blue] }) => (red > blue ? 'a' : 'b'))).toEqual(['a', 'a', 'a', 'b', 'b', 'b']);
    expect(strokes.slice(0, 3).map(({ dashPx }) => dashPx !== undefined)).toEqual([false, false, true]);
  });

  test('has the raw values behind the smoothed ones', () => {
    const { strokes } = picture([trainingRun('a', [series('dev', 'LOSS', [1, 9, 1, 9, 1])])], {}, 0.99);
    expect(strokes).toHaveLength(2);
    expect(Math.min(...heights(strokes[0]))).toBeLessThan(Math.min(...heights(strokes[1])));
  });

  test('cuts lines to far points where they leave it, on the same slope', () => {
    const { strokes: [stroke] } = picture([trainingRun('a', [series('train', 'LOSS', [0, 10])], { epoch: [0, 1e9] })], { x: new PlotAxis('linear', 5e8 - 1, 5e8 + 1) });
    const [x0, y0, x1, y1] = stroke.points;
    expect([x0, x1]).toEqual([frame.left - 8, frame.right + 8]);
    expect(y0).toBeCloseTo((frame.top + frame.bottom) / 2, 3);
    expect(y1).toBeCloseTo(y0, 3);
  });

  test('lets a line dive out of a logarithmic axis at zero', () => {
    const { strokes: [stroke] } = picture([trainingRun('a', [series('train', 'LOSS', [1, 0, 1])])], { y: new PlotAxis('log', 0.1, 10) });
    expect(heights(stroke)[1]).toBe(1e5);
  });
});
