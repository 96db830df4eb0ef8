import { buildPalette, FIRST_INDEX, parseColor, PointIndex, PointScene } from '../../../src/engine';
import type { CreateDrawing } from './drawing';

/** How near a point has to be to be meant, CSS pixels. */
const REACH_PX = 10;

const CATEGORIES = ['#4269d0', '#efb118', '#ff725c', '#6cc5b0', '#3ca951', '#ff8ab7', '#a463f2', '#97bbf5', '#9c6b4e', '#9498a0'].map(parseColor);

export const createOurs: CreateDrawing = (host) => {
  const scene = new PointScene(host);
  scene.resize(host.clientWidth, host.clientHeight, 1);
  scene.setTheme(parseColor('#fbfbfa'), parseColor('#1b1c1e'));
  const palette = buildPalette({ categories: CATEGORIES, repeatTowards: [0, 0, 0], other: [0.7, 0.7, 0.7], missing: [0.8, 0.8, 0.8], ground: [1, 1, 1], ink: [0, 0, 0] });
  const settled = new PointIndex();
  const moving = new PointIndex();
  let count = 0;
  const nearest = (index: PointIndex, xPx: number, yPx: number) => {
    const { x, y } = scene.camera.toLayout(xPx, yPx);
    return index.nearest(x, y, REACH_PX / scene.camera.view.scale);
  };
  return {
    canvas: scene.surface.canvas,
    show(positions) {
      if (count === 0) scene.setColors(Uint8Array.from({ length: positions.length / 2 }, (_, i) => FIRST_INDEX + (i % CATEGORIES.length)), palette);
      count = positions.length / 2;
      scene.setPositions(positions);
      settled.setPositions(positions);
      moving.setPositions(positions);
    },
    move(step) {
      if (step % 20 < 10) scene.camera.panBy(6, 3);
      else scene.camera.zoomAt(host.clientWidth / 2, host.clientHeight / 2, step % 40 < 20 ? 1.05 : 1 / 1.05);
      scene.redraw();
    },
    pointsShown: () => scene.pointsDrawn,
    hover: (xPx, yPx) => void nearest(settled, xPx, yPx),
    hoverMoving: (xPx, yPx) => void nearest(moving, xPx, yPx),
    settle: () => settled.settle(),
    dispose: () => scene.dispose(),
  };
};
