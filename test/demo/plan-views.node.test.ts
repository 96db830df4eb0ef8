import { describe, expect, it } from 'vitest';
import { planViews, type OpenFile } from '../../demo/open/plan-views';

const file = (name: string, format: OpenFile['format'], shape: readonly number[] | null = null): OpenFile => ({ name, format, shape });

describe('the views that files open', () => {
  it('put all logs of runs into one, and every other file of a training folder into its own', () => {
    expect(planViews([file('a/loss.tsv', 'loss-tsv'), file('a/weights.txt', 'weights'), file('b/training.log', 'training-log'), file('a/learning_rate.tsv', 'learning-rate'), file('a/test.tsv', 'predictions')])).toEqual([
      { kind: 'curves', files: [0, 2] }, { kind: 'weights', files: [1] }, { kind: 'learning-rate', files: [3] }, { kind: 'entities', files: [4] },
    ]);
  });

  it('pair a matrix with the text of its name, or the only text there is', () => {
    expect(planViews([file('x.txt', 'unknown'), file('states.npy', 'npy', [5, 3]), file('states.txt', 'unknown')])).toEqual([
      { kind: 'activations', files: [1], beside: 2 }, { kind: 'unknown', files: [0] },
    ]);
    expect(planViews([file('text.txt', 'unknown'), file('states.safetensors', 'safetensors')])).toEqual([{ kind: 'activations', files: [1], beside: 0 }]);
  });

  it('take a matrix alone, or one with a table, for vectors', () => {
    expect(planViews([file('vectors.npy', 'npy', [100, 50])])).toEqual([{ kind: 'map', files: [0], beside: undefined }]);
    expect(planViews([file('vectors.npy', 'npy', [100, 50]), file('labels.tsv', 'table')])).toEqual([{ kind: 'map', files: [0], beside: 1 }]);
    expect(planViews([file('metadata.tsv', 'projector-tsv'), file('tensors.tsv', 'projector-tsv')])).toEqual([{ kind: 'map', files: [1], beside: 0 }]);
  });

  it('know attention by its axes', () => {
    expect(planViews([file('attention.npy', 'npy', [12, 12, 9, 9]), file('tokens.json', 'unknown')])).toEqual([{ kind: 'attention', files: [0], beside: 1 }]);
  });

  it('leave nothing out: what nobody reads is told', () => {
    expect(planViews([file('photo.jpg', 'unknown'), file('states.npz', 'npz')]).map(({ kind }) => kind)).toEqual(['unknown', 'unknown']);
    expect(planViews([])).toEqual([]);
  });
});
