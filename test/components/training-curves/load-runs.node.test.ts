import { afterEach, describe, expect, test, vi } from 'vitest';
import { loadRuns } from '../../../src/components/training-curves/load-runs';

const TSV = 'EPOCH\tTIMESTAMP\tLEARNING_RATE\tTRAIN_LOSS\tDEV_LOSS\n1\t10:00:00\t0.1\t2\t3\n2\t10:01:00\t0.1\t1\t2\n';
const { signal } = new AbortController();

type Answer = string | { status?: number; body?: string; length?: number };

function serve(files: Record<string, Answer>): void {
  vi.stubGlobal('fetch', async (url: string) => {
    const answer = url in files ? files[url] : { status: 404 };
    const { status = 200, body = '', length } = typeof answer === 'string' ? { body: answer } : answer;
    return new Response(body, { status, headers: length === undefined ? {} : { 'content-length': String(length) } });
  });
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('runs are loaded', () => {
  test.each([
    ['loss.tsv', TSV], ['log.csv', 'epoch,loss,val_loss\n1,2,3\n2,1,2\n'],
    ['trainer_state.json', JSON.stringify({ log_history: [{ step: 1, epoch: 1, loss: 2 }, { step: 1, epoch: 1, eval_loss: 3 }, { step: 2, epoch: 2, loss: 1 }, { step: 2, epoch: 2, eval_loss: 2 }] })],
    ['with a byte-order mark and CRLF', `\uFEFF${TSV.replaceAll('\n', '\r\n')}`],
  ])('%s', async (name, text) => {
    const { runs, failures } = await loadRuns([new File([text], name)], [], signal);
    expect(failures).toEqual([]);
    expect(runs.map((run) => [run.name, run.epoch, run.series.map(({ split, values }) => [split, Array.from(values)])])).toEqual([[name, [1, 2], [['train', [2, 1]], ['dev', [3, 2]]]]]);
  });

  test('with the names given, else those of files, with the folder where files have the same name', async () => {
    serve({ 'runs/a/loss.tsv?v=1': TSV, 'runs/b/loss.tsv': TSV });
    const names = async (given: string[]) => (await loadRuns(['runs/a/loss.tsv?v=1', 'runs/b/loss.tsv'], given, signal)).runs.map(({ name }) => name);
    expect(await names([])).toEqual(['a', 'b']);
    expect(await names(['first'])).toEqual(['first', 'b']);
  });

  test('with every repair and the file it is in', async () => {
    const { repairs } = await loadRuns([new File([`${TSV}3\t10:02:00\t0.1\n`], 'loss.tsv')], [], signal);
    expect(repairs).toMatchObject([{ source: 'loss.tsv', line: 4 }]);
  });
});

describe('what cannot be read is told, and the others are there', () => {
  test.each<[string, Answer | null, RegExp, string]>([
    ['404', { status: 404 }, /the file bad, received HTTP 404/, 'network'],
    ['500', { status: 500 }, /received HTTP 500/, 'network'],
    ['a web page', '<!doctype html><title>Sign in</title>', /a web page/, 'format'],
    ['an empty file', '', /an empty file/, 'format'],
    ['a header only', 'EPOCH\tTIMESTAMP\tTRAIN_LOSS\n', /Expected .*, received .*: /, 'format'],
    ['a binary file', 'a\0\0\0\x01\x02', /a binary file/, 'format'],
    ['2 GB', { body: 'x', length: 2e9 }, /at most 256 MB, received 2000 MB in bad/, 'format'],
    ['another format', '0\tw\t0\t0.5\n0\tw\t1\t0.25\n', /a file of training curves .*received weights in bad/, 'format'],
  ])('%s', async (_name, answer, message, code) => {
    serve({ 'good.tsv': TSV, ...(answer !== null && { bad: answer }) });
    const { runs, failures } = await loadRuns(['bad', 'good.tsv'], [], signal);
    expect(runs.map(({ name }) => name)).toEqual(['good.tsv']);
    expect(failures).toMatchObject([{ source: 'bad', error: { code } }]);
    expect(failures[0].error.message).toMatch(message);
  });

  test('a server that never answers', async () => {
    const patience = new AbortController();
    vi.spyOn(AbortSignal, 'timeout').mockReturnValue(patience.signal);
    vi.stubGlobal('fetch', (_url: string, init: RequestInit) => new Promise((_resolve, reject) => init.signal!.addEventListener('abort', () => reject(init.signal!.reason as Error))));
    const loading = loadRuns(['slow'], [], signal);
    patience.abort();
    expect((await loading).failures[0].error.message).toMatch(/received no answer within 30 s/);
  });

  test('giving up is no failure of a file', async () => {
    const given = new AbortController();
    vi.stubGlobal('fetch', (_url: string, init: RequestInit) => new Promise((_resolve, reject) => init.signal!.addEventListener('abort', () => reject(init.signal!.reason as Error))));
    const loading = loadRuns(['slow'], [], given.signal);
    given.abort();
    await expect(loading).rejects.toMatchObject({ name: 'AbortError' });
  });
});
