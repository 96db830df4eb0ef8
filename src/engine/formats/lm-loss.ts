import { metricName } from './training-run';

/** A line of the language model trainer's `loss.txt`: the end of one split of the training set. */
export interface LmSummary {
  split: number;
  splits: number;
  epoch: number;
  seconds: number;
  loss: number;
  perplexity: number;
  learningRate: string;
}

const SUMMARY = /^\|\s*end of split\s+(\d+)\s*\/\s*(\d+)\s*\|\s*epoch\s+(\d+)\s*\|\s*time:\s*(\S+?)s\s*\|\s*valid loss\s+(\S+?)\s*\|\s*valid ppl\s+(\S+?)\s*\|\s*learning rate\s+(\S+?)\s*$/;
const TEST = /^TEST:\s*valid loss\s+(\S+?)\s*\|\s*valid ppl\s+(\S+?)\s*$/;

const numberOf = (text: string) => (/^[+-]?inf/i.test(text) ? (text.startsWith('-') ? -Infinity : Infinity) : Number(text));

/** `| end of split  1 / 10 | epoch   1 | time: 12.34s | valid loss 1.2345 | valid ppl 3.4367 | learning rate 20.0000`, or null. */
export function readLmSummary(line: string): LmSummary | null {
  const match = SUMMARY.exec(line.trim());
  if (match === null) return null;
  const [split, splits, epoch, seconds, loss, perplexity] = match.slice(1, 7).map(numberOf);
  return { split, splits, epoch, seconds, loss, perplexity, learningRate: match[7] };
}

/** `TEST: valid loss 1.2345 | valid ppl   3.4367`, or null. */
export function readLmTest(line: string): { loss: number; perplexity: number } | null {
  const match = TEST.exec(line.trim());
  return match && { loss: numberOf(match[1]), perplexity: numberOf(match[2]) };
}

/** A line that the sequence tagger of Flair 0.2 wrote: no header, no fixed columns. */
export interface TaggerSummary {
  epoch: number;
  time: string;
  loss: number;
  badEpochs: number;
  learningRate: string;
  scores: { split: 'dev' | 'test'; metric: string; value: number }[];
}

const TAGGER = /^(\d+)\t(\(\d\d:\d\d:\d\d\))\t(\S+)\t(\d+)\t(\S+)\tDEV +(\d+)\t(.*?)\tTEST +(\d+)\t(.*)$/;
const SCORE = /(tp|fp|fn|tn|acc|p|r|FB1|precision|recall|accuracy|f1-score)\s*:\s*(\d+(?:\.\d+)?)(%?)/g;

/** `0⇥(12:11:32)⇥0.123⇥0⇥0.1⇥DEV   12⇥acc:  98.01%  p:  91.34%  r:  92.01%  FB1:  91.67⇥TEST   …`, or null. */
export function readTaggerSummary(line: string): TaggerSummary | null {
  const match = TAGGER.exec(line);
  if (match === null) return null;
  const [, epoch, time, loss, badEpochs, learningRate, devFalse, dev, testFalse, test] = match;
  const scores = (['dev', 'test'] as const).flatMap((split) => {
    const [falsePositives, result] = split === 'dev' ? [devFalse, dev] : [testFalse, test];
    // Trained with the development set: nothing was measured on it.
    if (result.trim() === '_') return [];
    return [{ split, metric: 'FP', value: Number(falsePositives) }, ...scoresIn(result).map((score) => ({ split, ...score }))];
  });
  return { epoch: Number(epoch), time, loss: numberOf(loss), badEpochs: Number(badEpochs), learningRate, scores };
}

/** The scores that a text of the CoNLL script, of Flair's metric or of a bare accuracy holds, as shares of 1. */
function scoresIn(result: string): { metric: string; value: number }[] {
  if (/^\d*\.?\d+$/.test(result.trim())) return [{ metric: 'ACCURACY', value: Number(result) }];
  return Array.from(result.matchAll(SCORE), ([, name, value, percent]) =>
    ({ metric: metricName(name), value: Number(value) / (percent === '%' || name === 'FB1' ? 100 : 1) })).filter(({ metric }) => metric !== 'FP');
}
