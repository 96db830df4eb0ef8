import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { GrowingSourcesController, type SourceState } from '../../../src/components/controllers/growing-sources-controller';
import { serveFiles, type FileServer } from '../../harness/file-server';

const HEADER = 'EPOCH\tTIMESTAMP\tTRAIN_LOSS\n';
const rows = (count: number) => HEADER + Array.from({ length: count }, (_, i) => `${i + 1}\t10:00:00\t0.5\n`).join('');

let server: FileServer;
beforeEach(async () => {
  server = await serveFiles({ 'a.tsv': { body: rows(2) }, 'b.tsv': { body: rows(3) } });
});
afterEach(() => server.close());

/** An element without a document, and what its controller told it. */
function element() {
  const told: (readonly SourceState<'runs'>[])[] = [];
  let controller: ReactiveController | null = null;
  const host: ReactiveControllerHost = { addController: (added) => (controller = added), removeController: () => {}, requestUpdate: () => {}, updateComplete: Promise.resolve(true) };
  const sources = new GrowingSourcesController(host, 'runs', { changed: (states) => told.push(states) });
  return { sources, told, connect: () => controller!.hostConnected!(), disconnect: () => controller!.hostDisconnected!() };
}

const seen = (states: readonly SourceState<'runs'>[] = []) => states.map(({ reading, error }) => reading?.value[0].epoch.length ?? error?.code ?? null);

describe('sources of an element', () => {
  test('are read when it is in a document, in their order', async () => {
    const { sources, told, connect, disconnect } = element();
    sources.request([`${server.url}a.tsv`, `${server.url}b.tsv`, `${server.url}none.tsv`], ['first']);
    expect(sources.loading).toBe(false);
    connect();
    expect(sources.loading).toBe(true);
    await vi.waitFor(() => expect(seen(told.at(-1))).toEqual([2, 3, 'network']));
    expect([told.at(-1)[0].reading!.value[0].name, sources.loading]).toEqual(['first', false]);
    disconnect();
  });

  test('are shown while one of them does not answer', async () => {
    server.files['slow.tsv'] = { body: '', silent: true };
    const { sources, told, connect, disconnect } = element();
    connect();
    sources.request([`${server.url}slow.tsv`, `${server.url}b.tsv`]);
    await vi.waitFor(() => expect(seen(told.at(-1))).toEqual([null, 3]));
    expect(sources.loading).toBe(true);
    disconnect();
  });

  test('are looked at again; the same failure is told once, and what was read stays', async () => {
    const { sources, told, connect, disconnect } = element();
    connect();
    sources.request([`${server.url}a.tsv`]);
    await vi.waitFor(() => expect(seen(told.at(-1))).toEqual([2]));
    await sources.refresh();
    expect(told.length).toBe(1);
    server.files['a.tsv'].status = 500;
    await sources.refresh();
    await sources.refresh();
    expect([told.length, seen(told[1]), told[1][0].error?.received]).toEqual([2, [2], 'HTTP 500']);
    server.files['a.tsv'] = { body: rows(1) };
    await sources.refresh();
    expect([seen(told[2]), told[2][0].error, told[2][0].replaced]).toEqual([[1], null, 1]);
    disconnect();
  });

  test('are looked at by the clock while refreshSeconds is set', async () => {
    const { sources, told, connect, disconnect } = element();
    sources.refreshSeconds = 0.01;
    connect();
    sources.request([`${server.url}a.tsv`]);
    await vi.waitFor(() => expect(seen(told.at(-1))).toEqual([2]));
    server.files['a.tsv'].body = rows(5);
    await vi.waitFor(() => expect(seen(told.at(-1))).toEqual([5]), { timeout: 5000 });
    disconnect();
    const asked = server.asked.length;
    await new Promise((resolve) => { setTimeout(resolve, 600); });
    expect(server.asked.length).toBe(asked);
  });

  test('are asked for again when the element comes back before they were there', async () => {
    const { sources, told, connect, disconnect } = element();
    connect();
    sources.request([`${server.url}a.tsv`]);
    disconnect();
    expect(sources.loading).toBe(false);
    connect();
    await vi.waitFor(() => expect(seen(told.at(-1))).toEqual([2]));
    disconnect();
  });
});
