import type { TrainingRun } from '../../src/engine';
import { createRandom } from '../../src/engine/random';
import type { PanelPlot as Panel } from '../../src/components/training-curves/panel-plot';
import { longestTaskDuring, type LongestTask } from './long-tasks';

export type CurvesName = 'flair-visual' | 'uplot';

/** From the request of a picture, ms. */
export interface PictureTime {
  /** To when its pixels can be read. */
  drawn: number;
  /** To the second frame after that: the first has it on the screen. */
  shown: number;
}

export interface CurvesResult extends LongestTask {
  /** Data in hand to the first picture, ms. */
  first: PictureTime;
  /** Another part of x to its picture, ms each. */
  pans: PictureTime[];
}

/** A plot that is measured. Each picture is waited for until its pixels can be read. */
interface Plot {
  show(): Promise<void>;
  /** Shows a part of x. */
  move(from: number, to: number): Promise<void>;
}

const SIZE = { width: 1000, height: 400 };

async function createOurs(host: HTMLElement, x: Float64Array, y: Float64Array): Promise<Plot> {
  const [{ PanelPlot }] = await Promise.all([import('../../src/components/training-curves/panel-plot'), import('../../src/components/training-curves/define')]);
  const element = document.createElement('fv-training-curves');
  element.style.cssText = `width: ${SIZE.width}px; --fv-plot-height: ${SIZE.height}px`;
  element.doctor = null;
  host.append(element);
  let told: (canvas: CanvasRenderingContext2D) => void = () => undefined;
  const { prototype } = PanelPlot;
  const drawn = Object.getOwnPropertyDescriptor(prototype, 'drawn')!.value as (this: Panel) => void;
  prototype.drawn = function drawnAndTold(this: Panel) {
    drawn.call(this);
    told(this.context);
  };
  const picture = () => new Promise<CanvasRenderingContext2D>((resolve) => (told = resolve)).then((context) => void context.getImageData(0, 0, 1, 1));
  // As the parsers give it: no plot is timed for the form of its data.
  const run: TrainingRun = { name: 'run', epoch: Array.from(x), step: [], timeMs: [], learningRate: [], series: [{ split: 'train', metric: 'LOSS', values: y }] };
  return {
    show() {
      element.data = [run];
      return picture();
    },
    move(from, to) {
      element.range = [from, to];
      return picture();
    },
  };
}

async function createUPlot(host: HTMLElement, x: Float64Array, y: Float64Array): Promise<Plot> {
  const { default: UPlot } = await import('uplot');
  let plot: InstanceType<typeof UPlot>;
  let told = () => undefined as void;
  const picture = () => new Promise<void>((resolve) => (told = resolve)).then(() => void plot.ctx.getImageData(0, 0, 1, 1));
  return {
    show() {
      const drawn = picture();
      plot = new UPlot({ ...SIZE, scales: { x: { time: false } }, series: [{}, { stroke: '#4269d0', width: 1.25 }], hooks: { draw: [() => told()] } }, [x, y], host);
      return drawn;
    },
    move(from, to) {
      const drawn = picture();
      plot.setScale('x', { min: from, max: to });
      return drawn;
    },
  };
}

/** A noisy loss of so many steps, drawn at once and then panned at half its length. */
export async function measureCurves(name: CurvesName, points: number, pans: number): Promise<CurvesResult> {
  const random = createRandom(1);
  const x = Float64Array.from({ length: points }, (_, i) => i);
  const y = Float64Array.from({ length: points }, (_, i) => 1 + 4 * Math.exp((-5 * i) / points) + random());
  const plot = await (name === 'uplot' ? createUPlot : createOurs)(document.body.appendChild(document.createElement('div')), x, y);
  // Frames begin before a plot does: neither has to wait for the page's first.
  await new Promise(requestAnimationFrame);
  const pictures: PictureTime[] = [];
  const time = async (work: () => Promise<void>) => {
    const start = performance.now();
    await work();
    const drawn = performance.now() - start;
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    pictures.push({ drawn, shown: performance.now() - start });
  };
  const { longestTask, longestTaskMs } = await longestTaskDuring(async () => {
    await time(() => plot.show());
    for (let pan = 0; pan < pans; pan++) {
      const from = (0.4 * points * pan) / pans;
      await time(() => plot.move(from, from + points / 2));
    }
  });
  const [first, ...panned] = pictures;
  return { first, pans: panned, longestTask, longestTaskMs };
}
