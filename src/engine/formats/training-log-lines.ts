import { readCellNumber } from './cell-number';
import { metricName, type Split } from './training-run';

const STAMP = /^(\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:[.,]\d{1,6})?) +(.*)$/;

/** The time that logging put before a line, and what was logged; null for a line that goes on with what stands above. */
export function stampedLine(text: string): { time: string; message: string } | null {
  const match = STAMP.exec(text);
  return match && { time: match[1], message: match[2] };
}

/** What a line of `training.log` says. */
export type LogEvent =
  | { kind: 'iteration'; epoch: number; iteration: number; iterations: number; loss: number; samplesPerSecond: number | null; learningRates: number[] }
  | { kind: 'epoch'; epoch: number; loss: number | null; learningRates: number[]; badEpochs: number | null }
  | { kind: 'scores'; split: Split; scores: { metric: string; value: number }[] }
  | { kind: 'bad-epochs'; badEpochs: number }
  | { kind: 'parameter'; name: string; value: string }
  | { kind: 'model' }
  | { kind: 'best' };

/** A number may stand in a tensor, `tensor(0.5, device='cuda:0')`: what it is, `readCellNumber` says. */
const ITERATION = /^epoch (\d+) - iter (\d+)\/(\d+) - loss (tensor\([^)]*\)|\S+)(.*)$/i;
const EPOCH = /^EPOCH (\d+)(?: done)?:? *(.*)$/;
const EPOCH_LOSS = /\bloss (tensor\([^)]*\)|\S+)/i;
const RATES = /\blr:? ([\d.e+-]+(?:,[\d.e+-]+)*)/i;
const SAMPLES = /samples\/sec: ([\d.]+)/;
const BAD_EPOCHS = /bad epochs:? (\d+)/i;
const SCORES = /^(TRAIN|TRAIN_SPLIT|TRAIN_PART|TRAIN_SAMPLE|DEV|TEST) *: +(.+)$/;
/** `loss 0.5`, `f-score 0.5`, `score 0.5`, `f1-score (micro avg)  0.5`, `tp 3`. */
const SCORE = /(?:^| - )([a-z][\w-]*?)(?: \(([^)]*)\))? +(tensor\([^)]*\)|\S+)(?= |$)/gi;
const PARAMETER = /^ ?- (\w+): "([^"]*)"(.*)$/;
/** Lines `Device: cpu` of the head. */
const HEAD = /^(Device|Embeddings storage mode|Model training base path|Evaluation method): "?(.*?)"?$/;
const TAIL = /^ ?- (compute on device|embedding storage|metric): "?(.*?)"?$/;

const SPLITS: Record<string, Split> = { TRAIN: 'train', TRAIN_SPLIT: 'train-part', TRAIN_PART: 'train-part', TRAIN_SAMPLE: 'train-sample', DEV: 'dev', TEST: 'test' };

const ratesIn = (text: string) => RATES.exec(text)?.[1].split(',').map(Number) ?? [];

/** Whether a line begins like one that carries numbers: if it cannot be read then, that is worth a report. */
export function looksMeasured(message: string): boolean {
  return /^(?:epoch \d+ - iter|EPOCH \d+ done|(?:DEV|TEST|TRAIN\w*) *: +loss)/.test(message);
}

/** Reads a line of Flair's `training.log`, of any release from 0.3 on; null for everything that is no number or parameter. */
export function readLogEvent(message: string): LogEvent | null {
  const iteration = ITERATION.exec(message);
  if (iteration !== null) {
    const [, epoch, at, iterations, loss, rest] = iteration;
    const samples = SAMPLES.exec(rest);
    const number = readCellNumber(loss);
    return number && { kind: 'iteration', epoch: Number(epoch), iteration: Number(at), iterations: Number(iterations), loss: number.value, samplesPerSecond: samples && Number(samples[1]), learningRates: ratesIn(rest) };
  }
  const epoch = EPOCH.exec(message);
  if (epoch !== null && /\b(?:loss|lr)\b/.test(epoch[2])) {
    const loss = EPOCH_LOSS.exec(epoch[2]);
    const number = loss && readCellNumber(loss[1]);
    if (loss !== null && number === null) return null;
    const bad = BAD_EPOCHS.exec(epoch[2]);
    return { kind: 'epoch', epoch: Number(epoch[1]), loss: number && number.value, learningRates: ratesIn(epoch[2]), badEpochs: bad && Number(bad[1]) };
  }
  return readScores(message) ?? readSetting(message);
}

function readScores(message: string): LogEvent | null {
  const match = SCORES.exec(message);
  if (match === null) return null;
  const scores = Array.from(match[2].matchAll(SCORE), ([, name, average, value]) => ({ metric: scoreName(name, average), value: readCellNumber(value)?.value }))
    .filter((score): score is { metric: string; value: number } => score.value !== undefined);
  return scores.length === 0 ? null : { kind: 'scores', split: SPLITS[match[1]], scores };
}

/** The micro average is what `loss.tsv` calls F1; others keep their average in the name. */
function scoreName(name: string, average: string | undefined): string {
  const metric = metricName(name);
  return average === undefined || average === 'micro avg' ? metric : `${metric} (${average})`;
}

function readSetting(message: string): LogEvent | null {
  const bad = /^BAD EPOCHS \(no improvement\): (\d+)/.exec(message) ?? /^ ?- (\d+) epochs without improvement/.exec(message);
  if (bad !== null) return { kind: 'bad-epochs', badEpochs: Number(bad[1]) };
  if (message === 'saving best model') return { kind: 'best' };
  if (message.startsWith('Model: "')) return { kind: 'model' };
  const parameter = PARAMETER.exec(message) ?? TAIL.exec(message) ?? HEAD.exec(message);
  return parameter && { kind: 'parameter', name: parameter[1], value: parameter[2] + (parameter[3]?.trimEnd() ?? '') };
}
