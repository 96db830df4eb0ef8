import { compareNames, tensorGroup, type TensorGrouping } from './tensor-groups';
import type { WeightRule } from './watch-weights';
import type { WeightFigures } from './weight-figures';

export type TensorOrder = 'file' | 'name' | 'update' | 'spread';

/** Which tensors to show, and in what order. */
export interface TensorChoice {
  /** Words that a name must hold, in any order and case; empty: all. */
  query: string;
  /** Only tensors with such a finding, or with any. */
  only: WeightRule | 'found' | null;
  /** `update` and `spread`: the greatest first, those without one last. */
  order: TensorOrder;
  grouping: TensorGrouping;
}

/** Tensors of one module or layer. */
export interface TensorGroup {
  /** Empty for those without one. */
  name: string;
  tensors: WeightFigures[];
}

/** The chosen tensors in groups: those by their first tensors, tensors by the order asked for. */
export function pickTensors(all: readonly WeightFigures[], { query, only, order, grouping }: TensorChoice): TensorGroup[] {
  const words = query.toLowerCase().split(/\s+/).filter((word) => word !== '');
  const chosen = all.filter(({ trace, findings }) => {
    if (only !== null && !findings.some(({ rule }) => only === 'found' || rule === only)) return false;
    const name = trace.name.toLowerCase();
    return words.every((word) => name.includes(word));
  });
  if (order === 'name') chosen.sort((a, b) => compareNames(a.trace.name, b.trace.name));
  else if (order !== 'file') chosen.sort((a, b) => rank(b[order]) - rank(a[order]));
  const groups = new Map<string, WeightFigures[]>();
  for (const tensor of chosen) {
    const name = tensorGroup(tensor.trace.name, grouping);
    const group = groups.get(name);
    if (group) group.push(tensor);
    else groups.set(name, [tensor]);
  }
  return Array.from(groups, ([name, tensors]) => ({ name, tensors }));
}

/** Differences of infinities would be no numbers. */
const rank = (value: number) => (Number.isNaN(value) ? -1 : Math.min(value, Number.MAX_VALUE));
