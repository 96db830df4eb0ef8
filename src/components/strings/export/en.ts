/** The words of the map's export panel in English; the shape every other language has to fill. */
export const en = {
  picture: 'Picture',
  table: 'Table',
  png: 'PNG, as seen now',
  svg: 'SVG, as seen now',
  csv: 'CSV: label, place, columns',
};

export type ExportStrings = typeof en;
