/** Keys and what they do, as rows of a table. */
type KeyRows = readonly (readonly [keys: string, does: string])[];

/** The words of the map's list of keys in English; the shape every other language has to fill. */
export const en = {
  groups: [
    {
      title: 'The map',
      keys: [
        ['Arrow keys', 'Pan; with a pinned point: go to the nearest neighbour that way'],
        ['Alt + arrow key', 'Back to the point pinned before'],
        ['+ −', 'Zoom'],
        ['0', 'Show everything'],
        ['Enter', 'Pin and select the point nearest the middle'],
        ['Space', 'Lay out, pause, resume'],
        ['Esc', 'Let go: outline, point, selection, tool'],
      ],
    },
    {
      title: 'Everywhere in the element',
      keys: [
        ['Ctrl+K, ⌘K', 'Search'],
        ['Ctrl+Z, ⌘Z', 'Undo a selection; with Shift redo it'],
        ['?', 'These keys'],
        ['Tab', 'From the map to its buttons and panels'],
        ['Arrow keys', 'Among the buttons, and in lists'],
        ['Esc', 'Close the panel'],
      ],
    },
    {
      title: 'The mouse',
      keys: [
        ['Drag, wheel', 'Pan, zoom'],
        ['Click', 'Pin a point and select it; on empty ground let go'],
        ['Ctrl, ⌘ + click', 'Add to the selection; with Alt take away'],
        ['Shift + drag', 'Outline points to select; with Ctrl, ⌘ a box'],
        ['Double click', 'On empty ground: show everything'],
      ],
    },
    {
      title: 'A touch screen',
      keys: [
        ['Tap', 'Pin a point and select it'],
        ['Drag, pinch', 'Pan, zoom'],
        ['Rest, then drag', 'Outline points to select'],
      ],
    },
  ] as readonly { title: string; keys: KeyRows }[],
};

export type KeyStrings = typeof en;
