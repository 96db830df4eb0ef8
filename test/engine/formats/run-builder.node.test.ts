import { expect, test } from 'vitest';
import { RunBuilder } from '../../../src/engine/formats/run-builder';

test('a run of very many rows is built: no list of them is passed as arguments', () => {
  const builder = new RunBuilder();
  for (let epoch = 0; epoch < 200_000; epoch++) builder.addRow({ epoch });
  expect(builder.build('long').epoch.length).toBe(200_000);
});
