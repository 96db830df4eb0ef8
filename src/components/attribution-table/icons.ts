import { svg } from 'lit';
import { icon } from '../icons';

// Lucide 1.62.0, ISC License, © Lucide contributors.
export const ascendingIcon = icon(svg`<path d="m5 12 7-7 7 7" /><path d="M12 19V5" />`);
export const descendingIcon = icon(svg`<path d="M12 5v14" /><path d="m19 12-7 7-7-7" />`);
