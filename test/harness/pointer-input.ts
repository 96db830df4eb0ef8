import { cdp } from 'vitest/browser';

/** A place in the test's page, CSS pixels. */
export interface Place {
  x: number;
  y: number;
}

/** The test's page is a frame of the browser's, which may be moved and scaled. */
function inBrowser({ x, y }: Place): Place {
  const frame = window.frameElement?.getBoundingClientRect();
  if (!frame) return { x, y };
  const scale = frame.width / innerWidth;
  return { x: frame.left + x * scale, y: frame.top + y * scale };
}

const mouse = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased' | 'mouseWheel', place: Place, more: object = {}) => cdp().send('Input.dispatchMouseEvent', { type, ...inBrowser(place), ...more });

/** The browser's mouse presses at the first place, goes through the others and lets go at the last. */
export async function dragMouse(...places: Place[]): Promise<void> {
  const left = { button: 'left', buttons: 1, clickCount: 1 };
  await mouse('mouseMoved', places[0]);
  await mouse('mousePressed', places[0], left);
  for (const place of places.slice(1)) await mouse('mouseMoved', place, left);
  await mouse('mouseReleased', places[places.length - 1], { ...left, buttons: 0 });
}

/** The browser's wheel turns by so many CSS pixels. */
export async function turnWheel(place: Place, deltaY: number): Promise<void> {
  await mouse('mouseMoved', place);
  await mouse('mouseWheel', place, { deltaX: 0, deltaY });
}

/** So many fingers touch the screen, go through the places, one list of a place per finger each, and leave it. */
export async function touchScreen(...moves: Place[][]): Promise<void> {
  const points = (places: Place[]) => places.map((place, id) => ({ ...inBrowser(place), id }));
  await cdp().send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: points(moves[0]) });
  for (const places of moves.slice(1)) await cdp().send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: points(places) });
  await cdp().send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}
