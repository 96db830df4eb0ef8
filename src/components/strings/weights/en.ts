import type { TensorGrouping, TensorOrder, WeightRule } from '../../../engine';

/** The words of the weight traces in English; the shape every other language has to fill. */
export const en = {
  label: (tensors: string) => `Weights of ${tensors} tensors over time`,
  emptyTitle: 'No weights yet',
  emptyText: 'Drop weights.txt here, or set src or data. Flair writes it with write_weights=True.',
  none: 'No tensor has this name and these findings.',
  search: 'Find tensors by name',
  only: 'Findings',
  onlys: { '': (n: string) => `All tensors (${n})`, found: (n: string) => `With findings (${n})`, frozen: (n: string) => `Frozen (${n})`, exploding: (n: string) => `Exploding (${n})`, 'not-finite': (n: string) => `Not finite (${n})` },
  show: 'Draw',
  shows: { values: 'Weights', updates: 'Updates' },
  order: 'Order',
  orders: { file: 'As in the file', name: 'By name', update: 'Largest updates first', spread: 'Widest spread first' } satisfies Record<TensorOrder, string>,
  grouping: 'Groups',
  groupings: { none: 'None', module: 'By module', layer: 'By layer' } satisfies Record<TensorGrouping, string>,
  ungrouped: 'Top level',
  tensors: (n: string) => (n === '1' ? '1 tensor' : `${n} tensors`),
  inShort: 'lines are weights at random places: compare how they move, not what they are',
  shown: (shown: string, all: string) => `${shown} of ${all} tensors`,
  about: 'Lines are up to ten weights of a tensor, at places that Flair draws at random and does not record: compare how they move, not what they are, from tensor to tensor. The dark line is their mean, the band one standard deviation to both sides.',
  aboutUpdates: 'Mean |Δw| since the row before over the watched weights, as a share of their mean |w|.',
  magnitudes: 'A logarithmic axis shows magnitudes |w|.',
  restarted: (n: string) => `${n} restarts: lines begin anew there, for the slots are other weights; iterations are counted on.`,
  plot: (tensor: string) => `${tensor}, weights over time`,
  iteration: 'Iteration',
  mean: 'mean',
  slot: (slot: string) => `slot ${slot}`,
  update: 'update',
  figures: (mean: string, spread: string) => `${mean} ± ${spread}`,
  figuresTitle: 'Mean and standard deviation in the last row; median update from row to row',
  updateOf: (share: string) => `${share} a row`,
  spoken: (tensor: string, line: string, x: string, value: string) => `${tensor}, ${line}, iteration ${x}: ${value}`,
  rules: { frozen: 'Frozen', exploding: 'Exploding', 'not-finite': 'Not finite' } satisfies Record<WeightRule, string>,
  told: {
    frozen: (n) => `${n('steps')} of ${n('of')} steps moved no weight by more than ${n('update')} of the mean |w|, from iteration ${n('from')} to ${n('to')}${n('still') === '1' ? ', the last' : ''}. Rule: ≥ ${n('limit.frozenRows')} steps, ≤ ${n('limit.frozenShare')}.`,
    exploding: (n) => `Mean |w| ${n('scale')} at iteration ${n('from')} is ${n('factor')} times its median in the first half, ${n('before')}. Rule: ≥ ${n('limit.explodingFactor')} times.`,
    'not-finite': (n) => `NaN or infinite from iteration ${n('from')} on. Rule: any.`,
  } satisfies Record<WeightRule, (number: (name: string) => string) => string> as Record<WeightRule, (number: (name: string) => string) => string>,
};

export type WeightStrings = typeof en;
