import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSourceWorker, GrowingSource, type FileHandle, type SourceKind, type SourceOptions, type SourceWorker, type WeightTrace } from '../../../src/engine';
import { serveFiles, type FileServer, type ServedFile } from '../../harness/file-server';

const HEADER = 'EPOCH\tTIMESTAMP\tLEARNING_RATE\tTRAIN_LOSS\n';
const row = (epoch: number) => `${epoch}\t10:${String(epoch % 60).padStart(2, '0')}:00\t0.1\t${(1 / epoch).toFixed(4)}\n`;
const rows = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => row(from + i)).join('');
const { signal } = new AbortController();

let server: FileServer;
let worker: SourceWorker;

beforeEach(async () => {
  server = await serveFiles({});
  worker = createSourceWorker();
});
afterEach(async () => {
  worker.dispose();
  await server.close();
});

function remote(file: ServedFile, options: SourceOptions = {}, kind: SourceKind = 'runs', name = 'loss.tsv') {
  server.files[name] = file;
  return new GrowingSource(server.url + name, kind as 'runs', worker, options);
}

const epochs = (reading: { value: { epoch: number[] }[] } | null) => reading?.value.map(({ epoch }) => epoch.length);

test('a list of hundreds of tensors is handed over piece by piece, in order', async () => {
  const body = Array.from({ length: 300 }, (_, i) => `0\tt${i}\t0\t${i}\n`).join('');
  const { value } = (await remote({ body }, {}, 'weights', 'weights.txt').read(signal))! as unknown as { value: WeightTrace[] };
  expect(value.map(({ name, slots }) => [name, slots[0].value[0]])).toEqual(Array.from({ length: 300 }, (_, i) => [`t${i}`, i]));
});

describe('a file at an address', () => {
  test('is read once; the run has the name that is given', async () => {
    const { value, change, format } = (await remote({ body: HEADER + rows(1, 3) }, { name: 'mine' }).read(signal))!;
    expect([value[0].name, value[0].epoch, value[0].series[0].values[1], change, format]).toEqual(['mine', [1, 2, 3], 0.5, 'started', 'loss-tsv']);
  });

  test('that has not changed is not sent again: the server says so by its ETag, or by its date', async () => {
    for (const version of [{ etag: '"1"' }, { lastModified: 'Sun, 22 Nov 2026 10:00:00 GMT' }]) {
      const source = remote({ body: HEADER + rows(1, 3), ...version });
      await source.read(signal);
      expect(await source.read(signal)).toBeNull();
      expect(server.asked.at(-1)).toMatchObject({ condition: Object.values(version)[0], status: 304, sent: 0 });
    }
  });

  test('that has grown is sent from the last kilobyte on, and only the new lines are parsed', async () => {
    const source = remote({ body: HEADER + rows(1, 400), etag: '"1"' });
    await source.read(signal);
    const before = server.files['loss.tsv'].body.length;
    server.files['loss.tsv'] = { body: HEADER + rows(1, 410), etag: '"2"' };
    const reading = await source.read(signal);
    expect([epochs(reading), reading!.change]).toEqual([[410], 'grown']);
    expect(server.asked[1]).toMatchObject({ range: `bytes=${before - 1024}-`, status: 206, sent: HEADER.length + rows(1, 410).length - before + 1024 });
    expect(await source.read(signal)).toBeNull();
  });

  test('of a server without Range is passed over up to the new lines', async () => {
    const source = remote({ body: HEADER + rows(1, 400), ranges: false });
    await source.read(signal);
    server.files['loss.tsv'].body += rows(401, 403);
    expect(epochs(await source.read(signal))).toEqual([403]);
    expect(server.asked.map(({ status }) => status)).toEqual([200, 200]);
    expect(await source.read(signal)).toBeNull();
  });

  test.each([
    ['shorter', true, HEADER + rows(1, 5)], ['shorter, without Range', false, HEADER + rows(1, 5)],
    ['longer, but another', true, HEADER + rows(200, 900)], ['longer, but another, without Range', false, HEADER + rows(200, 900)],
    ['another from its first line on, without Range', false, `EPOCH\tTIMESTAMP\tTRAIN_LOSS\n${rows(1, 900).replaceAll('\t0.1\t', '\t')}`],
  ])('that is %s is read anew from its beginning, which is told', async (_how, ranges, body) => {
    const source = remote({ body: HEADER + rows(1, 400), ranges });
    await source.read(signal);
    server.files['loss.tsv'].body = body;
    const reading = await source.read(signal);
    expect([reading!.value[0].epoch.length, reading!.change]).toEqual([body.split('\n').length - 2, 'replaced']);
  });

  test('that the trainer writes anew every time is no other file', async () => {
    const state = (steps: number) => JSON.stringify({ log_history: Array.from({ length: steps }, (_, i) => ({ step: i + 1, epoch: i + 1, loss: 1 })), best_metric: steps });
    const source = remote({ body: state(3), etag: '"1"' }, {}, 'runs', 'trainer_state.json');
    await source.read(signal);
    server.files['trainer_state.json'] = { body: state(4), etag: '"2"' };
    expect(epochs(await source.read(signal))).toEqual([4]);
    expect(server.asked[1].range).toBeNull();
  });

  test('that grows while it is live keeps a half-written line back until it has ended, or nothing comes any more', async () => {
    const source = remote({ body: HEADER }, {});
    expect(epochs(await source.read(signal, true))).toEqual([0]);
    server.files['loss.tsv'].body += `${row(1)}2\t10:02:00\t0.1\t0.`;
    expect(epochs(await source.read(signal, true))).toEqual([1]);
    server.files['loss.tsv'].body += '25';
    expect(epochs(await source.read(signal, true))).toEqual([1]);
    const last = await source.read(signal, true);
    expect(last!.value[0].series[0].values[1]).toBe(0.25);
    expect(await source.read(signal, true)).toBeNull();
  });

  test.each<[string, ServedFile, string, RegExp]>([
    ['404', { body: '', status: 404 }, 'network', /received HTTP 404/], ['500', { body: 'oh', status: 500 }, 'network', /received HTTP 500/],
    ['a web page', { body: '<!doctype html><title>Sign in</title>' }, 'format', /a web page/], ['nothing', { body: '' }, 'format', /an empty file/],
    ['a binary file', { body: 'a\0\0\0\x01\x02\x03' }, 'format', /a binary file/], ['another format', { body: '0\tw\t0\t0.5\n0\tw\t1\t0.25\n' }, 'format', /training curves .*received weights in/],
    ['silence', { body: '', silent: true }, 'network', /no answer within 0.8 s/],
  ])('that answers with %s says so, and is asked again', async (_what, file, code, message) => {
    const source = remote(file, { patienceMs: 800 });
    await expect(source.read(signal)).rejects.toMatchObject({ code, message: expect.stringMatching(message) as string });
    server.files['loss.tsv'] = { body: HEADER + rows(1, 2) };
    expect(epochs(await source.read(signal))).toEqual([2]);
  });

  test('goes on after a refusal where it was', async () => {
    const source = remote({ body: HEADER + rows(1, 400) });
    await source.read(signal);
    server.files['loss.tsv'].status = 500;
    await expect(source.read(signal)).rejects.toMatchObject({ code: 'network' });
    server.files['loss.tsv'] = { body: HEADER + rows(1, 401) };
    expect(await source.read(signal)).toMatchObject({ change: 'grown' });
    expect(server.asked.at(-1).sent).toBeLessThan(1100);
  });
});

