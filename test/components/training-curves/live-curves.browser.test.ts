import axe from 'axe-core';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { FvTrainingCurves } from '../../../src/components/training-curves/fv-training-curves';
import '../../../src/components/training-curves/define';
import type { FileHandle } from '../../../src/engine';
import { eventually } from '../../harness/eventually';
import { mount, part, record, text } from '../../harness/mount';
import { series, trainingRun } from '../../harness/training-run';

const HEADER = 'EPOCH\tTIMESTAMP\tLEARNING_RATE\tTRAIN_LOSS\tDEV_LOSS\n';
const rows = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => `${from + i}\t10:00:00\t0.1\t${(2 / (from + i)).toFixed(4)}\t${(3 / (from + i)).toFixed(4)}\n`).join('');

/** A file that a test writes on. */
function writable(content: string): FileHandle & { content: string } {
  return { name: 'loss.tsv', content, getFile(this: { content: string }) { return Promise.resolve(new File([this.content], 'loss.tsv', { lastModified: this.content.length })); } };
}

async function show(properties: Partial<FvTrainingCurves>): Promise<FvTrainingCurves> {
  return mount(Object.assign(new FvTrainingCurves(), { locale: 'en', ...properties }), 900, 800);
}

const lengths = ({ data }: FvTrainingCurves) => data?.map(({ epoch }) => epoch.length) ?? null;
const figures = (element: FvTrainingCurves) => element.shadowRoot!.querySelectorAll('figure').length;
const rowsRead = (element: FvTrainingCurves) => part(element, '[data-metric=LOSS] table.visually-hidden tbody').children.length;

/** Answers addresses that begin with `served/` in place of a server. */
function serve(answer: (path: string, init: RequestInit) => Response | Promise<Response>): void {
  const real = globalThis.fetch;
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init = {}) => {
    const address = input instanceof Request ? input.url : String(input);
    return address.startsWith('served/') ? Promise.resolve(answer(address.slice(7), init)) : real(input, init);
  });
  onTestFinished(() => void vi.restoreAllMocks());
}

describe('a file that grows', () => {
  test('is read on; what is in sight and the hidden lines stay', async () => {
    const handle = writable(HEADER + rows(1, 20));
    const element = await show({ handle, refresh: 3600 });
    await eventually(() => figures(element)).toBe(1);
    Object.assign(element, { range: [5, 10], lineFilter: { soloed: [], hidden: ['loss.tsv / dev'] } });
    await element.updateComplete;
    const events = [record(element, 'fv-range-change'), record(element, 'fv-run-visibility-change'), record(element, 'fv-error')];
    handle.content += rows(21, 25);
    await element.refreshNow();
    expect([lengths(element), element.range, element.lineFilter.hidden, rowsRead(element)]).toEqual([[25], [5, 10], ['loss.tsv / dev'], 25]);
    expect(events.flat()).toEqual([]);
    expect(text(element)).not.toContain('Written anew');
  });

  test('and is then written anew is read from its beginning, which is said', async () => {
    const handle = writable(HEADER + rows(1, 20));
    const element = await show({ handle, refresh: 3600 });
    await eventually(() => lengths(element)).toEqual([20]);
    handle.content = HEADER + rows(1, 2);
    await element.refreshNow();
    expect(lengths(element)).toEqual([2]);
    expect(text(element)).toContain('Written anew since it was read, and read from its beginning: loss.tsv');
  });

  test('makes room for runs that the page sets', async () => {
    const handle = writable(HEADER + rows(1, 20));
    const element = await show({ handle, refresh: 3600 });
    await eventually(() => lengths(element)).toEqual([20]);
    element.data = [trainingRun('a', [series('train', 'LOSS', [4, 3])])];
    await element.updateComplete;
    handle.content += rows(21, 22);
    await element.refreshNow();
    expect(lengths(element)).toEqual([2]);
  });

  test('is looked at again by itself', async () => {
    const handle = writable(HEADER + rows(1, 3));
    const element = await show({ handle, refresh: 0.1 });
    await eventually(() => lengths(element)).toEqual([3]);
    handle.content += rows(4, 4);
    await eventually(() => lengths(element)).toEqual([4]);
    element.remove();
  });
});

