import type { ReportFile } from '../../src';
import { learningRateSweep } from './sweep';
import { weightTrace } from './weights';

const tsv = (rows: readonly (readonly unknown[])[]) => rows.map((row) => `${row.join('\t')}\n`).join('');

/** What Flair leaves behind: a run that overfits, a sweep of 40 rows, two tensors, and the predictions. */
export function trainingFolder(): ReportFile[] {
  const epochs = Array.from({ length: 30 }, (_, i) => i + 1);
  const loss = [['EPOCH', 'TIMESTAMP', 'LEARNING_RATE', 'TRAIN_LOSS', 'DEV_LOSS', 'DEV_F1'], ...epochs.map((epoch) => [epoch, `10:${String(epoch).padStart(2, '0')}:00`, 0.1, 2 / epoch, 1 / epoch + 0.05 * Math.max(0, epoch - 8), epoch / 40])];
  const { iteration, learningRate, loss: swept } = learningRateSweep(40);
  const sweep = [['ITERATION', 'TIMESTAMP', 'LEARNING_RATE', 'TRAIN_LOSS'], ...Array.from(swept, (value, row) => [iteration[row], '10:00:00', learningRate[row], value])];
  const weights = ['rnn.weight_hh_l0', 'linear.bias'].flatMap((name) => weightTrace(name).slots.flatMap(({ slot, iteration: at, value }) => Array.from(value, (each, row) => [at[row], name, slot, each] as const)));
  return [
    { name: 'out/ner/loss.tsv', content: tsv(loss) }, { name: 'out/ner/learning_rate.tsv', content: tsv(sweep) }, { name: 'out/ner/weights.txt', content: tsv(weights.sort((a, b) => a[0] - b[0])) },
    { name: 'out/ner/best-model.pt', content: Uint8Array.of(0, 1, 2, 0, 0) },
  ];
}
