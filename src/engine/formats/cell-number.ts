/** A number as it stands in a cell, with what was unusual about it. */
export interface CellNumber {
  value: number;
  /** Set where the notation is none that the trainers write. */
  notation?: string;
}

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const SPECIAL = /^([+-]?)(nan|inf(?:inity)?)$/i;
const DECIMAL_COMMA = /^[+-]?\d*,\d+(?:e[+-]?\d+)?$/i;
const PERCENT = /^([+-]?(?:\d+\.?\d*|\.\d+)) ?%$/;
/** PyTorch's own spelling of a number that was not taken out of its tensor. */
const TENSOR = /^tensor\(\[?\s*([^,)\]]+).*\)$/;
/** What stands for a value that was not measured. */
const UNMEASURED = /^(?:_|-|none|null|na|n\/a)?$/i;

export function isUnmeasured(cell: string): boolean {
  return UNMEASURED.test(cell);
}

/** The number in a cell: `1e-3`, `+.5`, `nan`, `-inf`, `1,5`, `97 %`, `tensor(0.5)`; null where there is none. */
export function readCellNumber(cell: string): CellNumber | null {
  if (DECIMAL.test(cell)) return { value: Number(cell) };
  const special = SPECIAL.exec(cell);
  if (special !== null) return { value: special[2].toLowerCase() === 'nan' ? NaN : special[1] === '-' ? -Infinity : Infinity };
  if (cell.startsWith('\u2212')) return noted(readCellNumber(`-${cell.slice(1)}`), 'a minus sign that is no hyphen');
  if (DECIMAL_COMMA.test(cell)) return noted(readCellNumber(cell.replace(',', '.')), 'a decimal comma');
  const percent = PERCENT.exec(cell);
  if (percent !== null) return { value: Number(percent[1]) / 100, notation: 'per cent' };
  const tensor = TENSOR.exec(cell);
  return tensor === null ? null : noted(readCellNumber(tensor[1].trim()), 'a tensor');
}

function noted(number: CellNumber | null, notation: string): CellNumber | null {
  return number && { ...number, notation: number.notation ?? notation };
}
