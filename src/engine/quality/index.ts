export { layoutQuality, sampleSize, type LayoutQuality, type LayoutQualityOptions } from './layout-quality';
export { mapNeighbors, type MapNeighbors } from './map-neighbors';
export { neighborhoodPreservation, type NeighborhoodPreservation } from './neighborhood-preservation';
export { randomTripletAccuracy, type TripletOptions } from './random-triplets';
export { trustworthiness } from './trustworthiness';
