/** Entry modules of the library build: output name → source. `package.json#exports` names the same files. */
export const ENTRIES = {
  index: 'src/index.ts',
  define: 'src/define.ts',
  'define/activation-compare': 'src/define/activation-compare.ts',
  'define/activation-heatmap': 'src/define/activation-heatmap.ts',
  'define/activation-text': 'src/define/activation-text.ts',
  'define/attention': 'src/define/attention.ts',
  'define/attribution-table': 'src/define/attribution-table.ts',
  'define/dependency-tree': 'src/define/dependency-tree.ts',
  'define/embedding-map': 'src/define/embedding-map.ts',
  'define/entity-text': 'src/define/entity-text.ts',
  'define/map-compare': 'src/define/map-compare.ts',
  'define/training-curves': 'src/define/training-curves.ts',
  'define/learning-rate': 'src/define/learning-rate.ts',
  'define/weight-traces': 'src/define/weight-traces.ts',
  'engine/index': 'src/engine/index.ts',
  'engine/formats/index': 'src/engine/formats/index.ts',
} as const;
