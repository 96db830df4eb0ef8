import { serveTasks } from '../../src/engine/tasks/serve-tasks';
import { createTestHandlers } from './task-handlers';

serveTasks(createTestHandlers());
