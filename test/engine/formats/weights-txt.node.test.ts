import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseWeights, WeightsReader, type WeightTrace } from '../../../src/engine/formats';
import { createRandom } from '../../../src/engine/random';
import { errorOf } from './error-of';

interface Line { iteration: number; name: string; slot: number; value: number }

const write = (lines: Line[], end = '\n') => lines.map(({ iteration, name, slot, value }) => `${iteration}\t${name}\t${slot}\t${Object.is(value, -0) ? '-0.0' : value}`).join(end);

/** What the lines mean, by the plainest of means. */
function gather(lines: Line[]): WeightTrace[] {
  const unique = <T>(values: T[]) => [...new Set(values)];
  return unique(lines.map(({ name }) => name)).map((name) => {
    const own = lines.filter((line) => line.name === name);
    return {
      name,
      slots: unique(own.map(({ slot }) => slot)).map((slot) => {
        const rows = own.filter((line) => line.slot === slot);
        return { slot, iteration: Float64Array.from(rows, ({ iteration }) => iteration), value: Float64Array.from(rows, ({ value }) => value) };
      }),
    };
  });
}

const line = fc.record({
  iteration: fc.nat(1_000_000),
  name: fc.oneof(fc.constantFrom('linear.weight', 'linear.bias', 'rnn.weight_hh_l0'), fc.string({ minLength: 1, maxLength: 12, unit: 'binary' }).filter((name) => !/[\t\r\n\0<]/.test(name))),
  slot: fc.nat(9),
  value: fc.double(),
});
const files = fc.array(line, { minLength: 1, maxLength: 60 });

describe('any weights read back', () => {
  test('in any order, as text and as bytes', () => {
    fc.assert(fc.property(files, fc.constantFrom('\n', '\r\n'), fc.boolean(), (lines, end, bytes) => {
      const text = write(lines, end);
      const { value, repairs } = parseWeights(bytes ? new TextEncoder().encode(text) : text);
      expect(value).toEqual(gather(lines));
      expect(repairs.filter(({ kind }) => kind !== 'resumed')).toEqual([]);
    }), { seed: 3, numRuns: 200 });
  });

  test('cut anywhere, and asked in between', () => {
    fc.assert(fc.property(files, fc.array(fc.nat(2000), { maxLength: 6 }), fc.boolean(), (lines, cuts, closed) => {
      const bytes = new TextEncoder().encode(write(lines) + (closed ? '\n' : ''));
      const reader = new WeightsReader();
      const places = [0, ...cuts.map((cut) => cut % bytes.length).sort((a, b) => a - b), bytes.length];
      for (let i = 1; i < places.length; i++) {
        reader.push(bytes.subarray(places[i - 1], places[i]));
        const { value } = reader.snapshot();
        const before = structuredClone(value);
        try {
          reader.finish();
        } catch {
          // Not a whole line yet.
        }
        expect(reader.snapshot().value).toEqual(before);
      }
      expect(reader.finish().value).toEqual(gather(lines));
    }), { seed: 4, numRuns: 200 });
  });
});

test('all slots of a tensor share one column of iterations, as long as they were written together', () => {
  const [{ slots }] = parseWeights('0\ta\t0\t1\n0\ta\t1\t2\n5\ta\t0\t3\n5\ta\t1\t4\n6\ta\t0\t5\n7\ta\t1\t6').value;
  expect(slots.map(({ iteration }) => [...iteration])).toEqual([[0, 5, 6], [0, 5, 7]]);
  expect(slots.map(({ value }) => [...value])).toEqual([[1, 3, 5], [2, 4, 6]]);
  const [together] = parseWeights('0\ta\t0\t1\n0\ta\t1\t2\n').value;
  expect(together.slots[0].iteration.buffer).toBe(together.slots[1].iteration.buffer);
});

