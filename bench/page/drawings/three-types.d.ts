/** The part of three that is measured; it comes without types. */
declare module 'three' {
  export class BufferAttribute {
    constructor(array: Float32Array, itemSize: number);
    array: Float32Array;
    needsUpdate: boolean;
  }
  export class BufferGeometry {
    setAttribute(name: string, attribute: BufferAttribute): void;
    dispose(): void;
  }
  export class PointsMaterial {
    constructor(options: { size: number; sizeAttenuation: boolean; color: number });
    dispose(): void;
  }
  export class Points {
    constructor(geometry: BufferGeometry, material: PointsMaterial);
    frustumCulled: boolean;
  }
  export class Scene {
    add(object: Points): void;
  }
  export class OrthographicCamera {
    constructor(left: number, right: number, top: number, bottom: number, near: number, far: number);
    position: { x: number; y: number };
    zoom: number;
    updateProjectionMatrix(): void;
  }
  export class WebGLRenderer {
    constructor(options: { antialias: boolean });
    domElement: HTMLCanvasElement;
    setSize(width: number, height: number): void;
    render(scene: Scene, camera: OrthographicCamera): void;
    dispose(): void;
  }
}
