import 'flair-visual/define/activation-heatmap';

export function show(place: HTMLElement): void {
  const element = document.createElement('fv-activation-heatmap');
  const text = 'the quick brown fox jumps over the lazy dog '.repeat(8);
  const units = 40;
  const activations = Float32Array.from({ length: text.length * units }, (_, at) => {
    const unit = at % units;
    const position = Math.floor(at / units);
    return Math.sin(position / (2 + unit)) * (text[position] === ' ' ? 0.2 : 1);
  });
  element.data = { text, activations, shape: [text.length, units], segmentation: 'char' };
  place.append(element);
}
