import * as tf from '@tensorflow/tfjs';
import { nextTask } from '../../src/engine/next-task';
import type { TaskScope } from '../../src/engine/tasks/messages';
import { request } from '../data/download';
import { startTfjs, type ModelBackend } from '../shared/start-tfjs';
import { SentenceEncoder, type SentenceInside } from './sentence-encoder';
import { DIMENSIONS } from './sentence-size';

/** Texts encoded together: more take more memory, and progress is told less often. */
const AT_ONCE = 16;

/** Share of the opening that is the download; then the weights are unpacked. */
const DOWNLOADED = 0.95;

export interface ModelPlace {
  /** Address of the directory with `model.json`, its shards and `vocab.json`. */
  model: string;
}

/** What the worker of the page does. The model is loaded by the first task and kept. */
export function createSentenceHandlers() {
  let opened: Promise<SentenceEncoder> | null = null;

  async function load(model: string, scope: TaskScope): Promise<SentenceEncoder> {
    const [vocabulary] = await Promise.all([request(`${model}/vocab.json`).then((response) => response.json() as Promise<[string, number][]>), startTfjs('wasm')]);
    return new SentenceEncoder(await tf.loadGraphModel(`${model}/model.json`, { onProgress: (share) => scope.progress(DOWNLOADED * share) }), vocabulary);
  }

  async function encoder({ model }: ModelPlace, scope: TaskScope): Promise<SentenceEncoder> {
    opened ??= load(model, scope);
    try {
      return await opened;
    } catch (error) {
      // The next task tries again.
      opened = null;
      throw error;
    }
  }

  return {
    /** Loads the model; what it runs on. */
    async open(place: ModelPlace, scope: TaskScope): Promise<ModelBackend> {
      await encoder(place, scope);
      return tf.getBackend() as ModelBackend;
    },

    /** Vectors of texts, row-major [texts, 512]. */
    async encode({ texts, ...place }: ModelPlace & { texts: readonly string[] }, scope: TaskScope): Promise<Float32Array> {
      const model = await encoder(place, scope);
      const vectors = new Float32Array(texts.length * DIMENSIONS);
      for (let at = 0; at < texts.length; at += AT_ONCE) {
        vectors.set(await model.encode(texts.slice(at, at + AT_ONCE)), at * DIMENSIONS);
        scope.progress(Math.min(1, (at + AT_ONCE) / texts.length));
        await nextTask();
      }
      scope.transfer(vectors.buffer);
      return vectors;
    },

    async look({ text, ...place }: ModelPlace & { text: string }, scope: TaskScope): Promise<SentenceInside> {
      return (await encoder(place, scope)).lookInside(text);
    },
  };
}

export type SentenceHandlers = ReturnType<typeof createSentenceHandlers>;
