import '../../src/define/activation-text';
import type { ActivationData } from '../../src/engine';
import { nextTask } from '../../src/engine/next-task';
import { createRandom } from '../../src/engine/random';
import { longestTaskDuring, type LongestTask } from './long-tasks';

export interface TextOptions {
  characters: number;
  units: number;
  /** Times that the text is shown. */
  runs: number;
}

export interface TextResult {
  /** Data in hand to coloured text on the screen, ms. */
  paintMs: number[];
  /** Of the main thread while the text comes, and while it is scrolled. */
  showing: LongestTask;
  scrolling: LongestTask;
  /** From frame to frame while the text is scrolled, ms. */
  frameMs: number[];
  /** Of these frames, those that had a part of the view without text. */
  bareFrames: number;
}

/** Turned at every frame, CSS pixels: a notch of a wheel, 60 of them a second. Every 30th frame the thumb is dragged on by a part of the text. */
const WHEEL_PX = 100;
const FRAMES = 300;
const LEAP_FRAMES = 30;

type Text = HTMLElementTagNameMap['fv-activation-text'];

/** Shows a long text again and again, then scrolls through it. */
export async function activationText({ characters, units, runs }: TextOptions): Promise<TextResult> {
  const data = makeData(characters, units);
  const paintMs: number[] = [];
  for (let run = 0; run < runs; run++) {
    const element = await openText();
    const started = performance.now();
    element.data = data;
    while (!scrollerOf(element).querySelector('.s')) await new Promise(requestAnimationFrame);
    // The second frame after it comes when the first is on the screen.
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    paintMs.push(performance.now() - started);
    element.remove();
  }
  const element = await openText();
  const showing = await longestTaskDuring(async () => {
    element.data = data;
    await element.updateComplete;
    await new Promise((resolve) => { setTimeout(resolve, 200); });
  });
  const scroller = scrollerOf(element);
  const frameMs: number[] = [];
  let bareFrames = 0;
  const scrolling = await longestTaskDuring(async () => {
    let last = await frame();
    for (let i = 1; i <= FRAMES; i++) {
      scroller.scrollTop = i % LEAP_FRAMES === 0 ? (scroller.scrollHeight * i) / FRAMES : scroller.scrollTop + WHEEL_PX;
      const now = await frame();
      frameMs.push(now - last);
      last = now;
      // After this frame's own callbacks: what is in the page now is what it paints.
      await nextTask();
      if (isBare(element)) bareFrames++;
    }
  });
  element.remove();
  return { paintMs, showing, scrolling, frameMs, bareFrames };
}

const scrollerOf = (element: Text) => element.shadowRoot!.querySelector('.scroller')!;

const frame = () => new Promise<number>((resolve) => { requestAnimationFrame(() => resolve(performance.now())); });

/** Whether there is nothing to read in the middle of the view. */
function isBare(element: Text): boolean {
  const { left, top, width, height } = scrollerOf(element).getBoundingClientRect();
  return element.shadowRoot!.elementsFromPoint(left + width / 2, top + height / 2).every((each) => !each.closest('.block'));
}

function makeData(characters: number, units: number): ActivationData {
  const random = createRandom(0);
  const words = ['the', 'sea', 'is', 'large', 'and', 'nobody', 'answered', 'him', 'that', 'evening'];
  let text = '';
  for (let written = 0; text.length < characters; written++) text += words[Math.floor(random() * words.length)] + (written % 97 === 96 ? '.\n' : ' ');
  return { text: text.slice(0, characters), activations: Float32Array.from({ length: characters * units }, () => random() - 0.5), shape: [characters, units], segmentation: 'char' };
}

/** An element over the whole page, at rest. */
async function openText(): Promise<Text> {
  const element = document.createElement('fv-activation-text');
  element.style.cssText = 'position: fixed; inset: 0; height: auto;';
  document.body.append(element);
  await element.updateComplete;
  await new Promise((resolve) => { setTimeout(resolve, 500); });
  return element;
}
