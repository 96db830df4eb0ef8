import type { RunOptions } from './loss-tsv';
import { formatError, type Parsed } from './parsed';
import { quote, RepairLog } from './repair-log';
import { RunBuilder } from './run-builder';
import { textFileLines } from './text-lines';
import { metricName, splitMetric, type TrainingRun } from './training-run';

const WHAT = 'a trainer_state.json of Hugging Face';

/** Entries of the state that say something about the run as a whole. */
const PARAMETERS = ['best_metric', 'best_model_checkpoint', 'max_steps', 'num_train_epochs', 'train_batch_size', 'total_flos', 'trial_name'];

/** Python writes NaN and infinities bare, which JSON does not know. */
const TOKENS = /"(?:[^"\\]|\\.)*"|-?Infinity\b|\bNaN\b/g;
const BARE = 'bare number: ';

/**
 * Hugging Face's `trainer_state.json`, or its `log_history` alone. Entries logged at the same step are one row; `loss`,
 * `learning_rate` and `grad_norm` are training, `eval_…` development, `test_…` and `predict_…` test; what the trainer
 * sums up at the end (`train_runtime` …) goes to `parameters`. The file knows no times.
 *
 * Repairs: entries that are none, steps that go back.
 * @throws FvError `format` where the file is empty, binary, a web page, cut off, other JSON, or nothing was logged yet.
 */
export function parseTrainerState(text: string | Uint8Array, { name = 'run' }: RunOptions = {}): Parsed<TrainingRun[]> {
  const state = parseJson(textFileLines(text, WHAT).join('\n'));
  const history = Array.isArray(state) ? state : isRecord(state) ? state.log_history : undefined;
  if (!Array.isArray(history)) throw formatError(WHAT, isRecord(state) ? `JSON with ${quote(Object.keys(state).slice(0, 6).join(', '))}` : 'other JSON', 'pass the file that stands beside the checkpoint: it has an entry "log_history"');
  if (history.length === 0) throw formatError(WHAT, 'an empty log_history', 'nothing was logged yet: load the file again later');
  const repairs = new RepairLog();
  const builder = new RunBuilder();
  history.forEach((entry: unknown, i) => {
    if (isRecord(entry)) takeEntry(builder, entry, i + 1, repairs);
    else repairs.add(i + 1, 'unreadable', `entry ${i + 1} of log_history is ${quote(JSON.stringify(entry))}: left out`);
  });
  if (isRecord(state)) {
    for (const key of PARAMETERS) if (state[key] != null) builder.parameters[key] = String(numberOf(state[key]) ?? state[key] as string);
  }
  return { value: [builder.build(name)], repairs: repairs.list() };
}

function takeEntry(builder: RunBuilder, entry: Record<string, unknown>, number: number, repairs: RepairLog): void {
  const step = numberOf(entry.step);
  const measured = Object.entries(entry).flatMap(([key, value]) => {
    if (key === 'step' || key === 'epoch' || key === 'learning_rate') return [];
    const read = numberOf(value);
    if (read === null) {
      if (value !== null) repairs.add(number, 'unreadable', `${key} of entry ${number} is ${quote(JSON.stringify(value))}, which is no number: left out`);
      return [];
    }
    // The trainer's last words: means over the whole training, not values of this step.
    if (key.startsWith('train_') || key === 'total_flos') {
      builder.parameters[key] = String(read);
      return [];
    }
    return [{ ...(splitMetric(key) ?? { split: 'train' as const, metric: metricName(key) }), value: read }];
  });
  const rate = numberOf(entry.learning_rate);
  if (measured.length === 0 && rate === null) return;
  const { last } = builder;
  const same = last !== undefined && step !== null && last.step === step && (rate === null || last.learningRates === undefined) && measured.every(({ split, metric }) => !builder.hasValue(split, metric));
  if (!same) {
    if (step !== null && last?.step != null && step < last.step) repairs.add(number, 'resumed', `step ${step} after step ${last.step} in entry ${number}: kept in its place`);
    builder.addRow({ epoch: numberOf(entry.epoch) ?? NaN, step });
  }
  if (rate !== null && builder.last !== undefined) builder.last.learningRates = [rate];
  for (const { split, metric, value } of measured) builder.setValue(split, metric, value);
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.startsWith(BARE) ? Number(value.slice(BARE.length)) : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replaceAll(TOKENS, (token) => (token.startsWith('"') ? token : `"${BARE}${token}"`)));
  } catch (error) {
    const end = text.trimEnd();
    const whole = end.endsWith('}') || end.endsWith(']');
    throw formatError(WHAT, whole || !/^[[{]/.test(end) ? `no JSON: ${quote(end)}` : 'JSON that ends too early', whole ? 'check that this is the file that the trainer wrote' : 'the file is cut off or still written: load it again', error);
  }
}
