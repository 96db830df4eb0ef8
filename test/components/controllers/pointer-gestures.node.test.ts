import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { GestureState, PointerGestures, type PointerSample } from '../../../src/components/controllers/pointer-gestures';

let calls: unknown[][];
let gestures: PointerGestures;

const at = (xPx: number, yPx: number, pointerId = 1, pointerType = 'mouse'): PointerSample => ({
  pointerId, pointerType, xPx, yPx, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false,
});
const holding = (keys: Partial<PointerSample>, sample: PointerSample): PointerSample => ({ ...sample, ...keys });

beforeEach(() => {
  calls = [];
  gestures = new PointerGestures({
    hover: ({ xPx, yPx }) => calls.push(['hover', xPx, yPx]),
    leave: () => calls.push(['leave']),
    click: ({ xPx, yPx }) => calls.push(['click', xPx, yPx]),
    pan: (dxPx, dyPx) => calls.push(['pan', dxPx, dyPx]),
    zoom: (xPx, yPx, factor) => calls.push(['zoom', xPx, yPx, factor]),
    trace: {
      start: (shape, { xPx, yPx }) => calls.push(['start', shape, xPx, yPx]),
      move: ({ xPx, yPx }, mode) => calls.push(['move', xPx, yPx, mode]),
      end: (mode) => calls.push(['end', mode]),
      cancel: () => calls.push(['cancel']),
    },
  });
});

describe('one pointer', () => {
  test('hovers while it is up', () => {
    gestures.move(at(3, 4));
    expect(calls).toEqual([['hover', 3, 4]]);
  });

  test('clicks where it goes down and up within 5 pixels', () => {
    gestures.down(at(10, 10));
    gestures.move(at(13, 10));
    gestures.up(at(13, 10));
    expect(calls).toEqual([['click', 13, 10]]);
    expect(gestures.state).toBe(GestureState.Idle);
  });

  test('pans beyond that, and does not click any more', () => {
    gestures.down(at(10, 10));
    gestures.move(at(30, 10));
    gestures.move(at(31, 12));
    gestures.up(at(31, 12));
    expect(calls).toEqual([['leave'], ['pan', 20, 0], ['pan', 1, 2]]);
  });

  test('does nothing more once the browser cancels it', () => {
    gestures.down(at(10, 10));
    gestures.cancel(at(10, 10));
    gestures.up(at(10, 10));
    expect(calls).toEqual([]);
  });

  test('does not hover by touch', () => {
    gestures.move(at(1, 1, 7, 'touch'));
    expect(calls).toEqual([]);
  });
});

describe('two pointers', () => {
  beforeEach(() => {
    gestures.down(at(0, 0, 1, 'touch'));
    gestures.down(at(100, 0, 2, 'touch'));
    calls = [];
  });

  test('zoom around their middle by the change of their distance', () => {
    gestures.move(at(200, 0, 2, 'touch'));
    expect(calls).toEqual([['pan', 50, 0], ['zoom', 100, 0, 2]]);
  });

  test('leave one that pans when the other goes up, and no click', () => {
    gestures.up(at(100, 0, 2, 'touch'));
    expect(gestures.state).toBe(GestureState.Panning);
    gestures.move(at(1, 2, 1, 'touch'));
    gestures.up(at(1, 2, 1, 'touch'));
    expect(calls).toEqual([['pan', 1, 2]]);
  });

  test('are all there are: a third is ignored', () => {
    gestures.down(at(50, 50, 3, 'touch'));
    gestures.move(at(60, 60, 3, 'touch'));
    gestures.up(at(60, 60, 3, 'touch'));
    expect(gestures.state).toBe(GestureState.Pinching);
    expect(calls).toEqual([]);
  });
});

