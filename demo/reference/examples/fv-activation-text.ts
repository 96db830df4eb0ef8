import 'flair-visual/define/activation-text';

export function show(place: HTMLElement): void {
  const element = document.createElement('fv-activation-text');
  const text = 'She said “come in” and, after a while, “sit down”.';
  // One row a character, one column a unit: the first fires inside quotes, the second on vowels.
  const activations = new Float32Array(2 * text.length);
  let quoted = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '“') quoted = 1;
    activations.set([quoted, /[aeiou]/i.test(text[i]) ? 1 : 0], 2 * i);
    if (text[i] === '”') quoted = 0;
  }
  element.data = { text, activations, shape: [text.length, 2], segmentation: 'char', units: ['quotes', 'vowels'] };
  place.append(element);
}
