/** Types of the elements in Vue 3's templates: `import 'flair-visual/vue'`. There is nothing to run in here. */
import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { FvElements, FvProps } from '../components/element-props';
import type { FvEventMap } from '../components/events';

type Emit = EmitFn<{ [Name in keyof FvEventMap]: (event: FvEventMap[Name]) => void }>;
type Tags = { [Tag in keyof FvElements]: new () => FvElements[Tag] & { $props: HTMLAttributes & FvProps<FvElements[Tag]> & PublicProps; $emit: Emit } };

declare module 'vue' {
  interface GlobalComponents extends Tags {}
}
