import { describe, expect, it } from 'vitest';
import { nextTask } from '../../../src/engine/next-task';
import type { EngineLink } from '../../../src/engine/runtime/engine-link';
import { IncomingRows } from '../../../src/engine/runtime/incoming-rows';
import { RowFeed } from '../../../src/engine/runtime/row-feed';

/** 9 MiB: more than is copied at once. */
const LARGE = Float32Array.from({ length: (9 << 20) / 4 }, (_, i) => i % 1000);

/** A line to nowhere that notes which values passed, in which task. */
function line() {
  const tasks: number[] = [];
  const blocks: Float32Array[] = [];
  const link: EngineLink = {
    where: 'worker',
    post(request, transfer = []) {
      if (request.type !== 'rows') return;
      blocks.push(structuredClone(request.values, { transfer: transfer as ArrayBuffer[] }));
      tasks[tasks.length - 1] += request.values.length;
    },
    close() {},
  };
  tasks.push(0);
  /** Waits through so many tasks. */
  const pass = async (count: number) => {
    for (let i = 0; i < count; i++) {
      tasks.push(0);
      await nextTask();
    }
  };
  return { link, blocks, tasks, pass, values: () => Float32Array.from(blocks.flatMap((block) => [...block])) };
}

describe('a feed of rows', () => {
  it('copies little at once: the array is the caller’s again', () => {
    const { link, blocks } = line();
    const vectors = Float32Array.of(1, 2, 3);
    new RowFeed(link).send(vectors);
    vectors.fill(0);
    expect(blocks).toEqual([Float32Array.of(1, 2, 3)]);
  });

  it('copies much in several tasks, in order, and leaves the array as it is', async () => {
    const { link, blocks, tasks, pass } = line();
    const feed = new RowFeed(link);
    feed.send(LARGE);
    feed.send(Float32Array.of(7));
    expect(blocks.length).toBeGreaterThan(0);
    await pass(6);
    expect(blocks.reduce((sum, { length }) => sum + length, 0)).toBe(LARGE.length + 1);
    expect(Math.max(...tasks)).toBeLessThan(LARGE.length);
    let at = 0;
    for (const block of blocks.slice(0, -1)) {
      expect(block[0]).toBe(at % 1000);
      at += block.length;
    }
    expect(blocks.at(-1)).toEqual(Float32Array.of(7));
    expect(LARGE[LARGE.length - 1]).toBe((LARGE.length - 1) % 1000);
  });

  it('stops when it is closed', async () => {
    const { link, blocks, pass } = line();
    const feed = new RowFeed(link);
    feed.send(LARGE);
    const { length } = blocks;
    feed.close();
    await pass(6);
    expect(blocks).toHaveLength(length);
  });

  it('tells of an array that was detached before its time', async () => {
    const { link, blocks, pass } = line();
    const vectors = LARGE.slice();
    new RowFeed(link).send(vectors);
    structuredClone(vectors, { transfer: [vectors.buffer] });
    await pass(6);
    expect(blocks.at(-1)).toHaveLength(0);
    const rows = new IncomingRows(LARGE.length, 4);
    for (const block of blocks) rows.put(block);
    expect(rows.complete).toBe(true);
    await expect(rows.whole).rejects.toMatchObject({ code: 'invalid-data', received: expect.stringContaining('detached') });
  });
});

describe('rows that come in blocks', () => {
  it('are put together', async () => {
    const rows = new IncomingRows(6, 3);
    rows.put(Float32Array.of(1, 2, 3, 4));
    expect(rows.complete).toBe(false);
    rows.put(Float32Array.of(5, 6));
    expect(await rows.whole).toEqual(Float32Array.of(1, 2, 3, 4, 5, 6));
  });

  it('are whole at once where there are none', async () => {
    expect(await new IncomingRows(0, 3).whole).toHaveLength(0);
  });

  it('name the row that is not finite, and take in the rest', async () => {
    const rows = new IncomingRows(6, 3);
    rows.put(Float32Array.of(1, 2, 3, 4));
    rows.put(Float32Array.of(Number.NaN, 6));
    expect(rows.complete).toBe(true);
    await expect(rows.whole).rejects.toMatchObject({ code: 'invalid-data', received: 'NaN in row 1, dimension 1' });
  });

  it('are refused where there is no memory for them', async () => {
    const rows = new IncomingRows(2 ** 50, 4);
    await expect(rows.whole).rejects.toMatchObject({ code: 'out-of-memory' });
    rows.put(new Float32Array(4));
    expect(rows.complete).toBe(false);
  });
});
