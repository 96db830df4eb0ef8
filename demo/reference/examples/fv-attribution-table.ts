import 'flair-visual/define/attribution-table';

export function show(place: HTMLElement): void {
  const table = document.createElement('fv-attribution-table');
  const weight: Record<string, number> = { great: 0.9, moving: 0.6, love: 0.8, dull: -0.7, never: -0.5, bad: -0.8, not: -0.6 };
  const sample = (text: string, gold: string, prediction: string, probability: number) => {
    const tokens = text.split(' ');
    const scores = Float32Array.from(tokens, (token) => weight[token] ?? 0.02);
    const shape = [tokens.length, 1] as const;
    const classes = [{ name: 'positive', activations: scores, shape }, { name: 'negative', activations: scores.map((score) => -score), shape }];
    return { text, segmentation: 'token' as const, tokens, classes, gold, prediction, probability };
  };
  table.data = {
    samples: [
      sample('a great and moving film', 'positive', 'positive', 0.98),
      sample('not bad , I love it', 'positive', 'negative', 0.71),
      sample('dull and never funny', 'negative', 'negative', 0.95),
    ],
  };
  place.append(table);
}
