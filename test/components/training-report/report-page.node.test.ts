import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { Plotter } from '../../../src';
import { sortFiles } from '../../../src/components/training-report/report-files';
import { reportPage, type ReportOptions } from '../../../src/components/training-report/report-page';
import { trainingFolder } from '../../harness/training-folder';

const page = async (files = trainingFolder(), options: ReportOptions = {}, code = 'register();') => (await reportPage(await sortFiles(files), code, options)).join('');
const block = (html: string, id: string) => new RegExp(`id="${id}">([^<]*)</script>`).exec(html)?.[1] ?? '';

describe('a folder', () => {
  test('is sorted by what its files hold, its own path left out; what cannot be shown is named with the reason', async () => {
    const { shown, left } = await sortFiles(trainingFolder());
    expect(shown.map(({ name, kind }) => [name, kind])).toEqual([['loss.tsv', 'runs'], ['learning_rate.tsv', 'learning-rate'], ['weights.txt', 'weights']]);
    expect(left).toEqual([{ name: 'best-model.pt', reason: 'something else' }]);
    const two = await sortFiles([{ name: 'a/x/loss.tsv', content: 'epoch,loss\n1,2\n' }, { name: 'a/y/loss.tsv', content: '' }]);
    expect([two.shown.map(({ name }) => name), two.left.map(({ name }) => name)]).toEqual([['x/loss.tsv'], ['y/loss.tsv']]);
  });

  test('with nothing to show is an error that says what was there', async () => {
    await expect(Plotter.report([])).rejects.toThrow(/Expected files of a training.*received none/);
    await expect(Plotter.report([{ name: 'x.bin', content: Uint8Array.of(0, 1) }])).rejects.toThrow('x.bin (something else)');
  });
});

describe('the page', () => {
  test('holds the files as they were, an element for each, and the findings as text', async () => {
    const html = await page();
    const files = trainingFolder();
    expect(JSON.parse(block(html, 'fv-files'))).toEqual([{ id: 'fv-file-0', name: 'loss.tsv', kind: 'runs' }, { id: 'fv-file-1', name: 'learning_rate.tsv', kind: 'learning-rate' }, { id: 'fv-file-2', name: 'weights.txt', kind: 'weights' }]);
    for (const i of [0, 1, 2]) expect(gunzipSync(Buffer.from(block(html, `fv-file-${i}`), 'base64')).toString()).toBe((files[i] as { content: string }).content);
    for (const tag of ['<fv-training-curves locale="en">', '<fv-learning-rate data-file="fv-file-1"', '<fv-weight-traces data-file="fv-file-2"', '<dt>Overfitting</dt>', '<dt>best-model.pt</dt>']) expect(html).toContain(tag);
  });

  test('is in the language and theme asked for', async () => {
    const html = await page(trainingFolder(), { locale: 'zh-CN', theme: 'dark', title: 'NER' });
    for (const piece of ['<html lang="zh-Hans" data-theme="dark">', '<title>NER</title>', '<dt>过拟合</dt>', 'theme="dark"']) expect(html).toContain(piece);
  });

  test('names and titles can become no markup, the code can end no script', async () => {
    const html = await page([{ name: '<img src=x>.csv', content: 'epoch,loss\n1,2\n2,1\n' }, { name: '</script><b>.bin', content: Uint8Array.of(0, 1) }], { title: '<i>' }, 'a = "</script><!--";');
    for (const markup of ['<img', '<b>', '<i>', '</script><', '"<!--']) expect(html).not.toContain(markup);
    expect(JSON.parse(block(html, 'fv-files'))[0].name).toBe('<img src=x>.csv');
  });
});
