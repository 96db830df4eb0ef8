/** Types of the elements in Svelte 5's markup: `import 'flair-visual/svelte'`. There is nothing to run in here. */
import type { HTMLAttributes } from 'svelte/elements';
import type { FvElements, FvListeners, FvProps } from '../components/element-props';

type Tags = { [Tag in keyof FvElements]: Omit<HTMLAttributes<FvElements[Tag]>, keyof FvProps<FvElements[Tag]>> & FvProps<FvElements[Tag]> & FvListeners<'on'> };

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Tags {}
}
