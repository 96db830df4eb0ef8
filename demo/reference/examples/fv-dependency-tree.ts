import 'flair-visual/define/dependency-tree';
import { parseConllu } from 'flair-visual/formats';

export function show(place: HTMLElement): void {
  const tree = document.createElement('fv-dependency-tree');
  const rows = [
    ['She', 'PRON', 2, 'nsubj'], ['reads', 'VERB', 0, 'root'], ['the', 'DET', 5, 'det'], ['old', 'ADJ', 5, 'amod'], ['letters', 'NOUN', 2, 'obj'],
    ['that', 'PRON', 8, 'obj'], ['he', 'PRON', 8, 'nsubj'], ['wrote', 'VERB', 5, 'acl:relcl'], ['.', 'PUNCT', 2, 'punct'],
  ];
  const conllu = rows.map(([form, upos, head, relation], i) => [i + 1, form, '_', upos, '_', '_', head, relation, '_', '_'].join('\t')).join('\n');
  tree.data = parseConllu(`${conllu}\n`).value;
  place.append(tree);
}
