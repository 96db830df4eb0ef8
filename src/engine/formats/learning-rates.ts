import { isUnmeasured, readCellNumber } from './cell-number';
import { quote, type RepairLog } from './repair-log';

/** Zero with decimals: what remains of a small number. */
const ROUNDED_ZERO = /^[+-]?0?\.(0+)$/;

/**
 * The learning rates in a cell, one per parameter group: `0.0001,0.0010`. Rates of which only zeros are left are
 * reported, as are several at their first sight.
 */
export function readLearningRates(cell: string, line: number, repairs: RepairLog, seenGroups: boolean): (number | null)[] {
  if (isUnmeasured(cell)) return [];
  // `1,5` without a point anywhere is a decimal comma: Flair writes every rate with decimals.
  const written = cell.includes('.') || /e-?\d/i.test(cell) ? cell.split(',').map((part) => part.trim()) : [cell];
  if (written.length > 1 && !seenGroups) {
    repairs.add(line, 'rate-groups', `${written.length} learning rates in one cell, ${quote(cell)}: one per parameter group; the first taken for the run's`);
  }
  return written.map((part) => {
    const zero = ROUNDED_ZERO.exec(part);
    if (zero !== null) {
      repairs.add(line, 'rounded-rate', `learning rate ${quote(part)}: rounded when it was written, anything below 0.${zero[1]}5; training.log has it in full`);
    }
    const number = readCellNumber(part);
    if (number === null) repairs.add(line, 'unreadable', `learning rate ${quote(part)} is no number: taken as unknown`);
    else if (number.notation !== undefined) repairs.add(line, 'notation', `learning rate ${quote(part)} with ${number.notation}: read as ${number.value}`);
    return number?.value ?? null;
  });
}
