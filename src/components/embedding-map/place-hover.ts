import { placeCard, type Size } from './place-card';

/**
 * Puts the ring onto a point and the card beside it, or hides both where the point is out of sight (null).
 * Written straight to the styles: they follow every frame of a moving map, which a render need not.
 */
export function placeHover(ring: HTMLElement, card: HTMLElement, place: { xPx: number; yPx: number } | null, box: Size): void {
  ring.hidden = card.hidden = place === null;
  if (!place) return;
  ring.style.transform = `translate(${place.xPx}px, ${place.yPx}px)`;
  card.style.maxHeight = '';
  const { left, top, maxHeight } = placeCard(place.xPx, place.yPx, { width: card.offsetWidth, height: card.offsetHeight }, box);
  card.style.transform = `translate(${left}px, ${top}px)`;
  card.style.maxHeight = `${maxHeight}px`;
}
