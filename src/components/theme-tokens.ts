/** Tokens that differ between light and dark: [light, dark]. */
export const COLORS = {
  surface: ['#fbfbfa', '#121314'],
  panel: ['rgb(255 255 255 / 0.85)', 'rgb(29 30 32 / 0.85)'],
  'panel-opaque': ['#ffffff', '#1d1e20'],
  line: ['#e2e2df', '#313336'],
  text: ['#1b1c1e', '#edeeef'],
  'text-secondary': ['#5c5f64', '#a6aaaf'],
  'control-hover': ['rgb(27 28 30 / 0.07)', 'rgb(237 238 239 / 0.1)'],
  accent: ['#4269d0', '#8fa8ff'],
  'on-accent': ['#ffffff', '#121314'],
  mark: ['#f7e3ac', '#5d4a17'],
  danger: ['#b3261e', '#ffb4ab'],
  shadow: ['0 1px 2px rgb(0 0 0 / 0.05), 0 6px 20px rgb(0 0 0 / 0.08)', '0 1px 2px rgb(0 0 0 / 0.4), 0 6px 20px rgb(0 0 0 / 0.4)'],
  'category-1': ['#4269d0', '#6e90f2'],
  'category-2': ['#efb118', '#f2bf45'],
  'category-3': ['#ff725c', '#ff8572'],
  'category-4': ['#6cc5b0', '#7fd3bf'],
  'category-5': ['#3ca951', '#58bd6b'],
  'category-6': ['#ff8ab7', '#ff9cc3'],
  'category-7': ['#a463f2', '#b684f7'],
  'category-8': ['#97bbf5', '#a9c7f7'],
  'category-9': ['#9c6b4e', '#bd8d70'],
  'category-10': ['#9498a0', '#a9adb4'],
  // Second lightness of the categories: mixed towards this.
  'category-repeat': ['#000000', '#ffffff'],
  other: ['#b9bbbe', '#6a6d72'],
  missing: ['#d2d3d4', '#4a4c50'],
} as const;

/** Tokens that are the same in both. */
export const METRICS = {
  font: 'system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
  'font-size': '13px',
  'font-size-small': '11px',
  radius: '8px',
  'radius-control': '6px',
  control: '28px',
  gap: '8px',
  inset: '12px',
  duration: '120ms',
} as const;

/** Elements read private copies, so that a page sets `--fv-…` anywhere above and an unset one has its default. */
function declare(tokens: Record<string, string>): string {
  return Object.entries(tokens).map(([name, value]) => `--_${name}: var(--fv-${name}, ${value});`).join(' ');
}

function colors(column: 0 | 1): string {
  return declare(Object.fromEntries(Object.entries(COLORS).map(([name, pair]) => [name, pair[column]])));
}

/**
 * All tokens as CSS, on `root`: light, dark by `prefers-color-scheme`, either forced by `attribute`.
 *
 * @param root The selector of the root where it also matches a condition, such as `[theme='dark']`; '' is none.
 */
export function themeCss(root: (condition: string) => string, attribute: string): string {
  return `
  ${root('')} { ${declare(METRICS)} ${colors(0)} color-scheme: light; }
  @media (prefers-color-scheme: dark) { ${root(`:not([${attribute}='light'])`)} { ${colors(1)} color-scheme: dark; } }
  ${root(`[${attribute}='dark']`)} { ${colors(1)} color-scheme: dark; }
  @media (prefers-reduced-motion: reduce) { ${root('')} { --_duration: 0s; } }
  @media (prefers-reduced-transparency: reduce) { ${root('')} { --_panel: var(--_panel-opaque); } }
`;
}
