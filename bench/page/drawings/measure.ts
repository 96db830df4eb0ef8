import type { CreateDrawing, Drawing } from './drawing';

export interface DrawResult {
  /** Making the drawing, before there is data. */
  startMs: number;
  /** Data in hand to the first picture. */
  firstPictureMs: number;
  /** The same, to a picture with every point. */
  fullPictureMs: number;
  /** Frames while the view moves, each from the one before. */
  frameMs: number[];
  /** The last move to a picture with every point. */
  restMs: number;
  /** New positions of all points, handed over at rest, to the first frame that shows any of them. */
  updateMs: number[];
  /** The same, to the frame that shows every point where it is now. */
  updateAllMs: number[];
  /** One answer at rest, and while positions change; none where it does not answer. */
  hoverMs: number[];
  hoverMovingMs: number[];
}

export interface DrawOptions {
  frames: number;
  updates: number;
  hovers: number;
}

/** A view's first frames are slower than the others: programs are compiled, the frame budget is found. */
const WARM_UP_FRAMES = 10;

/** A picture that is not complete after so long never is, ms. */
const COMPLETE_MS = 30_000;

/** Between two updates: longer than between two frames of anything that moves. */
const REST_MS = 400;

const nextFrame = () => new Promise<number>((resolve) => { requestAnimationFrame(resolve); });

/** Waits for the GPU: reading a pixel back ends after everything drawn before. */
function finish(canvas: HTMLCanvasElement, probe: OffscreenCanvasRenderingContext2D): void {
  probe.drawImage(canvas, 0, 0, 1, 1);
  probe.getImageData(0, 0, 1, 1);
}

/** When a picture with so many points stands, the GPU waited for. */
async function untilShown(points: number, drawing: Drawing, probe: OffscreenCanvasRenderingContext2D): Promise<number> {
  const started = performance.now();
  for (;;) {
    await nextFrame();
    finish(drawing.canvas, probe);
    const now = performance.now();
    if ((drawing.pointsShown?.() ?? points) >= points) return now;
    if (now - started > COMPLETE_MS) throw new Error(`Expected a picture with ${points} points within ${COMPLETE_MS / 1_000} s.`);
  }
}

/** Milliseconds that each of `times` calls takes. */
function timesOf(times: number, work: (index: number) => void): number[] {
  return Array.from({ length: times }, (_, index) => {
    const started = performance.now();
    work(index);
    return performance.now() - started;
  });
}

/** Draws the same points the same way with any drawing, and measures it. */
export async function measureDrawing(create: CreateDrawing, positions: Float32Array, { frames, updates, hovers }: DrawOptions): Promise<DrawResult> {
  const host = document.createElement('div');
  Object.assign(host.style, { position: 'fixed', inset: '0' });
  document.body.append(host);
  const probe = new OffscreenCanvas(1, 1).getContext('2d')!;
  const made = performance.now();
  const drawing = await create(host);
  const started = performance.now();
  const startMs = started - made;
  await drawing.show(positions);
  const points = positions.length / 2;
  const firstPictureMs = (await untilShown(1, drawing, probe)) - started;
  const fullPictureMs = (await untilShown(points, drawing, probe)) - started;

  const frameMs: number[] = [];
  let before = performance.now();
  for (let step = 0; step < WARM_UP_FRAMES + frames; step++) {
    drawing.move(step);
    await nextFrame();
    finish(drawing.canvas, probe);
    const now = performance.now();
    if (step >= WARM_UP_FRAMES) frameMs.push(now - before);
    before = now;
  }
  const restMs = (await untilShown(points, drawing, probe)) - before;

  const updateMs: number[] = [];
  const updateAllMs: number[] = [];
  const moved = positions.slice();
  for (let update = 0; update < updates; update++) {
    for (let i = 0; i < moved.length; i++) moved[i] = positions[i] * (1 + 0.002 * (1 + (update % 5)));
    await new Promise((resolve) => { setTimeout(resolve, REST_MS); });
    const at = performance.now();
    await drawing.show(moved);
    updateMs.push((await untilShown(1, drawing, probe)) - at);
    updateAllMs.push((await untilShown(points, drawing, probe)) - at);
  }

  const place = (index: number) => [host.clientWidth * (0.2 + 0.6 * ((index * 0.618) % 1)), host.clientHeight * (0.2 + 0.6 * ((index * 0.755) % 1))] as const;
  const { hover, hoverMoving } = drawing;
  const hoverMovingMs = hoverMoving ? timesOf(hovers, (index) => hoverMoving(...place(index))) : [];
  await drawing.settle?.();
  const hoverMs = hover ? timesOf(hovers, (index) => hover(...place(index))) : [];
  drawing.dispose();
  host.remove();
  return { startMs, firstPictureMs, fullPictureMs, frameMs, restMs, updateMs, updateAllMs, hoverMs, hoverMovingMs };
}
