import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { bytesOf, loadBytes } from '../../src/components/load-bytes';

const URL = 'https://a.test/file.npy';
const alive = () => new AbortController().signal;

/** A server that answers after `answerMs`, and sends its body `bodyMs` later; it hears an abort, as the browser does. */
function serve(answerMs: number, bodyMs: number): void {
  vi.stubGlobal('fetch', (_: string, { signal }: RequestInit) => new Promise<Response>((resolve, reject) => {
    signal!.addEventListener('abort', () => reject(signal!.reason as Error));
    setTimeout(() => {
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          signal!.addEventListener('abort', () => controller.error(signal!.reason));
          setTimeout(() => {
            controller.enqueue(Uint8Array.of(1, 2, 3));
            controller.close();
          }, bodyMs);
        },
      });
      resolve(new Response(body));
    }, answerMs);
  }));
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a file of a slow server', () => {
  test('is waited for once the answer has begun, however long it takes', async () => {
    serve(1_000, 120_000);
    const [whole, limited] = [bytesOf(URL, alive()), loadBytes(URL, 10, alive())];
    await vi.advanceTimersByTimeAsync(121_000);
    expect([...new Uint8Array(await whole)]).toEqual([1, 2, 3]);
    expect([...await limited]).toEqual([1, 2, 3]);
  });

  test('is given up where nothing is heard for half a minute, and told', async () => {
    serve(600_000, 0);
    const failed = bytesOf(URL, alive()).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await failed).toMatchObject({ code: 'network', received: 'no answer within 30 s' });
  });

  test('ends with the page\'s own wish', async () => {
    serve(1_000, 120_000);
    const controller = new AbortController();
    const failed = bytesOf(URL, controller.signal).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(2_000);
    controller.abort();
    expect(await failed).toMatchObject({ code: 'aborted' });
  });
});
