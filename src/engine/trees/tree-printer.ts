import type { DependencySentence } from './dependency-data';
import { treeShape } from './tree-shape';

/** Options of {@link treePrinter}. */
export interface TreePrinterOptions {
  /** What stands in the brackets behind each word. Default `deprel`. */
  tag?: 'deprel' | 'upos' | 'lemma';
}

/**
 * Flair's `tree_printer` as a text: the head to the left, its dependents above and below it, balanced by their sizes as the
 * package pptree that Flair uses does it. Beyond Flair's, which needs exactly one root: several roots, headless words and the
 * first words of circles each have a tree of their own, and a circle ends before its first word comes again.
 * ```
 *        ┌ I(nsubj)
 *  saw(root) ┤
 *        └ Mary(obj)
 * ```
 */
export function treePrinter(sentence: DependencySentence, { tag = 'deprel' }: TreePrinterOptions = {}): string {
  const { roots, headless, circles, dependents } = treeShape(sentence);
  const tops = [...roots, ...headless, ...circles.map(([first]) => first)].sort((a, b) => a - b);
  const closing = new Set(circles.map(([first]) => first));
  const children = (word: number) => dependents[word].filter((dependent) => !closing.has(dependent));
  const name = (word: number) => {
    const { form, [tag]: value } = sentence.words[word];
    return ` ${visible(form)}(${visible(value ?? '')}) `;
  };
  const sizes = new Map<number, number>();
  for (const top of tops) measure(top, children, sizes);
  const lines: string[] = [];
  const print = (word: number, indent: string, side: 'top' | 'up' | 'down' | 'inner') => {
    const [up, down] = balance(children(word), sizes);
    const blank = ' '.repeat(name(word).length);
    up.forEach((child, i) => print(child, `${indent}${side === 'top' || side === 'up' ? ' ' : '│'}${blank}`, i === 0 ? 'up' : 'inner'));
    const end = up.length > 0 ? '┤' : down.length > 0 ? '┐' : '';
    lines.push(`${indent}${{ top: ' ', up: '┌', down: '└', inner: '├' }[side]}${name(word)}${end}`);
    down.forEach((child, i) => print(child, `${indent}${side === 'top' || side === 'down' ? ' ' : '│'}${blank}`, i === down.length - 1 ? 'down' : 'inner'));
  };
  for (const top of tops) print(top, '', 'top');
  return lines.join('\n');
}

/** Control characters would draw, move or reorder in a terminal. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const visible = (text: string) => text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');

/** Words below and including each, by word. */
function measure(top: number, children: (word: number) => number[], sizes: Map<number, number>): void {
  const order = [top];
  for (let i = 0; i < order.length; i++) order.push(...children(order[i]));
  for (const word of order.reverse()) sizes.set(word, children(word).reduce((sum, child) => sum + sizes.get(child)!, 1));
}

/** Children above and below: from the largest on they go below, until there are as many words there as above. */
function balance(children: number[], sizes: Map<number, number>): [up: number[], down: number[]] {
  const up = [...children].sort((a, b) => sizes.get(a)! - sizes.get(b)!);
  const down: number[] = [];
  const total = (words: number[]) => words.reduce((sum, word) => sum + sizes.get(word)!, 0);
  while (up.length > 0 && total(down) < total(up)) down.push(up.pop()!);
  return [up, down];
}
