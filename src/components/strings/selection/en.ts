import type { TraceMode } from '../../controllers/pointer-gestures';

/** The words of the map's selection panel in English; the shape every other language has to fill. */
export const en = {
  selected: (selected: string, points: string) => `${selected} of ${points} selected`,
  none: 'Nothing is selected',
  hint: 'Drag with Shift to outline points, with Shift and Ctrl (⌘) to draw a box. While you draw, Ctrl (⌘) adds to what is selected, Alt takes away. On a touch screen rest a finger first.',
  undo: 'Undo',
  redo: 'Redo',
  invert: 'Select the others',
  clear: 'Clear the selection',
  keyUndo: 'Ctrl+Z',
  keyRedo: 'Ctrl+Shift+Z',
  keyEscape: 'Esc',

  isolate: (points: string) => `Lay out these ${points} points`,
  isolateHere: (points: string) => `Show only these ${points} points`,

  points: 'Points',
  columns: 'What sets them apart',
  comparing: 'Comparing the columns',
  lift: (times: string) => `×${times}`,
  liftTitle: (value: string, count: string, times: string) => `${value}: ${count} of them, ${times} times as frequent as among all points`,
  moreValues: (count: string) => `${count} more`,
  mean: (mean: string, all: string) => `mean ${mean}, of all ${all}`,
  noValues: 'no values',

  sets: 'Sets',
  saveAs: 'Name of the set',
  save: 'Save',
  saveSelection: 'Save the selection as a set',
  take: (name: string) => `Select ${name}`,
  unite: (name: string) => `Add ${name} to the selection`,
  intersect: (name: string) => `Keep what is in ${name}`,
  subtract: (name: string) => `Take ${name} away from the selection`,
  rename: (name: string) => `Rename ${name}`,
  newName: (name: string) => `New name of ${name}`,
  confirm: 'Keep the name',
  delete: (name: string) => `Delete ${name}`,

  traced: {
    replace: (points: string) => `${points} points`,
    add: (points: string) => `+ ${points} points`,
    remove: (points: string) => `− ${points} points`,
  } satisfies Record<TraceMode, (points: string) => string>,
  announceSelected: (selected: string, points: string) => `${selected} of ${points} points selected.`,
};

export type SelectionStrings = typeof en;
