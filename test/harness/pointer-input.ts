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

/** Keys held while the mouse acts. */
export interface HeldKeys {
  alt?: boolean;
  ctrl?: boolean;
  shift?: boolean;
}

const modifiers = ({ alt, ctrl, shift }: HeldKeys) => (alt ? 1 : 0) + (ctrl ? 2 : 0) + (shift ? 8 : 0);
const LEFT = { button: 'left', buttons: 1, clickCount: 1 };

/** The browser's mouse presses. */
export async function pressMouse(place: Place, keys: HeldKeys = {}): Promise<void> {
  await mouse('mouseMoved', place, { modifiers: modifiers(keys) });
  await mouse('mousePressed', place, { ...LEFT, modifiers: modifiers(keys) });
}

/** The pressed mouse goes on. */
export async function moveMouse(place: Place, keys: HeldKeys = {}): Promise<void> {
  await mouse('mouseMoved', place, { ...LEFT, modifiers: modifiers(keys) });
}

/** The pressed mouse lets go. */
export async function releaseMouse(place: Place, keys: HeldKeys = {}): Promise<void> {
  await mouse('mouseReleased', place, { ...LEFT, buttons: 0, modifiers: modifiers(keys) });
}

/** The browser's mouse presses at the first place, goes through the others and lets go at the last, while keys are held. */
export async function dragMouseHolding(keys: HeldKeys, ...places: Place[]): Promise<void> {
  await pressMouse(places[0], keys);
  for (const place of places.slice(1)) await moveMouse(place, keys);
  await releaseMouse(places[places.length - 1], keys);
}

/** The browser's mouse presses at the first place, goes through the others and lets go at the last. */
export function dragMouse(...places: Place[]): Promise<void> {
  return dragMouseHolding({}, ...places);
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

/** A finger rests on the screen for so many ms, goes through the places, and leaves it. */
export async function restOnScreen(restMs: number, ...places: Place[]): Promise<void> {
  const touch = (place: Place) => [{ ...inBrowser(place), id: 0 }];
  await cdp().send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: touch(places[0]) });
  await new Promise((resolve) => setTimeout(resolve, restMs));
  for (const place of places.slice(1)) await cdp().send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: touch(place) });
  await cdp().send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}
