import { serveTasks } from '../tasks/serve-tasks';
import { createSourceHandlers } from './source-handlers';

serveTasks(createSourceHandlers());
