import type { DependencySentence, DependencyWord } from '../../src/engine';

/** What the parser reads: nothing but words and their universal parts of speech. */
export type ParserWord = Pick<DependencyWord, 'id' | 'form'> & { upos: string };

const is = (...tags: string[]) => (word: ParserWord | undefined) => word !== undefined && tags.includes(word.upos);
const inNounGroup = is('DET', 'ADJ', 'NUM', 'NOUN', 'PROPN');
const isNoun = is('NOUN', 'PROPN');
const isName = is('PROPN');
const isNominal = is('NOUN', 'PROPN', 'PRON');

/** Relations of what stands before a noun. */
const BEFORE_NOUN: Readonly<Record<string, string>> = { DET: 'det', ADJ: 'amod', NUM: 'nummod', NOUN: 'compound', PROPN: 'compound' };
const RELATIVE = /^(?:who|whom|whose|which|that)$/i;
const OF_BE = /^(?:am|is|are|was|were|be|been|being)$/i;
const PARTICIPLE = /(?:ed|en)$/i;

/** A sentence on its way to a tree: the first rule that finds a word's head decides. Words are indices. */
class Draft {
  readonly #words: readonly ParserWord[];
  /** −1 where no rule has said anything yet. */
  readonly #heads: Int32Array;
  readonly #relations: string[];
  #predicates: number[] = [];

  constructor(words: readonly ParserWord[]) {
    this.#words = words;
    this.#heads = new Int32Array(words.length).fill(-1);
    this.#relations = words.map(() => 'dep');
  }

  tree(): DependencyWord[] {
    this.#attachNounGroups();
    this.#findPredicates();
    this.#attachPredicates();
    this.#attachPrepositions();
    this.#attachArguments();
    this.#attachTheRest();
    const [root] = this.#predicates;
    return this.#words.map((word, at) => ({ ...word, ...(at === root ? { head: 0, deprel: 'root' } : { head: this.#words[this.#headOf(at, root)].id, deprel: this.#relations[at] }) }));
  }

  /** Nothing for a word that was not found (−1), or that has its head. */
  #attach(word: number, head: number, deprel: string): void {
    if (word < 0 || word === head || !this.#free(word)) return;
    this.#heads[word] = head;
    this.#relations[word] = deprel;
  }

