export { TaskWorker, type TaskCallOptions, type TaskWorkerOptions } from './task-worker';
