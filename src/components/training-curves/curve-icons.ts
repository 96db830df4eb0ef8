import { svg } from 'lit';
import type { DoctorRule } from '../../engine';
import { alertIcon, icon, minusIcon } from '../icons';

// Lucide 1.62.0, ISC License, © Lucide contributors.
export const settingsIcon = icon(svg`<path d="M10 5H3" /><path d="M12 19H3" /><path d="M14 3v4" /><path d="M16 17v4" /><path d="M21 12h-9" /><path d="M21 19h-5" /><path d="M21 5h-7" /><path d="M8 10v4" /><path d="M8 12H3" />`);
export const compareIcon = icon(svg`<path d="M15 3v18" /><rect width="18" height="18" x="3" y="3" rx="2" /><path d="M21 9H3" /><path d="M21 15H3" />`);
const trendingUpIcon = icon(svg`<path d="M16 7h6v6" /><path d="m22 7-8.5 8.5-5-5L2 17" />`);
const trendingDownIcon = icon(svg`<path d="M16 17h6v-6" /><path d="m22 17-8.5-8.5-5 5L2 7" />`);
const arrowDownIcon = icon(svg`<path d="M12 5v14" /><path d="m19 12-7 7-7-7" />`);
const differentIcon = icon(svg`<line x1="5" x2="19" y1="9" y2="9" /><line x1="5" x2="19" y1="15" y2="15" /><line x1="19" x2="5" y1="5" y2="19" />`);

export const RULE_ICONS: Record<DoctorRule, typeof settingsIcon> = {
  overfitting: trendingUpIcon, underfitting: trendingDownIcon, plateau: minusIcon, divergence: alertIcon, 'not-a-number': alertIcon, 'learning-rate-drop': arrowDownIcon, 'dev-test-gap': differentIcon,
};
