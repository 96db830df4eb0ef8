import type { LabelledSense } from '../data/story-labels-format';

/** A point whose neighbours carry other labels. */
export interface Suspect {
  id: number;
  /** Index of the kind that most of its neighbours are of. */
  expected: number;
}

/** What the neighbours and the dictionary say of a label. */
export interface Verdict extends Suspect {
  /** Ids, nearest first, and how many of them are of the kind expected. */
  neighbors: readonly number[];
  agreeing: number;
  /** A further sense of the word, of the kind that the neighbours name; null: the dictionary knows none. */
  sense: LabelledSense | null;
}

/** Asks the dictionary about each suspect. @param neighbors Of each suspect, in their order. */
export function judge(suspects: readonly Suspect[], neighbors: readonly (readonly number[])[], senses: readonly (readonly LabelledSense[])[]): Verdict[] {
  return suspects.map(({ id, expected }, i) => ({
    id,
    expected,
    neighbors: neighbors[i],
    agreeing: neighbors[i].filter((neighbor) => senses[neighbor][0].kind === expected).length,
    sense: senseOf(senses[id], expected),
  }));
}

/** A sense of that kind besides the one that the word is labelled by. */
function senseOf([label, ...others]: readonly LabelledSense[], kind: number): LabelledSense | null {
  return kind === label.kind ? null : (others.find((sense) => sense.kind === kind) ?? null);
}

/** The share that would stand up if the kinds expected were dealt out among the suspects anew: what chance does. */
export function chanceOf(suspects: readonly Suspect[], senses: readonly (readonly LabelledSense[])[]): number {
  const counts = new Map<number, number>();
  for (const { expected } of suspects) counts.set(expected, (counts.get(expected) ?? 0) + 1);
  const shares = suspects.map(({ id }) => [...counts].reduce((sum, [kind, count]) => sum + (senseOf(senses[id], kind) ? count : 0), 0) / suspects.length);
  return shares.reduce((sum, share) => sum + share, 0) / suspects.length;
}

/** Those that stand up, the ones with the most unanimous neighbours first. */
export function standing(verdicts: readonly Verdict[]): Verdict[] {
  return verdicts.filter(({ sense }) => sense !== null).sort((a, b) => b.agreeing - a.agreeing || a.id - b.id);
}
