import { describe, expect, test } from 'vitest';
import { treeOutline, treePrinter, treeShape, type DependencySentence } from '../../../src/engine';

/** Words as `form head deprel`. */
const sentence = (...words: string[]): DependencySentence => ({
  words: words.map((word, i) => {
    const [form, head, deprel = 'dep'] = word.split(' ');
    return { id: i + 1, form, head: head === '_' ? null : Number(head), deprel };
  }),
});
const books = sentence('They 2 nsubj', 'buy 0 root', 'and 4 cc', 'sell 2 conj', 'books 2 obj', '. 2 punct');

describe('shape', () => {
  test('of a tree', () => {
    const { roots, headless, circles, dependents } = treeShape(books);
    expect([roots, headless, circles, dependents[1]]).toEqual([[1], [], [], [0, 3, 4, 5]]);
  });

  test('several roots, heads that are missing or nowhere', () => {
    expect(treeShape(sentence('a 0', 'b 0', 'c _', 'd 9'))).toMatchObject({ roots: [0, 1], headless: [2, 3], circles: [] });
  });

  test('circles, from their first word on, and a word that is its own head', () => {
    expect(treeShape(sentence('a 2', 'b 3', 'c 1', 'd 1', 'e 5', 'f 0')).circles).toEqual([[0, 1, 2], [4]]);
  });
});

describe('outline', () => {
  const told = (tree: DependencySentence) => treeOutline(treeShape(tree)).map(({ word, depth, kind, last }) => `${'  '.repeat(depth)}${tree.words[word].form}${kind === 'inner' ? '' : ` ${kind}`}${last ? '.' : ''}`);

  test('of a tree', () => {
    expect(told(books)).toEqual(['buy root.', '  They', '  sell', '    and.', '  books', '  ..']);
  });

  test('every word once, whatever the heads', () => {
    expect(told(sentence('a 2', 'b 1', 'c 1', 'd _', 'e 4', 'f 0', 'g 7'))).toEqual(['a circle.', '  b', '  c.', 'd headless.', '  e.', 'f root.', 'g circle.']);
    let state = 1;
    for (let n = 1; n < 60; n++) {
      const heads = Array.from({ length: n }, () => (state = (state * 48271) % 2147483647) % (n + 1));
      const outline = treeOutline(treeShape(sentence(...heads.map((head, i) => `w${i} ${head}`))));
      expect(outline.map(({ word }) => word).sort((a, b) => a - b)).toEqual(heads.map((_, i) => i));
    }
  });
});

describe('treePrinter', () => {
  // What pptree's print_tree prints, by which Flair's tree_printer does it.
  test('prints what Flair prints', () => {
    expect(treePrinter(books).split('\n')).toEqual([
      '            ┌ They(nsubj) ',
      '            ├ books(obj) ',
      '  buy(root) ┤',
      '            ├ sell(conj) ┐',
      '            │            └ and(cc) ',
      '            └ .(punct) ',
    ]);
    expect(treePrinter(sentence('A 2 det', 'man 3 nsubj', 'went 0 root', 'to 7 case', 'the 7 det', 'big 7 amod', 'shop 3 obl', 'of 10 case', 'his 10 poss', 'friend 7 nmod')).split('\n')).toEqual([
      '             ┌ man(nsubj) ┐',
      '             │            └ A(det) ',
      '  went(root) ┤',
      '             │           ┌ to(case) ',
      '             │           ├ the(det) ',
      '             │           ├ big(amod) ',
      '             └ shop(obl) ┤',
      '                         │              ┌ of(case) ',
      '                         └ friend(nmod) ┤',
      '                                        └ his(poss) ',
    ]);
  });

  test('prints what is no tree: roots, circles, words without a head, control characters', () => {
    expect(treePrinter(sentence('a 2', 'b 1', 'c 0', 'd _')).split('\n')).toEqual(['  a(dep) ┐', '         └ b(dep) ', '  c(dep) ', '  d(dep) ']);
    expect(treePrinter(sentence('\u202Ex 0'))).toBe('  \ufffdx(dep) ');
  });
});
