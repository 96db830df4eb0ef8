export type TensorGrouping = 'none' | 'module' | 'layer';

/**
 * The group of a tensor by its name. `layer`: up to the first number (`bert.encoder.layer.3`), or, where there is none,
 * up to the last dot, with the layer that PyTorch's recurrent networks write at the end (`rnn.weight_hh_l0` → `rnn.l0`).
 * `module`: what stands before that number (`bert.encoder.layer`), or the first part. Empty where a name has one part.
 */
export function tensorGroup(name: string, grouping: TensorGrouping): string {
  if (grouping === 'none') return '';
  const parts = name.split('.');
  const number = parts.findIndex((part) => /^\d+$/.test(part));
  if (number > 0) return parts.slice(0, grouping === 'layer' ? number + 1 : number).join('.');
  if (parts.length === 1) return '';
  if (grouping === 'module') return parts[0];
  const recurrent = /_l(\d+)(?:_reverse)?$/.exec(name);
  return [...parts.slice(0, -1), ...(recurrent ? [`l${recurrent[1]}`] : [])].join('.');
}

/** Compares names as people do: layer 2 before layer 10. */
export const compareNames = new Intl.Collator('en', { numeric: true }).compare;