describe('an outline', () => {
  const shift = { shiftKey: true };
  const shiftCtrl = { shiftKey: true, ctrlKey: true };

  test('is drawn by dragging with Shift, from where the pointer went down', () => {
    gestures.down(holding(shift, at(10, 10)));
    gestures.move(holding(shift, at(12, 10)));
    gestures.move(holding(shift, at(30, 10)));
    gestures.move(at(30, 40));
    gestures.up(at(30, 40));
    expect(calls).toEqual([['leave'], ['start', 'lasso', 10, 10], ['move', 30, 10, 'replace'], ['move', 30, 40, 'replace'], ['end', 'replace']]);
    expect(gestures.state).toBe(GestureState.Idle);
  });

  test.each(['ctrlKey', 'metaKey'] as const)('is a box with Shift and %s', (key) => {
    gestures.down(holding({ ...shift, [key]: true }, at(10, 10)));
    gestures.move(holding({ ...shift, [key]: true }, at(30, 20)));
    gestures.up(holding({ ...shift, [key]: true }, at(30, 20)));
    expect(calls.slice(1)).toEqual([['start', 'box', 10, 10], ['move', 30, 20, 'replace'], ['end', 'replace']]);
  });

  test.each(['lasso', 'box'] as const)('is a %s without Shift where that is the tool', (tool) => {
    gestures.tool = tool;
    gestures.down(at(10, 10, 1, 'touch'));
    gestures.move(at(30, 20, 1, 'touch'));
    gestures.up(at(30, 20, 1, 'touch'));
    expect(calls.slice(1)).toEqual([['start', tool, 10, 10], ['move', 30, 20, 'replace'], ['end', 'replace']]);
  });

  test('adds with Ctrl and removes with Alt, as held when it ends', () => {
    gestures.down(holding(shift, at(10, 10)));
    gestures.move(holding({ ctrlKey: true }, at(30, 20)));
    gestures.move(holding({ altKey: true }, at(30, 30)));
    gestures.up(holding({ metaKey: true }, at(30, 30)));
    expect(calls.slice(2)).toEqual([['move', 30, 20, 'add'], ['move', 30, 30, 'remove'], ['end', 'add']]);
  });

  test('that Ctrl made a box adds once Ctrl was let go and pressed again', () => {
    gestures.down(holding(shiftCtrl, at(10, 10)));
    gestures.move(holding(shiftCtrl, at(30, 20)));
    gestures.move(at(31, 20));
    gestures.move(holding({ ctrlKey: true }, at(32, 20)));
    expect(calls.slice(2).map(([, , , mode]) => mode)).toEqual(['replace', 'replace', 'add']);
  });

  test('is given up for a pinch', () => {
    gestures.tool = 'lasso';
    gestures.down(at(10, 10, 1, 'touch'));
    gestures.move(at(30, 20, 1, 'touch'));
    gestures.down(at(90, 90, 2, 'touch'));
    expect(calls.slice(2)).toEqual([['move', 30, 20, 'replace'], ['cancel'], ['leave']]);
    expect(gestures.state).toBe(GestureState.Pinching);
  });

  test('is given up when the browser cancels the pointer', () => {
    gestures.down(holding(shift, at(10, 10)));
    gestures.move(holding(shift, at(30, 20)));
    gestures.cancel(at(30, 20));
    expect(calls.at(-1)).toEqual(['cancel']);
    expect(gestures.state).toBe(GestureState.Idle);
  });

  test('is given up when it is abandoned, and the pointer then neither pans nor clicks', () => {
    expect(gestures.abandon()).toBe(false);
    gestures.down(holding(shift, at(10, 10)));
    gestures.move(holding(shift, at(30, 20)));
    expect(gestures.abandon()).toBe(true);
    calls = [];
    gestures.up(holding(shift, at(50, 20)));
    expect(calls).toEqual([]);
  });

  test('needs someone to be for: else the drag pans', () => {
    const panned = vi.fn();
    const plain = new PointerGestures({ hover: panned, leave: () => {}, click: () => {}, pan: panned, zoom: () => {} });
    plain.down(holding(shift, at(10, 10)));
    plain.move(holding(shift, at(30, 20)));
    expect(panned).toHaveBeenCalledWith(20, 10);
  });
});

describe('a finger that rests', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  test('draws a lasso after half a second', () => {
    gestures.down(at(10, 10, 1, 'touch'));
    vi.advanceTimersByTime(500);
    expect(gestures.state).toBe(GestureState.Tracing);
    gestures.move(at(11, 12, 1, 'touch'));
    gestures.up(at(11, 12, 1, 'touch'));
    expect(calls).toEqual([['leave'], ['start', 'lasso', 10, 10], ['move', 11, 12, 'replace'], ['end', 'replace']]);
  });

  test('pans when it moves before that, clicks when it goes up', () => {
    gestures.down(at(10, 10, 1, 'touch'));
    gestures.move(at(30, 10, 1, 'touch'));
    vi.advanceTimersByTime(1000);
    expect(calls).toEqual([['leave'], ['pan', 20, 0]]);
    gestures.up(at(30, 10, 1, 'touch'));
    gestures.down(at(10, 10, 1, 'touch'));
    gestures.up(at(10, 10, 1, 'touch'));
    vi.advanceTimersByTime(1000);
    expect(calls.at(-1)).toEqual(['click', 10, 10]);
  });

  test('of a mouse does not', () => {
    gestures.down(at(10, 10));
    vi.advanceTimersByTime(1000);
    expect(gestures.state).toBe(GestureState.Pressed);
  });

  test('that the element lets go of does not', () => {
    gestures.down(at(10, 10, 1, 'touch'));
    gestures.stop();
    vi.advanceTimersByTime(1000);
    expect(calls).toEqual([]);
  });
});
