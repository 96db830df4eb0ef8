import { svg } from 'lit';
import { icon } from '../icons';

// Lucide 1.62.0, ISC License, © Lucide contributors.
export const previousIcon = icon(svg`<path d="m15 18-6-6 6-6" />`);
export const nextIcon = icon(svg`<path d="m9 18 6-6-6-6" />`);
export const settingsIcon = icon(svg`<path d="M14 17H5" /><path d="M19 7h-9" /><circle cx="17" cy="17" r="3" /><circle cx="7" cy="7" r="3" />`);
export const unitsIcon = icon(svg`<path d="M11 5h10" /><path d="M11 12h10" /><path d="M11 19h10" /><path d="M4 4h1v5" /><path d="M4 9h2" /><path d="M6.5 20H3.4c0-1 2.6-1.925 2.6-3.5a1.5 1.5 0 0 0-2.6-1.02" />`);
