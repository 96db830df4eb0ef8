import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { FvLearningRate } from '../../../src/components/learning-rate/fv-learning-rate';
import '../../../src/components/learning-rate/define';
import { eventually } from '../../harness/eventually';
import { mount, part, record, text } from '../../harness/mount';
import { dragMouse, turnWheel } from '../../harness/pointer-input';
import { learningRateSweep } from '../../harness/sweep';

async function show(properties: Partial<FvLearningRate> = {}, width = 700): Promise<FvLearningRate> {
  const element = await mount(Object.assign(new FvLearningRate(), { locale: 'en', data: learningRateSweep(), ...properties }), width, 600);
  // The handles stand once the plot has been laid out.
  if (properties.data !== null) await eventually(() => element.shadowRoot!.querySelectorAll('.handle').length).toBe(2);
  return element;
}

const handle = (element: FvLearningRate, side: 'first' | 'last') => part(element, `.handle.${side}`);

function middle(target: HTMLElement, dx = 0): { x: number; y: number } {
  const box = target.getBoundingClientRect();
  return { x: box.left + box.width / 2 + dx, y: box.top + box.height / 2 };
}

describe('the handles', () => {
  test('are dragged: more rows are left out, and what is suggested then is told', async () => {
    const element = await show();
    const changes = record(element, 'fv-learning-rate-change');
    const from = middle(handle(element, 'first'));
    await dragMouse(from, { ...from, x: from.x + 60 }, { ...from, x: from.x + 120 });
    await eventually(() => changes.length).toBeGreaterThan(0);
    expect(element.skipFirst).toBeGreaterThan(15);
    await eventually(() => changes.at(-1)).toMatchObject({ skipFirst: element.skipFirst, skipLast: 5, consensus: element.advice!.consensus });
  });

  test('are moved by keys, each towards the other, and never past it', async () => {
    const element = await show();
    handle(element, 'first').focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}{PageUp}');
    expect(element.skipFirst).toBe(21);
    handle(element, 'last').focus();
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{ArrowRight}');
    expect(element.skipLast).toBe(6);
    await userEvent.keyboard('{End}');
    expect(element.skipLast).toBe(49);
    await element.updateComplete;
    expect([handle(element, 'first').ariaValueMax, handle(element, 'last').ariaValueNow]).toEqual(['21', '49']);
    expect(text(element)).toContain('leaving out 21 and 49 leaves none');
  });
});

describe('the plot', () => {
  test('zooms by wheel and box and is reset by Escape; the handles follow', async () => {
    const element = await show();
    const before = handle(element, 'first').style.transform;
    await turnWheel(middle(part(element, '.area')), -300);
    await eventually(() => element.range).not.toBeNull();
    await eventually(() => handle(element, 'first').style.transform).not.toBe(before);
    part(element, '.area').focus();
    await userEvent.keyboard('{Escape}');
    expect(element.range).toBeNull();
    await eventually(() => handle(element, 'first').style.transform).toBe(before);
  });

  test('is read by the keyboard, row by row', async () => {
    const element = await show();
    part(element, '.area').focus();
    await userEvent.keyboard('{Home}{ArrowRight}');
    expect(part(element, '.spoken').textContent).toBe('Learning rate 1.3e-5, Loss: 2.956');
    expect(part(element, '.card').textContent).toContain('Learning rate 1.3e-5');
  });

  test('marks the suggestions, each with its rule', async () => {
    const element = await show();
    const marks = () => Array.from(element.shadowRoot!.querySelectorAll<HTMLElement>('.mark'));
    await eventually(() => marks().filter(({ hidden }) => !hidden).length).toBe(4);
    expect(marks().map((mark) => mark.ariaLabel)).toEqual([
      expect.stringMatching(/^Valley, .*: half-way/), expect.stringMatching(/^Steep, .*: where the loss falls fastest/), expect.stringMatching(/^Minimum, .*: a tenth/), expect.stringMatching(/^Slide, .*: left end/),
    ]);
    await userEvent.hover(marks()[1]);
    expect(part(element, '.card').textContent).toContain('falls fastest');
    expect(part(element, '.suggestions').textContent).toMatch(/Consensus.*geometric mean/);
  });
});

describe('what is told', () => {
  test('the loss is smoothed already; smoothing it again is warned of; few rows are few', async () => {
    const element = await show();
    expect(text(element)).toContain('smoothed already');
    Object.assign(element, { smoothing: 0.5 });
    await element.updateComplete;
    expect(text(element)).toContain('moves every suggestion to the right');
    Object.assign(element, { smoothing: 0, skipFirst: 50 });
    await element.updateComplete;
    expect(text(element)).toContain('Only 15 rows are left');
  });

  test('a file is read, and what it suggests is told; one that is none says what was expected', async () => {
    const { iteration, learningRate, loss } = learningRateSweep(40);
    const rows = Array.from(loss, (value, row) => `${iteration[row]}\t10:00:00\t${learningRate[row]}\t${value}\n`).join('');
    const element = Object.assign(new FvLearningRate(), { locale: 'en', src: new File([`ITERATION\tTIMESTAMP\tLEARNING_RATE\tTRAIN_LOSS\n${rows}`], 'learning_rate.tsv') });
    const changes = record(element, 'fv-learning-rate-change');
    await mount(element, 600, 600);
    await eventually(() => changes.length).toBe(1);
    expect(changes[0].suggestions.length).toBe(4);
    element.src = new File(['EPOCH\tTIMESTAMP\tLEARNING_RATE\tTRAIN_LOSS\n'], 'loss.tsv');
    await eventually(() => text(element)).toMatch(/Expected.*learning_rate\.tsv/);
  });

  test('properties set by a page fire no event', async () => {
    const element = await show();
    const events = (['fv-learning-rate-change', 'fv-setting-change', 'fv-error'] as const).flatMap((name) => [record(element, name)]);
    Object.assign(element, { skipFirst: 3, skipLast: 1, smoothing: 0.3, yScale: 'log', range: [1e-4, 1e-2] });
    await element.updateComplete;
    await eventually(() => handle(element, 'first').ariaValueNow).toBe('3');
    expect(events.flat()).toEqual([]);
  });
});

describe('what is saved', () => {
  test('an SVG with curve, suggestions and consensus, and its PNG', async () => {
    const element = await show();
    const svg = new DOMParser().parseFromString(await element.toSvg(), 'image/svg+xml');
    expect(svg.querySelector('parsererror')).toBeNull();
    expect(svg.documentElement.textContent).toMatch(/Valley.*Steep.*Consensus/s);
    expect(svg.querySelectorAll('circle').length).toBe(4);
    const picture = await createImageBitmap(await element.toPng({ scale: 1 }));
    expect([picture.width, picture.height]).toEqual([Number(svg.documentElement.getAttribute('width')), Number(svg.documentElement.getAttribute('height'))]);
  });

  test('nothing without a sweep', async () => {
    const element = await show({ data: null });
    await expect(element.toSvg()).rejects.toThrow('Expected a learning-rate sweep');
  });
});

describe('for everybody', () => {
  test.each(['light', 'dark'] as const)('axe finds nothing to mend in the %s theme', async (theme) => {
    const element = await show({ theme });
    await userEvent.click(part(element, '[aria-label=Settings]'));
    const { violations } = await axe.run(element);
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  test.each([['en', 300], ['zh', 360]] as const)('nothing sticks out in %s at %i px', async (locale, width) => {
    const element = await show({ locale }, width);
    expect(element.scrollWidth).toBeLessThanOrEqual(element.clientWidth);
  });
});
