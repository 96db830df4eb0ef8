export { MapSearch, type MapMarks, type MapQuery, type SearchSource } from './map-search';
export { TaskWorker, type TaskCallOptions, type TaskWorkerOptions } from './task-worker';
