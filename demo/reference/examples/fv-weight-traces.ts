import 'flair-visual/define/weight-traces';
import { parseWeights } from 'flair-visual/formats';

export function show(place: HTMLElement): void {
  const traces = document.createElement('fv-weight-traces');
  // What Flair's trainer writes: iteration, tensor, slot, value. `src="weights.txt"` loads such a file.
  const lines: string[] = [];
  for (let iteration = 0; iteration < 60; iteration++) {
    for (const [tensor, speed] of [['rnn.weight_ih_l0', 0.03], ['rnn.weight_hh_l0', 0.01], ['embedding.weight', 0], ['linear.bias', 0.05]] as const) {
      for (let slot = 0; slot < 5; slot++) lines.push([iteration, tensor, slot, Math.sin(slot) + speed * iteration * Math.cos(3 * slot)].join('\t'));
    }
  }
  traces.data = parseWeights(lines.join('\n')).value;
  place.append(traces);
}
