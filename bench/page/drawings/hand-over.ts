import '../../../src/define/embedding-map';
import { longestTaskDuring } from '../long-tasks';
import { laidOutWords } from './laid-out-words';

/** After so long without work the picture is complete and what answers the pointer is built, ms. */
const QUIET_MS = 3_000;

/** Hands a laid out map with a column to colour by to the element: the longest task of the main thread until it rests. */
export async function handOver(points: number) {
  const positions = await laidOutWords(points);
  const labels = Array.from({ length: points }, (_, id) => `word ${id}`);
  const columns = { initial: labels.map((_, id) => 'abcdefghijklmnopqrstuvwxyz'[(id * 7919) % 26]) };
  const map = document.createElement('fv-embedding-map');
  map.style.cssText = 'position: fixed; inset: 0;';
  try {
    const opened = await longestTaskDuring(async () => {
      document.body.append(map);
      await map.updateComplete;
      await rested();
    });
    const taken = await longestTaskDuring(async () => {
      map.data = { positions, labels, columns };
      map.colorBy = 'initial';
      await rested();
    });
    return { openMs: opened.longestTaskMs, openTask: opened.longestTask, handOverMs: taken.longestTaskMs, handOverTask: taken.longestTask };
  } finally {
    map.remove();
  }
}

const rested = () => new Promise((resolve) => { setTimeout(resolve, QUIET_MS); });
