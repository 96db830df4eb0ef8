import { describe, expect, test } from 'vitest';
import { mapRegions, nameRegions, type NameSource } from '../../../src/engine/labels';
import { areWords } from '../../../src/engine/labels/region-names';
import { distinctWords } from '../../../src/engine/labels/region-words';
import { tokens } from '../../../src/engine/labels/tokens';
import { createRandom } from '../../../src/engine/random';
import { cloud, type Group } from './cloud';

const GROUPS: readonly Group[] = [{ x: -30, y: 0, spread: 3 }, { x: 30, y: 0, spread: 3 }, { x: 0, y: 40, spread: 3 }];
const N = 1500;
const positions = cloud(N, 1, GROUPS);

const level = mapRegions(positions).then((levels) => levels.find(({ regions }) => regions.length === GROUPS.length)!);

/** The names of the three groups, by words joined. */
async function names(source: NameSource, at = positions): Promise<string[]> {
  const [named] = await nameRegions([await level], at, source);
  return GROUPS.map(({ x, y }) => named.find((region) => Math.hypot(region.x - x, region.y - y) < 5)!.words.join(', '));
}

describe('regions of a vocabulary', () => {
  const filler = (i: number) => `rare${String.fromCharCode(97 + (i % 26), 97 + (Math.floor(i / 26) % 26), 97 + (Math.floor(i / 676) % 26))}`;

  test('are named by their most frequent words, those in the middle first', async () => {
    const heads = ['france', 'run', 'red', 'italy', 'walk', 'green', 'spain', 'jump', 'blue'];
    const labels = Array.from({ length: N }, (_, i) => heads[i] ?? filler(i));
    const at = positions.slice();
    for (let i = 0; i < 9; i++) at.set([GROUPS[i % 3].x + 0.3 * Math.floor(i / 3), GROUPS[i % 3].y], 2 * i);
    expect(await names({ labels }, at)).toEqual(['france, italy, spain', 'run, walk, jump', 'red, green, blue']);
  });

  test('are not named by a frequent word at their border', async () => {
    const labels = Array.from({ length: N }, (_, i) => filler(i));
    labels[0] = 'stray';
    labels[3] = 'middle';
    const at = positions.slice();
    at.set([GROUPS[0].x + 9, GROUPS[0].y], 0);
    at.set([GROUPS[0].x, GROUPS[0].y], 6);
    expect((await names({ labels }, at))[0]).toMatch(/^middle/);
  });

  test('take numbers and signs only where there are no words', async () => {
    const labels = Array.from({ length: N }, (_, i) => (i % 3 === 2 ? String(1900 + i) : i < 30 ? `${i}.` : filler(i)));
    const [first, , third] = await names({ labels });
    expect(first).toMatch(/^rare/);
    expect(third).toMatch(/^\d/);
  });

  test('follow another priority than the order of rows', async () => {
    const labels = Array.from({ length: N }, (_, i) => filler(i));
    const ranks = Uint32Array.from({ length: N }, (_, i) => N - 1 - i);
    const at = positions.slice();
    at.set([GROUPS[0].x, GROUPS[0].y], 2 * (N - 3));
    expect((await names({ labels, ranks }, at))[0].split(', ')[0]).toBe(filler(N - 3));
  });

  test('do not count muted points', async () => {
    const labels = Array.from({ length: N }, (_, i) => filler(i));
    const at = positions.slice();
    at.set([GROUPS[0].x, GROUPS[0].y], 0);
    const muted = new Uint8Array(N);
    muted[0] = 1;
    expect((await names({ labels }, at))[0]).toContain(filler(0));
    expect((await names({ labels, muted }, at))[0]).not.toContain(filler(0));
  });
});

describe('regions of texts', () => {
  const topics = ['the goal of the match was late', 'the bank raised the rates of loans', 'the cat and the dog of the house'];

  test('are named by the words that set them apart, not by those that all have', async () => {
    const random = createRandom(3);
    const labels = Array.from({ length: N }, (_, i) => `${topics[i % 3].split(' ').filter(() => random() < 0.8).join(' ')} ${i}`);
    for (const [g, name] of (await names({ labels })).entries()) {
      const own = topics[g].split(' ').filter((word) => !['the', 'of'].includes(word));
      expect(name.split(', ')).toHaveLength(3);
      expect(name.split(', ').filter((word) => own.includes(word)).length).toBeGreaterThanOrEqual(2);
      expect(name).not.toMatch(/\bthe\b|\bof\b/);
    }
  });

  test('are told by whole contexts too, but not by the sentences around a word', async () => {
    const labels = Array.from({ length: N }, (_, i) => `document number ${i}`);
    const contexts = Array.from({ length: N }, (_, i) => topics[i % 3]);
    expect((await names({ labels, contexts }))[1]).toMatch(/bank|rates|raised|loans/);
    expect((await names({ labels, contexts: contexts.map((text) => ({ text, start: 0, end: 3 })) }))[1]).not.toMatch(/bank|rates|raised|loans/);
  });

  test('with many occurrences of few words have the words that are frequent there', async () => {
    const words = [['bank', 'money'], ['river', 'bank'], ['tree', 'leaf']];
    const labels = Array.from({ length: N }, (_, i) => words[i % 3][Math.floor(i / 3) % 2]);
    const [first, second, third] = await names({ labels });
    expect(first).toMatch(/^money/);
    expect(second).toMatch(/^river/);
    expect(third.split(', ').sort()).toEqual(['leaf', 'tree']);
  });
});

describe('regions of a categorical column', () => {
  const labels = Array.from({ length: N }, (_, i) => `word${i}`);

  test('are named by the value that is over-represented, not by the most frequent one', async () => {
    const column = Array.from({ length: N }, (_, i) => (i % 5 < 3 ? 'common' : ['noun', 'verb', null][i % 3]));
    expect(await names({ labels, column })).toEqual(['noun', 'verb', 'common']);
  });

  test('have a second value where that is frequent too', async () => {
    const column = Array.from({ length: N }, (_, i) => [['city', 'country'], ['verb', 'verb'], ['name', 'title']][i % 3][Math.floor(i / 3) % 2]);
    const [first, second] = await names({ labels, column });
    expect(first.split(', ').sort()).toEqual(['city', 'country']);
    expect(second).toBe('verb');
  });

  test('have no name where no value stands out, and numbers are no categories', async () => {
    expect(await names({ labels, column: Array.from({ length: N }, (_, i) => (Math.floor(i / 3) % 2 ? 'a' : 'b')) })).toEqual(['', '', '']);
    expect(await names({ labels, column: new Float32Array(N).fill(1) })).toEqual(['', '', '']);
  });
});

test('labels are words when they are short and hardly ever the same', () => {
  expect(areWords(Array.from({ length: 5000 }, (_, i) => `word${i}`))).toBe(true);
  expect(areWords(Array.from({ length: 5000 }, (_, i) => `sentence number ${i}`))).toBe(false);
  expect(areWords(Array.from({ length: 5000 }, (_, i) => `word${i % 100}`))).toBe(false);
});

test('words of the same stem say the same', () => {
  expect(distinctWords(['church', 'churches', 'Church', 'pope', 'the', 'they', 'thesis'], 4)).toEqual(['church', 'pope', 'the', 'they']);
});

test('tokens are lower-case words, cut by the dictionary where a script has no spaces', () => {
  expect(tokens("The state-of-the-art don't, 42%!")).toEqual(['the', 'state-of-the-art', "don't", '42']);
  expect(tokens('我喜欢北京的春天')).toContain('北京');
  expect(tokens('…')).toEqual([]);
});
