import { beforeEach, describe, expect, test } from 'vitest';
import { GestureState, PointerGestures, type PointerSample } from '../../../src/components/controllers/pointer-gestures';

let calls: unknown[][];
let gestures: PointerGestures;

const at = (xPx: number, yPx: number, pointerId = 1, pointerType = 'mouse'): PointerSample => ({
  pointerId, pointerType, xPx, yPx, ctrlKey: false, metaKey: false, altKey: false,
});

beforeEach(() => {
  calls = [];
  gestures = new PointerGestures({
    hover: ({ xPx, yPx }) => calls.push(['hover', xPx, yPx]),
    leave: () => calls.push(['leave']),
    click: ({ xPx, yPx }) => calls.push(['click', xPx, yPx]),
    pan: (dxPx, dyPx) => calls.push(['pan', dxPx, dyPx]),
    zoom: (xPx, yPx, factor) => calls.push(['zoom', xPx, yPx, factor]),
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
