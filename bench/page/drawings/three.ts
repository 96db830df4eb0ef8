import { BufferAttribute, BufferGeometry, OrthographicCamera, Points, PointsMaterial, Scene, WebGLRenderer } from 'three';
import type { CreateDrawing } from './drawing';

export const createThree: CreateDrawing = (host) => {
  const { clientWidth: width, clientHeight: height } = host;
  const renderer = new WebGLRenderer({ antialias: false });
  renderer.setSize(width, height);
  host.append(renderer.domElement);
  const camera = new OrthographicCamera(-width / height, width / height, 1, -1, -1, 1);
  const scene = new Scene();
  const geometry = new BufferGeometry();
  const material = new PointsMaterial({ size: 2, sizeAttenuation: false, color: 0x4269d0 });
  let attribute: BufferAttribute | undefined;
  const render = () => renderer.render(scene, camera);
  return {
    canvas: renderer.domElement,
    show(positions) {
      const points = positions.length / 2;
      if (!attribute) {
        attribute = new BufferAttribute(new Float32Array(3 * points), 3);
        geometry.setAttribute('position', attribute);
        const cloud = new Points(geometry, material);
        cloud.frustumCulled = false;
        scene.add(cloud);
      }
      const { array } = attribute;
      for (let i = 0; i < points; i++) {
        array[3 * i] = positions[2 * i];
        array[3 * i + 1] = positions[2 * i + 1];
      }
      attribute.needsUpdate = true;
      render();
    },
    move(step) {
      camera.position.x = 0.01 * (step % 20);
      camera.zoom = step % 20 < 10 ? 1 : 1.05;
      camera.updateProjectionMatrix();
      render();
    },
    dispose() {
      geometry.dispose();
      material.dispose();
      renderer.dispose();
    },
  };
};
