export { Camera, FLIGHT_MS } from './camera';
export { categoryScale, continuousScale, isContinuous, resolveColorScale, type CategoryScale, type CategoryEntry, type ColorScale, type ContinuousScale } from './color-scale';
export { graphicsReady } from './graphics-ready';
export { buildPalette, FIRST_INDEX, MISSING_INDEX, paletteCss, type PaletteColors } from './palette';
export { PointScene, type PointSceneOwner } from './point-scene';
export { pointStyle, type PointStyle } from './point-style';
export type { Palette } from './point-layer';
export { createCanvas, surfaceResources, type SurfaceResources } from './surface';
export { boundsOf, NO_INSETS, type Bounds, type Insets, type View, type Viewport } from './view';
