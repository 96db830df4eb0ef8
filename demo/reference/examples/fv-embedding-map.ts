import 'flair-visual/define/embedding-map';

export function show(place: HTMLElement): void {
  const map = document.createElement('fv-embedding-map');
  const colours = ['red', 'green', 'blue'];
  const labels = Array.from({ length: 300 }, (_, i) => `${colours[i % 3]} ${i}`);
  // Three groups in space: row i leans towards axis i % 3.
  const vectors = Float32Array.from({ length: 300 * 3 }, (_, at) => (at % 3 === Math.floor(at / 3) % 3 ? 3 : 0) + Math.sin(at * at));
  map.data = { labels, vectors, dimensions: 3, columns: { colour: labels.map((label) => label.split(' ')[0]) } };
  map.colorBy = 'colour';
  map.autorun = true;
  place.append(map);
}