describe('addresses', () => {
  test('that answer with 404, a web page or nothing are told; the others are shown at once', async () => {
    serve((path, { signal }) => {
      if (path === 'good.tsv') return new Response(HEADER + rows(1, 5));
      if (path === 'page') return new Response('<!doctype html><title>Sign in</title>');
      if (path === 'never') return new Promise((_resolve, reject) => { signal!.addEventListener('abort', () => reject(signal!.reason as Error)); });
      return new Response('', { status: 404 });
    });
    const element = new FvTrainingCurves();
    const errors = record(element, 'fv-error');
    await mount(Object.assign(element, { locale: 'en', src: ['served/none', 'served/page', 'served/never', 'served/good.tsv'] }));
    await eventually(() => figures(element)).toBe(1);
    await eventually(() => errors.map(({ code }) => code)).toEqual(['network', 'format']);
    expect(part(element, '.notice.error').textContent).toMatch(/served\/none.*HTTP 404.*served\/page.*a web page/s);
    element.remove();
  });

  test('that fail while they are looked at again keep what was read; once dismissed, the failure stays away', async () => {
    let status = 200;
    serve(() => new Response(HEADER + rows(1, 5), { status }));
    const element = await show({ src: ['served/loss.tsv'], refresh: 3600 });
    const errors = record(element, 'fv-error');
    await eventually(() => lengths(element)).toEqual([5]);
    status = 500;
    await element.refreshNow();
    await element.refreshNow();
    expect([lengths(element), errors.length]).toEqual([[5], 1]);
    await userEvent.click(part(element, '[aria-label=Dismiss]'));
    await element.refreshNow();
    expect(element.shadowRoot!.querySelector('.notice.error')).toBeNull();
  });
});

describe('rows that a page appends', () => {
  test('come to the curves; zoom and lines stay, many calls are one picture', async () => {
    const element = await show({ data: [trainingRun('a', [series('train', 'LOSS', [4, 3, 2])])] });
    element.range = [1, 2];
    for (let epoch = 4; epoch < 8; epoch++) element.append([{ epoch, values: { TRAIN_LOSS: 4 / epoch, dev_loss: 1 } }]);
    await element.updateComplete;
    expect([lengths(element), element.range, rowsRead(element)]).toEqual([[7], [1, 2], 7]);
    expect(Array.from(element.shadowRoot!.querySelectorAll('.line .name'), (name) => name.textContent)).toEqual(['train', 'dev']);
  });

  test('begin a run in an empty element; what is no row is refused where it was passed', async () => {
    const element = await show({});
    expect(() => element.append([{ epoch: 1 } as never])).toThrow(/values by column in row 0/);
    element.append([{ step: 10, values: { loss: 2 } }]);
    await element.updateComplete;
    expect(lengths(element)).toEqual([1]);
  });

  test('are no nodes: those go into the element as into any other', async () => {
    const element = await show({});
    element.append(document.createElement('p'), 'text');
    expect([element.children.length, element.textContent]).toEqual([1, 'text']);
  });
});

describe('runs side by side', () => {
  const data = [
    trainingRun('a', [series('dev', 'LOSS', [3, 1, 2]), series('dev', 'F1', [0.5, 0.7, 0.6]), series('test', 'F1', [0.4, 0.6, 0.5])], { parameters: { lr: '0.1', model: 'x' } }),
    trainingRun('b', [series('dev', 'LOSS', [2.5, 2, 1.5]), series('dev', 'F1', [0.6, 0.6, 0.8])], { parameters: { lr: '0.2', model: 'x' } }),
  ];
  const names = (element: FvTrainingCurves) => Array.from(element.shadowRoot!.querySelectorAll('.runs tbody .name'), (name) => name.textContent);

  test('stand in a table with their best scores and the parameters that differ; a click has the best first', async () => {
    const element = await show({ data });
    const settings = record(element, 'fv-setting-change');
    await eventually(() => figures(element)).toBe(2);
    await userEvent.click(part(element, '[aria-label="Runs side by side"]'));
    await eventually(() => names(element)).toEqual(['a', 'b']);
    expect(settings).toEqual([{ name: 'comparing', value: true }]);
    const cells = Array.from(part(element, '.runs tbody tr').querySelectorAll('td'), (cell) => cell.textContent.replaceAll(/\s+/g, ' ').trim());
    expect(cells).toEqual(['1 dev', '0.7 dev 0.6 test', '3', '0:02:00', '0.1']);
    expect(part(element, '.comparison details').textContent).toContain('model');
    await userEvent.click(Array.from(element.shadowRoot!.querySelectorAll<HTMLElement>('.runs thead button'))[1]);
    expect([names(element), part(element, '[aria-sort]').ariaSort]).toEqual([['b', 'a'], 'descending']);
    const { violations } = await axe.run(element);
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  test('are shown as differences to one of them, which is said', async () => {
    const element = await show({ data, comparing: true });
    await eventually(() => names(element)).toEqual(['a', 'b']);
    await userEvent.selectOptions(part(element, '.comparison select'), 'a');
    await element.updateComplete;
    expect([element.baseline, text(element).includes('each run less a')]).toEqual(['a', true]);
    expect(Array.from(part(element, '[data-metric=LOSS] table.visually-hidden tbody').children, (row) => row.lastElementChild!.textContent)).toEqual(['-0.5', '1', '-0.5']);
  });
});
