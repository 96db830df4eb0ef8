import 'flair-visual/define/learning-rate';

export function show(place: HTMLElement): void {
  const element = document.createElement('fv-learning-rate');
  const rows = Array.from({ length: 100 }, (_, i) => i);
  const learningRate = Float64Array.from(rows, (i) => 1e-7 * 10 ** (i / 14));
  // Falls, then diverges.
  const loss = Float64Array.from(rows, (i) => 2.5 - 1.6 / (1 + Math.exp(-(i - 55) / 6)) + Math.exp((i - 92) / 3) + 0.02 * Math.sin(i * i));
  element.data = { iteration: Float64Array.from(rows), learningRate, loss };
  place.append(element);
}
