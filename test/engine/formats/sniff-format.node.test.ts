import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { type FileFormat, sniffFormat } from '../../../src/engine/formats';
import { tabbed } from './training-runs';

const numbers = (n: number) => Array.from({ length: n }, (_, i) => (i / 7).toFixed(4)).join(' ');
const safetensors = (() => {
  const header = strToU8('{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}');
  return Uint8Array.of(header.length, 0, 0, 0, 0, 0, 0, 0, ...header, 0, 0, 0, 0);
})();

const files: [what: string, format: FileFormat, content: string | Uint8Array][] = [
  ['loss.tsv of 0.2', 'loss-tsv', tabbed('EPOCH ITERATION DEV_LOSS TRAIN_LOSS', '0 0 1 1')],
  ['loss.tsv of 0.12', 'loss-tsv', tabbed('EPOCH TIMESTAMP BAD_EPOCHS LEARNING_RATE TRAIN_LOSS', '1 08:00:00 0 0.1000 1')],
  ['loss.tsv with a byte-order mark and CR LF', 'loss-tsv', `\uFEFF${tabbed('EPOCH TIMESTAMP TRAIN_LOSS', '1 08:00:00 1').replace('\n', '\r\n')}`],
  ['the first sequence tagger\'s loss.txt', 'loss-tsv', '0\t(12:11:32)\t3.25\t0\t0.1\tDEV   12\t0.5\tTEST   34\t0.5\n'],
  ['the language model\'s loss.txt', 'lm-loss', '| end of split   1 / 10 | epoch   1 | time: 12.34s | valid loss 1.2345 | valid ppl 3.4367 | learning rate 20.0000\n'],
  ['weights.txt', 'weights', '0\tlinear.weight\t0\t0.5\n0\tlinear.weight\t1\t-1.5e-05\n1\tlinear.wei'],
  ['learning_rate.tsv', 'learning-rate', tabbed('ITERATION TIMESTAMP LEARNING_RATE TRAIN_LOSS', '0 08:00:00 1e-07 2.5')],
  ['training.log', 'training-log', `2022-12-13 02:37:05,548 ${'-'.repeat(100)}\n2022-12-13 02:37:05,548 Model: "TARSTagger(\n  (embeddings)\n`],
  ['a tagger\'s predictions', 'predictions', 'George B-PER B-PER\nWashington I-PER I-PER\nwent O O\n\nhome O B-LOC\n'],
  ['a tagger\'s predictions with confidences', 'predictions', 'George B-PER B-PER 0.99\nwent O O 1.0\n'],
  ['a classifier\'s predictions', 'predictions', 'Good film.\n - Gold: POSITIVE\n - Pred: NEGATIVE\n -> MISMATCH!\n\n'],
  ['CoNLL-2003', 'conll', '-DOCSTART- -X- O O\n\nEU NNP B-NP B-ORG\nrejects VBZ B-VP O\n'],
  ['two columns', 'conll', 'EU\tB-ORG\nrejects\tO\n\nGerman\tB-MISC\n'],
  ['CoNLL-U', 'conllu', `# text = Go\n${tabbed('1 Go go VERB _ _ 0 root _ _')}\n\n`],
  ['trainer_state.json', 'trainer-state', '{\n  "best_metric": null,\n  "best_model_checkpoint": null,\n  "log_history": ['],
  ['activations', 'activations-json', '{"text": "abc", "activations": [[0, 1]], "shape": [3, 1]}'],
  ['Keras\' CSV', 'table', 'epoch,accuracy,loss,val_loss\n0,0.5,1.5,1.25\n1,0.75,1,1\n'],
  ['a table with quotes', 'table', 'name;note;score\n"a;b";"x\ny";1,5\nb;c;2\n'],
  ['.npy', 'npy', Uint8Array.of(0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0)],
  ['.npz', 'npz', zipSync({ 'vectors.npy': Uint8Array.of(0x93, 0x4e) })],
  ['safetensors', 'safetensors', safetensors],
  ['GloVe', 'word-vectors', `the ${numbers(50)}\n, ${numbers(50)}\nof ${numbers(50)}\n`.replace('\n, ', '\nand ')],
  ['word2vec text', 'word-vectors', `2 5\nthe ${numbers(5)}\nof ${numbers(5)}\n`],
  ['word2vec binary', 'word-vectors', Uint8Array.from([...strToU8('1 2\nthe '), 0, 0, 0x80, 0x3f, 0, 0, 0, 0])],
  ['the Embedding Projector\'s tensors', 'projector-tsv', '0.1\t0.2\t0.3\n0.4\t0.5\t0.6\n'],
  ['entities', 'entities-json', '{"text": "Ada left.", "ents": [{"start": 0, "end": 3, "label": "PER"}]}'],
  ['entities as lines', 'entities-json', '{"spans": [], "text": "Ada left."}\n{"text": "", "spans": []}\n'],
  ['tokens and tags', 'entities-json', '[{"tokens": ["Ada"], "ner_tags": ["B-PER"]}]'],
  ['prose', 'unknown', 'Fish, ranked 98th in the world, fired 22 aces.\nWhy, does it, matter?\n'],
  ['a web page', 'unknown', '<!DOCTYPE html><html><table>'],
  ['other JSON', 'unknown', '{"a": 1}'],
  ['a saved model', 'unknown', zipSync({ 'archive/data.pkl': Uint8Array.of(1) })],
  ['a picture', 'unknown', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0)],
];

test.each(files)('%s is told by its content: %s', (_what, format, content) => {
  expect(sniffFormat('folder/file', typeof content === 'string' ? strToU8(content) : content)).toBe(format);
});

test.each<[string, FileFormat]>([
  ['run/loss.tsv', 'loss-tsv'], ['C:\\run\\weights.txt', 'weights'], ['loss.txt', 'lm-loss'], ['learning_rate.tsv', 'learning-rate'], ['training.log', 'training-log'], ['dev.tsv', 'predictions'],
  ['en_ewt-ud-dev.conllu', 'conllu'], ['eng.testb.conll', 'conll'], ['checkpoint/trainer_state.json', 'trainer-state'], ['a.csv', 'table'], ['a.npz', 'npz'], ['cc.de.vec', 'word-vectors'], ['readme.md', 'unknown'],
])('an empty %s is taken by its name for %s', (name, format) => {
  expect(sniffFormat(name, new Uint8Array(0))).toBe(format);
});

test('where the content leaves a doubt the name settles it', () => {
  expect(sniffFormat('test.tsv', strToU8('the DT DT\ndog NN NN\nbarks VBZ NNS\n'))).toBe('predictions');
  expect(sniffFormat('metadata.tsv', strToU8('word\tcount\nthe\t5\n'))).toBe('projector-tsv');
  expect(sniffFormat('test.tsv', strToU8('Sentence: "Good" - 1 Tokens\t[POSITIVE (1.0)]\t[NEGATIVE (0.9)]\n'))).toBe('predictions');
});
