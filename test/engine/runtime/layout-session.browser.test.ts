import { afterEach, describe, expect, it, vi } from 'vitest';
import type { FvError } from '../../../src/engine/errors';
import { LayoutSession, Tsne, type LayoutResult, type SessionProgress } from '../../../src/engine/runtime';
import type { LayoutStatus, TsneOptions } from '../../../src/engine/types';
import { plantedClusters } from '../clusters';

const { vectors } = plantedClusters({ points: 400, dimensions: 10, clusters: 6 });
const quick = { dimensions: 10, backend: 'cpu', iterations: 200 } as const;

const sessions: LayoutSession[] = [];
afterEach(() => {
  for (const session of sessions.splice(0)) session.dispose();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const wait = (ms: number) => new Promise((resolve) => { setTimeout(resolve, ms); });

/** A session that notes what it is told. */
function open(options: Partial<TsneOptions> & { snapshotIntervalMs?: number } = {}, onCall: (call: string, session: LayoutSession) => void = () => {}) {
  const calls: string[] = [];
  const progress: SessionProgress[] = [];
  const statuses: LayoutStatus[] = [];
  const buffers = new Set<ArrayBufferLike>();
  let session: LayoutSession | null = null;
  const note = (call: string) => {
    calls.push(call);
    onCall(call, session!);
  };
  const ended = new Promise<LayoutResult>((resolve, reject) => {
    session = new LayoutSession(vectors, { ...quick, ...options }, {
      onStatus(status) {
        statuses.push(status);
        note('status');
      },
      onProgress(report) {
        progress.push(report);
        note(`progress ${report.phase}`);
      },
      onPositions(positions, iteration) {
        expect(positions).toHaveLength(800);
        buffers.add(positions.buffer);
        note(`positions ${iteration}`);
      },
      onEnd(result) {
        note('end');
        resolve(result);
      },
      onError(error: FvError) {
        note(`error ${error.code}`);
        reject(error);
      },
    });
    sessions.push(session);
  });
  ended.catch(() => {});
  return { session: session as unknown as LayoutSession, calls, progress, statuses, buffers, ended };
}

describe('a layout session', () => {
  it('works in a worker and reports status, progress, positions and the end in this order', async () => {
    const { session, calls, progress, ended } = open();
    expect(session.state).toBe('preparing');
    const result = await ended;
    expect(session).toMatchObject({ where: 'worker', state: 'ended' });
    expect(result.positions).toHaveLength(800);
    expect(result).toMatchObject({ klDivergence: expect.any(Number), elapsedMs: expect.any(Number) });
    expect(calls[0]).toBe('status');
    expect(calls.at(-1)).toBe('end');
    const order = ['neighbors', 'affinities', 'early-exaggeration', 'optimization', 'end'];
    const phases = progress.map(({ phase }) => order.indexOf(phase));
    expect(phases).toEqual([...phases].sort((a, b) => a - b));
    expect(calls.findIndex((call) => call.startsWith('progress'))).toBeLessThan(calls.findIndex((call) => call.startsWith('positions')));
    expect(progress.at(-1)).toMatchObject({ phase: 'end', iteration: 200, remainingMs: 0 });
    expect(progress.at(-1)?.stepsPerSecond).toBeGreaterThan(0);
  });

  it('leaves the vectors to their owner', async () => {
    const before = vectors.slice();
    await open({ iterations: 10 }).ended;
    expect(vectors).toEqual(before);
  });

  it('sends positions in arrays that come back to it: memory moves, two at a time', async () => {
    const transfers = vi.spyOn(Worker.prototype, 'postMessage');
    const { ended } = open({ snapshotIntervalMs: 5 });
    await ended;
    const recycled = transfers.mock.calls.filter(([message]) => (message as { type: string }).type === 'recycle');
    expect(recycled.length).toBeGreaterThan(2);
    for (const [, transfer] of recycled) expect(transfer).toHaveLength(1);
  });

  it('stands still while paused, and goes on', async () => {
    const { session, calls, ended } = open({ iterations: 2000, snapshotIntervalMs: 5 });
    await vi.waitUntil(() => calls.some((call) => /^positions [1-9]/.test(call)), 20_000);
    session.pause();
    expect(session.state).toBe('paused');
    await wait(250);
    const { length } = calls;
    await wait(300);
    expect(calls).toHaveLength(length);
    session.resume();
    await ended;
    expect(calls.length).toBeGreaterThan(length);
  });

  it('is paused before it has begun', async () => {
    const { session, calls, ended } = open();
    session.pause();
    await wait(500);
    expect(calls.filter((call) => /^positions [1-9]/.test(call))).toEqual([]);
    expect(session.state).toBe('paused');
    session.resume();
    await ended;
  });

  it.each(['status', 'progress early-exaggeration', 'positions', 'end'])('says nothing more once it is disposed in %s', async (where) => {
    let disposedAt = 0;
    const { calls } = open({}, (call, session) => {
      if (disposedAt > 0 || !call.startsWith(where)) return;
      disposedAt = calls.length;
      session.dispose();
      session.dispose();
    });
    await vi.waitUntil(() => disposedAt > 0, 20_000);
    await wait(200);
    expect(calls).toHaveLength(disposedAt);
  });

  it('ends without a word when its signal fires, or has fired', async () => {
    const controller = new AbortController();
    const { session, calls } = open({ signal: controller.signal });
    await vi.waitUntil(() => calls.length > 0, 20_000);
    controller.abort();
    const { length } = calls;
    expect(session.state).toBe('disposed');
    const late = open({ signal: AbortSignal.abort() });
    expect(late.session.state).toBe('disposed');
    await wait(200);
    expect(calls).toHaveLength(length);
    expect(late.calls).toEqual([]);
  });

  it('hands over what is wrong with the data as one error', async () => {
    const { session, calls, ended } = open({ dimensions: 7 });
    await expect(ended).rejects.toMatchObject({ name: 'FvError', code: 'invalid-data', received: '4000' });
    expect(session.state).toBe('failed');
    await wait(100);
    expect(calls).toEqual(['error invalid-data']);
  });
});

describe('a worker that dies', () => {
  it.each([
    ['of memory, by its word', 'Uncaught RangeError: Array buffer allocation failed', 'out-of-memory'],
    ['of memory, without a word', '', 'out-of-memory'],
    ['of a mistake', 'Uncaught TypeError: x is not a function', 'internal'],
  ])('%s, ends the session with one error; the positions told so far are the listener’s', async (_, message, code) => {
    const workers: Worker[] = [];
    const Native = Worker;
    vi.stubGlobal('Worker', function noted(...options: ConstructorParameters<typeof Worker>) {
      const worker = new Native(...options);
      workers.push(worker);
      return worker;
    });
    const { session, calls, ended } = open({ iterations: 5000, snapshotIntervalMs: 5 });
    await vi.waitUntil(() => calls.some((call) => /^positions [1-9]/.test(call)), 20_000);
    workers[0].dispatchEvent(new ErrorEvent('error', { message, cancelable: true }));
    await expect(ended).rejects.toMatchObject({ name: 'FvError', code });
    expect(session.state).toBe('failed');
    const { length } = calls;
    await wait(100);
    expect(calls).toHaveLength(length);
  });
});

describe('without a worker', () => {
  const broken: [string, unknown][] = [
    ['there are no workers', undefined],
    ['the page’s policy forbids them', function blocked() { throw new DOMException('blocked', 'SecurityError'); }],
  ];
  it.each(broken)('a session works in the page: %s', async (_why, replacement) => {
    vi.stubGlobal('Worker', replacement);
    const { session, calls, ended } = open();
    const { positions } = await ended;
    expect(session.where).toBe('inline');
    expect(positions.every(Number.isFinite)).toBe(true);
    expect(calls[0]).toBe('status');
  });

  it('as well where the worker’s file does not load', async () => {
    const Native = Worker;
    vi.stubGlobal('Worker', function missing() { return new Native('/there-is-no-such-file.js', { type: 'module' }); });
    const { session, ended } = open();
    await ended;
    expect(session.where).toBe('inline');
  });

  it('the map is the worker’s, bit for bit', async () => {
    const worker = (await open().ended).positions;
    vi.stubGlobal('Worker', undefined);
    const inline = open();
    expect((await inline.ended).positions).toEqual(worker);
    const tsne = await Tsne.create(vectors, quick);
    let positions = new Float32Array(0);
    for await (const snapshot of tsne.run()) positions = snapshot.positions as typeof positions;
    tsne.dispose();
    expect(positions).toEqual(worker);
  });
});
