import { serveTasks } from '../../src/engine/tasks/serve-tasks';
import { createSentenceHandlers } from './sentence-handlers';

serveTasks(createSentenceHandlers());
