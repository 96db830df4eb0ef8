import 'flair-visual/define/map-compare';

export function show(place: HTMLElement): void {
  const compare = document.createElement('fv-map-compare');
  const labels = Array.from({ length: 200 }, (_, i) => `word ${i}`);
  const model = (moved: number) => ({
    labels,
    dimensions: 4,
    vectors: Float32Array.from({ length: 200 * 4 }, (_, at) => {
      const row = Math.floor(at / 4);
      const group = (row + (row < moved ? 1 : 0)) % 4; // the first rows change their group
      return (at % 4 === group ? 3 : 0) + Math.sin(at * at);
    }),
  });
  compare.data = { left: model(0), right: model(20), names: ['before', 'after'] };
  compare.autorun = true;
  place.append(compare);
}
