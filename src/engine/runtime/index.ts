export { LayoutSession, type LayoutListener, type LayoutResult, type LayoutState, type SessionProgress } from './layout-session';
export { neighborTable } from './neighbor-table';
export { nearestNeighbors, type NearestNeighborsOptions } from './nearest-neighbors';
export { selectBackend } from './select-backend';
export { Tsne } from './tsne';
