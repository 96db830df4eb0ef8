import 'flair-visual/define/attention';

export function show(place: HTMLElement): void {
  const element = document.createElement('fv-attention');
  const tokens = ['[CLS]', 'The', 'cat', 'sat', 'because', 'it', 'was', 'tired', '[SEP]'];
  const n = tokens.length;
  const [layers, heads] = [2, 3];
  // Heads look at themselves, at the token before, or far away: softmax over the distance from where they look.
  const attention = new Float32Array(layers * heads * n * n);
  for (let head = 0; head < layers * heads; head++) {
    for (let from = 0; from < n; from++) {
      const weights = tokens.map((_, to) => Math.exp(-Math.abs(to - from + (head % heads)) * (1 + Math.floor(head / heads))));
      const sum = weights.reduce((total, weight) => total + weight, 0);
      attention.set(weights.map((weight) => weight / sum), (head * n + from) * n);
    }
  }
  element.data = { tokens, attention, shape: [layers, heads, n, n] };
  place.append(element);
}
