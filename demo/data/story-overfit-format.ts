/** How the two runs lie on disk, shared by the script that trains them and the page. */
export const STORY_OVERFIT_VERSION = 1;

/** Where they lie below the site's root: a `loss.tsv` of each run, as Flair writes it. */
export const STORY_OVERFIT_PATH = 'data/story-overfit';

export const STORY_RUNS = ['few', 'many'] as const;
export type StoryRun = (typeof STORY_RUNS)[number];

/** `runs.json`. */
export interface StoryRuns {
  source: string;
  /** Sentences that each run was trained on, and held-out ones. */
  sentences: Record<StoryRun, number>;
  dev: number;
}
