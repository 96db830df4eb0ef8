/** The words of the map's export panel in English; the shape every other language has to fill. */
export const en = {
  picture: 'Picture',
  png: 'PNG, as seen now',
  pngScale: 'Size of the PNG',
  svg: 'SVG, as seen now',
  table: 'Table of the points',
  csv: 'CSV',
  tsv: 'TSV',
  page: 'Page of its own',
  html: 'HTML that opens offline',
  withVectors: (size: string) => `with the vectors (${size}), for neighbours and new layouts`,
  link: 'Link',
  copyLink: 'Copy a link to this view',
  copied: 'Copied',
};

export type ExportStrings = typeof en;
