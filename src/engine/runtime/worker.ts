import { Engine } from './engine';
import type { EngineRequest, EngineResponse } from './messages';

/** The part of a worker's global scope that is used here. */
interface WorkerScope {
  postMessage(message: EngineResponse, transfer?: Transferable[]): void;
  onmessage: ((event: MessageEvent<EngineRequest>) => void) | null;
}

const scope = globalThis as unknown as WorkerScope;
const engine = new Engine((response, transfer = []) => scope.postMessage(response, transfer));
scope.onmessage = ({ data }) => engine.handle(data);
scope.postMessage({ type: 'ready' });