  #free(word: number): boolean {
    return this.#heads[word] < 0;
  }

  /** The first word between two that passes; −1 for none. */
  #find(from: number, to: number, test: (word: ParserWord, at: number) => boolean): number {
    return this.#words.findIndex((word, at) => at > from && at < to && test(word, at));
  }

  #predicateBefore(at: number): number {
    return this.#predicates.findLast((each) => each < at) ?? this.#predicates[0];
  }

  /** The last noun heads what stands before it, but of a name the first word does. Owners depend on the next group. */
  #attachNounGroups(): void {
    const words = this.#words;
    let owner = -1;
    for (let start = 0, end = 0; start < words.length; start = Math.max(end, start + 1)) {
      for (end = start; inNounGroup(words[end]) && !(end > start && isNoun(words[end - 1]) && !isNoun(words[end])); ) end++;
      let head = end - 1;
      if (end === start || !isNoun(words[head])) continue;
      while (head > start && isName(words[head]) && isName(words[head - 1])) head--;
      for (let word = start; word < end; word++) this.#attach(word, head, word > head ? 'flat' : BEFORE_NOUN[words[word].upos]);
      if (owner >= 0) this.#attach(owner, head, 'nmod:poss');
      owner = /^['’]s?$/.test(words[end]?.form ?? '') ? head : -1;
      if (owner >= 0) this.#attach(end, head, 'case');
    }
  }

  /** Verbs, and what stands with a form of "be" where no verb follows. The first one is the root. */
  #findPredicates(): void {
    const words = this.#words;
    words.forEach((word, at) => {
      if (is('VERB')(word)) this.#predicates.push(at);
      if (!is('AUX')(word)) return;
      const next = this.#find(at, words.length, (each) => !is('AUX', 'ADV', 'PART', 'PRON')(each));
      if (is('VERB')(words[next])) return this.#attach(at, next, OF_BE.test(word.form) && PARTICIPLE.test(words[next].form) ? 'aux:pass' : 'aux');
      const said = this.#find(at, words.length, (each, i) => this.#free(i) && (is('ADJ')(each) || isNominal(each)));
      if (said < 0 || /^there$/i.test(words[at - 1]?.form ?? '')) this.#predicates.push(at);
      else {
        this.#attach(at, said, 'cop');
        this.#predicates.push(said);
      }
    });
    this.#predicates = [...new Set(this.#predicates)].sort((a, b) => a - b);
    if (this.#predicates.length === 0) this.#predicates.push(Math.max(0, this.#find(-1, words.length, (word, at) => isNominal(word) && this.#free(at))));
  }

  /** A predicate depends on the one before it, in a way that the words between them tell. */
  #attachPredicates(): void {
    const words = this.#words;
    this.#predicates.slice(1).forEach((predicate, i) => {
      const before = this.#predicates[i];
      const mark = this.#find(before, predicate, is('SCONJ'));
      const to = this.#find(before, predicate, ({ form, upos }) => upos === 'PART' && form.toLowerCase() === 'to');
      const and = this.#find(before, predicate, is('CCONJ'));
      const relative = this.#find(before, predicate, ({ form, upos }, at) => upos === 'PRON' && RELATIVE.test(form) && isNominal(words[at - 1]));
      this.#attach(mark, predicate, 'mark');
      this.#attach(to, predicate, 'mark');
      this.#attach(and, predicate, 'cc');
      if (relative > 0) this.#attach(predicate, relative - 1, 'acl:relcl');
      else if (mark >= 0) this.#attach(predicate, before, /^that$/i.test(words[mark].form) ? 'ccomp' : 'advcl');
      else this.#attach(predicate, before, to >= 0 ? 'xcomp' : and >= 0 ? 'conj' : /ing$/i.test(words[predicate].form) ? 'advcl' : 'ccomp');
    });
  }

  /** A preposition takes the next nominal along: "of" to the nominal before it, others to the predicate. */
  #attachPrepositions(): void {
    this.#words.forEach((word, at) => {
      if (!is('ADP')(word)) return;
      if (is('ADP')(this.#words[at - 1])) return this.#attach(at, this.#heads[at - 1], this.#relations[at - 1]);
      const nominal = this.#find(at, this.#words.length, (each, i) => isNominal(each) && this.#free(i));
      if (nominal < 0) return this.#attach(at, this.#predicateBefore(at), 'compound:prt');
      this.#attach(at, nominal, 'case');
      const ofNoun = /^of$/i.test(word.form) && isNominal(this.#words[at - 1]);
      this.#attach(nominal, ofNoun ? at - 1 : this.#predicateBefore(at), ofNoun ? 'nmod' : 'obl');
    });
  }

  /** The nominal before a predicate is its subject, those behind it, up to the next one's subject, are its objects. */
  #attachArguments(): void {
    const nominals = (from: number, to: number) => this.#words.flatMap((word, at) => (at > from && at < to && isNominal(word) && this.#free(at) && !this.#predicates.includes(at) ? [at] : []));
    this.#predicates.forEach((predicate, i) => {
      const subject = nominals(this.#predicates[i - 1] ?? -1, predicate).at(-1) ?? -1;
      const passive = this.#relations.some((relation, at) => relation === 'aux:pass' && this.#heads[at] === predicate);
      this.#attach(subject, predicate, passive ? 'nsubj:pass' : 'nsubj');
    });
    this.#predicates.forEach((predicate, i) => {
      const objects = nominals(predicate, this.#predicates[i + 1] ?? this.#words.length).slice(0, 2);
      objects.forEach((object, at) => this.#attach(object, predicate, at < objects.length - 1 ? 'iobj' : 'obj'));
    });
  }

  #attachTheRest(): void {
    const [root] = this.#predicates;
    this.#words.forEach((word, at) => {
      if (is('PUNCT')(word)) this.#attach(at, root, 'punct');
      else if (is('ADV', 'PART')(word)) this.#attach(at, is('ADJ', 'ADV', 'VERB')(this.#words[at + 1]) ? at + 1 : this.#predicateBefore(at), 'advmod');
      else if (is('CCONJ')(word)) this.#attach(at, this.#predicates.find((each) => each > at) ?? root, 'cc');
      else this.#attach(at, this.#predicateBefore(at), 'dep');
    });
  }

  /** The head of a word; the root for one that has none or is its own ancestor. */
  #headOf(word: number, root: number): number {
    let up = word;
    for (let steps = 0; up >= 0 && up !== root && steps < this.#words.length; steps++) up = this.#heads[up];
    return up === root ? this.#heads[word] : root;
  }
}

/**
 * A baseline that a trained parser has to beat: rules over parts of speech, from left to right, which know no words but those
 * of closed classes. Every sentence of at least one word comes out as a tree with one root, right or wrong.
 */
export function baselineParse(sentence: Omit<DependencySentence, 'words'> & { words: readonly ParserWord[] }): DependencySentence {
  return { ...sentence, words: sentence.words.length === 0 ? [] : new Draft(sentence.words).tree() };
}
