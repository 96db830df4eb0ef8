import { createTaskHandlers } from './handlers';
import { serveTasks } from './serve-tasks';

serveTasks(createTaskHandlers());
