import { describe, expect, test } from 'vitest';
import { MapContent } from '../../../src/components/embedding-map/map-content';

const data = { labels: ['a', 'b', 'c', 'd', 'e'], positions: new Float32Array(10) };
const alone = { labels: ['b', 'd', 'e'], positions: Float32Array.of(1, 1, 2, 2, 3, 3) };

function isolated(): MapContent {
  const content = new MapContent();
  content.replace(data);
  content.isolate(Uint32Array.of(1, 3, 4), alone);
  return content;
}

describe('isolated rows', () => {
  test('are the content; the whole waits', () => {
    const content = isolated();
    expect([content.data, content.whole, content.points, content.positions]).toEqual([alone, data, 3, alone.positions]);
  });

  test('have ids of their own: rows of the whole', () => {
    const content = isolated();
    expect([0, 1, 2].map((row) => content.idOf(row))).toEqual([1, 3, 4]);
    expect([...content.idsOf([2, 0])]).toEqual([4, 1]);
    expect([0, 1, 2, 3, 4, 9].map((id) => content.rowOf(id))).toEqual([-1, 0, -1, 1, 2, -1]);
    expect([...content.rowsOf(Uint32Array.of(4, 0, 1))]).toEqual([2, 0]);
    expect([0, 2, 3, 9].map((id) => content.rowsBelow(id))).toEqual([0, 1, 1, 3]);
  });

  test('give way to all rows where they were, under another generation', () => {
    const content = isolated();
    const { generation } = content;
    content.showAll();
    expect([content.data, content.positions, content.isolated, content.generation]).toEqual([data, data.positions, null, generation + 1]);
    expect([content.idOf(2), content.rowOf(2), content.rowOf(5), content.rowsBelow(9)]).toEqual([2, 2, -1, 5]);
  });

  test('may be isolated again: the whole stays', () => {
    const content = isolated();
    content.isolate(Uint32Array.of(3), { labels: ['d'], positions: Float32Array.of(0, 0) });
    expect([content.whole, content.idOf(0)]).toEqual([data, 3]);
  });

  test('go with the data', () => {
    const content = isolated();
    content.replace({ labels: ['z'], positions: Float32Array.of(0, 0) });
    expect([content.isolated, content.whole, content.idOf(0)]).toEqual([null, content.data, 0]);
  });
});
