import 'flair-visual/define/activation-compare';

export function show(place: HTMLElement): void {
  const compare = document.createElement('fv-activation-compare');
  const text = 'She said “come in” and, after a while, “sit down”.';
  // One unit that fires inside quotes: the later checkpoint knows where they end.
  const checkpoint = (knows: number) => {
    let inside = 0;
    const activations = Float32Array.from({ length: text.length }, (_, i) => {
      if (text[i] === '“') inside = 1;
      if (text[i] === '”') inside = 1 - knows;
      return inside + 0.1 * Math.sin(i);
    });
    return { text, activations, shape: [text.length, 1] as const, segmentation: 'char' as const, units: ['quotes'] };
  };
  compare.data = { left: checkpoint(0), right: checkpoint(1) };
  place.append(compare);
}
