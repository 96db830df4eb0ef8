import createScatterplot from 'regl-scatterplot';
import type { CreateDrawing } from './drawing';

export const createReglScatterplot: CreateDrawing = (host) => {
  const canvas = document.createElement('canvas');
  host.append(canvas);
  const { clientWidth: width, clientHeight: height } = host;
  const plot = createScatterplot({ canvas, width, height, pointSize: 2 });
  return {
    canvas,
    async show(positions) {
      const points = positions.length / 2;
      const x = Float32Array.from({ length: points }, (_, i) => positions[2 * i]);
      const y = Float32Array.from({ length: points }, (_, i) => positions[2 * i + 1]);
      await plot.draw({ x, y });
    },
    move(step) {
      const shift = 0.01 * (step % 20);
      const scale = step % 20 < 10 ? 1 : 1.05;
      // Column-major, as gl-matrix.
      plot.view([scale, 0, 0, 0, 0, scale, 0, 0, 0, 0, 1, 0, shift, shift, 0, 1]);
    },
    hover(xPx, yPx) {
      canvas.dispatchEvent(new MouseEvent('mousemove', { clientX: xPx, clientY: yPx, bubbles: true }));
    },
    async settle() {
      canvas.dispatchEvent(new MouseEvent('mouseenter'));
      await Promise.resolve();
    },
    dispose: () => plot.destroy(),
  };
};