describe('a file on disk', () => {
  /** A handle whose file a test may write. */
  function handle(text: string): FileHandle & { write(text: string): void } {
    let file = new File([text], 'loss.tsv', { lastModified: 1 });
    return { name: 'loss.tsv', getFile: () => Promise.resolve(file), write: (next) => (file = new File([next], 'loss.tsv', { lastModified: file.lastModified + 1 })) };
  }

  test('is looked at again by its handle', async () => {
    const place = handle(HEADER + rows(1, 4));
    const source = new GrowingSource(place, 'runs', worker);
    expect(epochs(await source.read(signal))).toEqual([4]);
    expect(await source.read(signal)).toBeNull();
    place.write(HEADER + rows(1, 6));
    expect(await source.read(signal)).toMatchObject({ change: 'grown', value: [{ epoch: [1, 2, 3, 4, 5, 6] }] });
    place.write(HEADER + rows(3, 9));
    expect(await source.read(signal)).toMatchObject({ change: 'replaced', value: [{ epoch: [3, 4, 5, 6, 7, 8, 9] }] });
    place.write(HEADER);
    expect(epochs(await source.read(signal, true))).toEqual([0]);
  });

  test('that is gone says so', async () => {
    const gone: FileHandle = { name: 'loss.tsv', getFile: () => Promise.reject(new DOMException('gone', 'NotFoundError')) };
    await expect(new GrowingSource(gone, 'runs', worker).read(signal)).rejects.toMatchObject({ code: 'network', received: 'NotFoundError: gone' });
  });

  test('of many pieces comes together', async () => {
    const text = HEADER + rows(1, 60_000);
    const reading = await new GrowingSource(new File([text], 'loss.tsv'), 'runs', worker).read(signal);
    expect(text.length).toBeGreaterThan(1 << 20);
    expect([epochs(reading), reading!.value[0].epoch.at(-1), reading!.value[0].timeMs.length]).toEqual([[60_000], 60_000, 60_000]);
  });

  test('of a training log has its epochs, not what was logged within them', async () => {
    const log = '2023-05-01 10:00:00,123 epoch 1 - iter 1/1 - loss 0.5 - samples/sec: 100.00 - lr: 0.1\n2023-05-01 10:00:01,123 EPOCH 1 done: loss 0.5000 - lr: 0.1000\n';
    const { value: [run], format } = (await new GrowingSource(new File([log], 'training.log'), 'runs', worker).read(signal))!;
    expect([format, run.epoch, 'iterations' in run]).toEqual(['training-log', [1], false]);
  });

  test('of weights and of a sweep', async () => {
    const weights = await new GrowingSource(new File(['0\tw\t0\t0.5\n0\tw\t1\t0.25\n1\tw\t0\t0.75\n'], 'weights.txt'), 'weights', worker).read(signal);
    expect(weights!.value.map(({ name, slots }) => [name, slots.map(({ iteration, value }) => [Array.from(iteration), Array.from(value)])])).toEqual([['w', [[[0, 1], [0.5, 0.75]], [[0], [0.25]]]]]);
    const sweep = await new GrowingSource(new File(['ITERATION\tTIMESTAMP\tLEARNING_RATE\tTRAIN_LOSS\n0\t10:00:00\t0.1\t2\n'], 'learning_rate.tsv'), 'learning-rate', worker).read(signal);
    expect(Array.from(sweep!.value.loss)).toEqual([2]);
  });
});

test('giving up throws the reason of the signal', async () => {
  const abort = new AbortController();
  const reading = remote({ body: '', silent: true }).read(abort.signal);
  abort.abort();
  await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
});
