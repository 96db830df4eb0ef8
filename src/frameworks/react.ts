/** Types of the elements in JSX, from React 19 on: `import 'flair-visual/react'`. There is nothing to run in here. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { FvElements, FvListeners, FvProps } from '../components/element-props';

type Tags = { [Tag in keyof FvElements]: DetailedHTMLProps<HTMLAttributes<FvElements[Tag]>, FvElements[Tag]> & FvProps<FvElements[Tag]> & FvListeners<'on'> };

declare module 'react' {
  // oxlint-disable-next-line typescript/no-namespace -- So React names it.
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
