/** Where a key takes the cursor, cells from where it is; infinite: to the end. Null: the key moves nothing. */
export function cursorStep({ key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>, page: number): readonly [columns: number, rows: number] | null {
  const far = shiftKey ? 10 : 1;
  switch (key) {
    case 'ArrowLeft':
      return [-far, 0];
    case 'ArrowRight':
      return [far, 0];
    case 'ArrowUp':
      return [0, -far];
    case 'ArrowDown':
      return [0, far];
    case 'Home':
      return [-Infinity, 0];
    case 'End':
      return [Infinity, 0];
    case 'PageUp':
      return [0, -page];
    case 'PageDown':
      return [0, page];
    default:
      return null;
  }
}

/** The factor by which a key zooms; null for other keys. */
export function zoomFactor(key: string): number | null {
  if (key === '+' || key === '=') return 1.5;
  return key === '-' || key === '_' ? 1 / 1.5 : null;
}
