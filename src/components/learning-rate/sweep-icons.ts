import { svg } from 'lit';
import type { SuggestionName } from '../../engine';
import { icon } from '../icons';

// Lucide 1.62.0, ISC License, © Lucide contributors.
export const SUGGESTION_ICONS: Record<SuggestionName, ReturnType<typeof icon>> = {
  valley: icon(svg`<path d="m7 6 5 5 5-5" /><path d="m7 13 5 5 5-5" />`),
  steep: icon(svg`<path d="M16 17h6v-6" /><path d="m22 17-8.5-8.5-5 5L2 7" />`),
  minimum: icon(svg`<path d="M12 17V3" /><path d="m6 11 6 6 6-6" /><path d="M19 21H5" />`),
  slide: icon(svg`<path d="M6 8L2 12L6 16" /><path d="M2 12H22" />`),
};
