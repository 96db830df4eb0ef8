import type { Regl } from 'regl';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commands } from 'vitest/browser';
import { bandCommand, strokeCommand, withinCommand } from '../../../src/engine/draw/curve-layer';
import { heatmapCommand } from '../../../src/engine/draw/heatmap-layer';
import { linesCommand } from '../../../src/engine/draw/line-layer';
import { pointsCommand } from '../../../src/engine/draw/point-layer';
import { ringsCommand } from '../../../src/engine/draw/ring-layer';
import { contextOf, reglOf } from '../../../src/engine/draw/surface';
import { compiledCode, drawCodeModule } from '../../harness/draw-code';

/** Writes the modules anew: `VITE_UPDATE_GOLDEN=1 npx vitest run --project browser test/engine/draw/generated.browser.test.ts`. */
const UPDATE = Boolean(import.meta.env.VITE_UPDATE_GOLDEN);

/** What is drawn, by the module of its code: what makes the command, and which of its procedures is called. */
const MODULES: Record<string, { make: (regl: Regl) => unknown; procedures: readonly string[] }[]> = {
  // What regl makes for itself; its commands that draw nothing and set framebuffers are never called.
  surface: [{ make: () => undefined, procedures: ['poll', 'refresh'] }],
  points: [{ make: (regl) => pointsCommand(regl, ''), procedures: ['draw'] }, { make: (regl) => pointsCommand(regl, '#define VARIED\n'), procedures: ['draw'] }],
  rings: [{ make: ringsCommand, procedures: ['draw'] }],
  lines: [{ make: linesCommand, procedures: ['draw'] }],
  // The frame of a plot surrounds what is drawn.
  curves: [{ make: withinCommand, procedures: ['scope'] }, { make: strokeCommand, procedures: ['draw'] }, { make: bandCommand, procedures: ['draw'] }],
  heatmap: [{ make: heatmapCommand, procedures: ['draw'] }],
};

const written = import.meta.glob<string>('../../../src/engine/draw/generated/*.ts', { query: '?raw', import: 'default', eager: true });

let regl: Regl;
beforeEach(() => {
  regl = reglOf(contextOf(document.createElement('canvas'))!, {});
  // Everything is compiled here, nothing is known.
  Object.assign(regl, { preloadCachedCode: () => undefined });
});
afterEach(() => regl.destroy());

describe('the code of draw commands that needs no compiling', () => {
  it.each(Object.entries(MODULES))('is what regl writes: %s', async (name, parts) => {
    const known = new Set(name === 'surface' ? [] : Object.keys(compiledCode(regl)));
    const functions = parts.flatMap(({ make, procedures }) => {
      make(regl);
      const made = Object.entries(compiledCode(regl)).filter(([hash]) => !known.has(hash));
      for (const [hash] of made) known.add(hash);
      return made.map(([hash, compiled]) => ({ hash, compiled, procedures }));
    });
    const source = drawCodeModule(`${name.toUpperCase()}_CODE`, functions);
    const path = `src/engine/draw/generated/${name}-code.ts`;
    if (UPDATE) await commands.writeFile(expect.getState().testPath!.replace(/\/test\/.*$/, `/${path}`), source);
    else expect(written[`../../../${path}`] === source, `${path} is not what regl writes for these commands: run this file with VITE_UPDATE_GOLDEN=1`).toBe(true);
  });
});
