import type { EmbeddingMapData } from '../../engine';

/** RFC 4180: quoted where a field holds a quote, a comma or a line break. */
function field(value: string | number | null): string {
  if (value === null || (typeof value === 'number' && Number.isNaN(value))) return '';
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table of the leading `rows` points, with a header: label, x, y, then the columns of the data. x and y are empty where there is no place yet. */
export function mapToCsv(data: EmbeddingMapData, positions: Float32Array | null, rows = data.labels.length): string {
  const columns = Object.entries(data.columns ?? {});
  const lines = [['label', 'x', 'y', ...columns.map(([name]) => name)].map(field).join(',')];
  for (let i = 0; i < rows; i++) {
    const row = [data.labels[i], positions?.[2 * i] ?? null, positions?.[2 * i + 1] ?? null, ...columns.map(([, column]) => column[i])];
    lines.push(row.map(field).join(','));
  }
  return `${lines.join('\r\n')}\r\n`;
}
