/** How far an arrow key pans, CSS pixels. */
const PAN_PX = 48;

/** Factor of one zoom key. */
const ZOOM_FACTOR = 1.3;

/** What the keyboard may ask of a map. */
export interface KeyTarget {
  pan(dxPx: number, dyPx: number): void;
  zoom(factor: number): void;
  fit(): void;
  toggle(): void;
  clear(): void;
  click(): void;
}

/** Handles a key; whether it meant something. Keys with Ctrl, ⌘ or Alt belong to the page. */
export function handleMapKey(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>, target: KeyTarget): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  switch (event.key) {
    case 'ArrowLeft':
      target.pan(PAN_PX, 0);
      return true;
    case 'ArrowRight':
      target.pan(-PAN_PX, 0);
      return true;
    case 'ArrowUp':
      target.pan(0, PAN_PX);
      return true;
    case 'ArrowDown':
      target.pan(0, -PAN_PX);
      return true;
    case '+':
    case '=':
      target.zoom(ZOOM_FACTOR);
      return true;
    case '-':
    case '_':
      target.zoom(1 / ZOOM_FACTOR);
      return true;
    case '0':
    case 'Home':
      target.fit();
      return true;
    case ' ':
      target.toggle();
      return true;
    case 'Enter':
      target.click();
      return true;
    case 'Escape':
      target.clear();
      return true;
    default:
      return false;
  }
}
