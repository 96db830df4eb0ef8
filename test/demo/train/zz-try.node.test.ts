import { readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { it } from 'vitest';
import { CharacterTask } from '../../../demo/train/character-task';
import { TaggerTask } from '../../../demo/train/tagger-task';
import { train } from '../../../demo/train/trainer';
it('try', async () => {
  setWasmPaths(process.cwd() + '/node_modules/@tensorflow/tfjs-backend-wasm/dist/');
  await tf.setBackend('wasm'); await tf.ready();
  const data = JSON.parse(readFileSync('.cache/demo/data/tagged-text/text.json', 'utf8'));
  for (const [make, most, rate] of [[() => new CharacterTask(data, { seed: 0 }), 600, 0.004], [() => new TaggerTask(data, { seed: 0 }), 600, 0.004]] as const) {
    let t = performance.now();
    const task = make(); console.log('made', performance.now() - t, task.stepsPerEpoch, task.tokens.labels.length, task.parameters.size, [...task.parameters].map(([n, v]) => n + v.shape).join(' '));
    for await (const r of train(task, { learningRate: rate, seed: 0, reportEvery: 50, checkpointEvery: 100 }, async () => {})) {
      if (r.type === 'checkpoint') console.log(r.at.step, Math.round(r.at.timeMs), r.dev, tf.memory().numTensors, '\n', r.view.sample, r.at.step === 0 ? r.view.activations.text : ''); else console.log(r.at.step, r.loss);
      if (r.type === 'checkpoint') { t = performance.now(); task.view(); const v = performance.now(); task.evaluate(); console.log('view', v - t, 'eval', performance.now() - v); }
      if (r.at.step >= most) break;
    }
    task.dispose(); console.log(tf.memory().numTensors);
  }
}, 600000);
