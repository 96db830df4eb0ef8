export { contourLines, type ContourLine } from './contour-lines';
export { densityGrid, type DensityGrid, type DensityOptions, type GridFrame } from './density-grid';
export { LabelPyramid, type PyramidOptions } from './label-pyramid';
export { mapRegions, regionPoints, type MapRegion, type RegionLevel } from './map-regions';
export { placeLabels, type Box, type LabelRoom, type LabelSide, type LabelWish, type PlacedLabel } from './place-labels';
export { tokens } from './tokens';
export { nameRegions, type NamedRegion, type NameSource } from './region-names';