test('values that were handed out stay as they are while the file grows', () => {
  const reader = new WeightsReader();
  reader.push('0\ta\t0\t0.5\n1\ta\t0\t0.25');
  const [held] = reader.finish().value;
  expect([...held.slots[0].value]).toEqual([0.5, 0.25]);
  reader.push('75\n');
  expect([...reader.snapshot().value[0].slots[0].value]).toEqual([0.5, 0.2575]);
  expect([...held.slots[0].value]).toEqual([0.5, 0.25]);
});

test('nan, infinities and other notations', () => {
  const { value, repairs } = parseWeights('0\ta\t0\tnan\n1\ta\t0\t-inf\n2\ta\t0\t1,5\n');
  expect([...value[0].slots[0].value]).toEqual([NaN, -Infinity, 1.5]);
  expect(repairs).toEqual([{ line: 3, kind: 'notation', message: '"1,5" with a decimal comma: read as 1.5' }]);
});

test('a training that was started again is reported', () => {
  const { value, repairs } = parseWeights('10\ta\t0\t1\n20\ta\t0\t2\n10\ta\t0\t3\n');
  expect(repairs).toEqual([{ line: 3, kind: 'resumed', message: expect.stringContaining('iteration 10 after 20') as string }]);
  expect([...value[0].slots[0].iteration]).toEqual([10, 20, 10]);
});

test('lines that cannot be read are left out and named with their content', () => {
  const { value, repairs } = parseWeights('0\ta\t0\t1\n\nhello\n1\ta\t0\n1\ta\tx\t1\n1\ta\t1.5\t1\n1\ta\t0\tone\n2\ta\t0\t2\textra\n3\ta\t0\t2\n');
  expect([...value[0].slots[0].iteration]).toEqual([0, 3]);
  expect(repairs.map(({ line: number, kind }) => `${number} ${kind}`)).toEqual([3, 4, 5, 6, 7, 8].map((number) => `${number} unreadable`));
  expect(repairs[0].message).toContain('"hello"');
});

test('a byte-order mark is left out', () => {
  expect(parseWeights('\uFEFF0\ta\t0\t1').value).toEqual(parseWeights('0\ta\t0\t1').value);
});

describe('streams', () => {
  const random = createRandom(9);
  const lines: Line[] = [];
  for (let iteration = 0; lines.length < 110_000; iteration++) {
    for (let tensor = 0; tensor < 50; tensor++) {
      for (let slot = 0; slot < 10; slot++) lines.push({ iteration, name: `encoder.layer.${tensor}.output.weight`, slot, value: Math.fround(random() - 0.5) });
    }
  }
  const text = write(lines);

  test('5 MB in pieces', async () => {
    const stream = new Blob([text]).stream();
    expect(text.length).toBeGreaterThan(5_000_000);
    const { value, repairs } = await parseWeights(stream);
    expect(repairs).toEqual([]);
    expect(value).toHaveLength(50);
    value.forEach((trace, tensor) => {
      trace.slots.forEach(({ iteration, value: values }, slot) => {
        expect(values).toHaveLength(lines.length / 500);
        expect(values.every((one, i) => one === lines[500 * i + 10 * tensor + slot].value && iteration[i] === i)).toBe(true);
      });
    });
  });

  test('can be aborted', async () => {
    await expect(parseWeights(new Blob([text]).stream(), { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'aborted' });
  });

  test('end early where the file is something else', async () => {
    let taken = 0;
    async function* prose(): AsyncGenerator<Uint8Array> {
      for (; taken < 1000; taken++) yield new TextEncoder().encode('word after word\n'.repeat(50));
    }
    await expect(parseWeights(prose())).rejects.toMatchObject({ code: 'format', received: 'lines like "word after word"' });
    expect(taken).toBeLessThan(5);
  });
});

test.each([
  ['', 'an empty file'],
  ['\n\n', 'blank lines'],
  ['<!doctype html>', 'a web page (HTML)'],
  ['hello', 'lines like "hello"'],
])('%j holds no weights', (text, received) => {
  expect(errorOf(() => parseWeights(text))).toMatchObject({ code: 'format', received });
});

test('a saved model holds no lines', () => {
  expect(errorOf(() => parseWeights(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0))).received).toMatch(/zip archive/);
});
