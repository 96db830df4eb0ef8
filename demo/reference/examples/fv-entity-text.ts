import 'flair-visual/define/entity-text';

export function show(place: HTMLElement): void {
  const entities = document.createElement('fv-entity-text');
  const text = 'Angela Merkel met the president of Peugeot in Paris on Monday.';
  const span = (words: string, label: string, score: number) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length, label, score });
  entities.data = [
    { text, spans: [span('Angela Merkel', 'PER', 0.99), span('the president of Peugeot', 'PER', 0.61), span('Peugeot', 'ORG', 0.93), span('Paris', 'LOC', 0.98), span('Monday', 'DATE', 0.88)] },
  ];
  place.append(entities);
}
