import 'flair-visual/define/embedding-map';
import 'flair-visual/define/entity-text';
import { sentenceWith, words } from '../words';

const map = document.querySelector('fv-embedding-map');
map.data = words;
document.querySelector('#column').addEventListener('change', ({ target }) => {
  map.colorBy = target.value;
});
map.addEventListener('fv-point-click', ({ detail }) => {
  if (detail.label === null) return;
  document.querySelector('#word').textContent = detail.label;
  document.querySelector('fv-entity-text').data = sentenceWith(detail.label);
});
