import { afterEach } from 'vitest';
import type { FvEventMap } from '../../src/components/events';
import { FakedMap } from './embedding-map';

const mounted = new Set<HTMLElement>();

afterEach(() => {
  for (const element of mounted) element.remove();
  mounted.clear();
});

/** Puts an element of 600 × 400 px, or of the size given, into the page until the test ends. */
export async function mount<Type extends HTMLElement & { updateComplete: Promise<boolean> }>(element: Type, width = 600, height = 400): Promise<Type> {
  element.style.width = `${width}px`;
  element.style.height = `${height}px`;
  document.body.append(element);
  mounted.add(element);
  await element.updateComplete;
  return element;
}

/** A mounted map whose layouts the test plays. */
export function mountFaked(properties: Partial<FakedMap> = {}, width?: number, height?: number): Promise<FakedMap> {
  return mount(Object.assign(new FakedMap(), properties), width, height);
}

/** Collects the details of an element's events. */
export function record<Name extends keyof FvEventMap>(target: EventTarget, name: Name): FvEventMap[Name]['detail'][] {
  const details: FvEventMap[Name]['detail'][] = [];
  target.addEventListener(name, (event) => details.push((event as FvEventMap[Name]).detail));
  return details;
}

/** An element in the shadow tree. */
export function part(element: Element, selector: string): HTMLElement {
  const found = element.shadowRoot!.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector} in <${element.localName}>`);
  return found;
}

/** What a person sees of an element, without the canvas. */
export function text(element: Element): string {
  return (part(element, '.root').innerText ?? '').replaceAll(/\s+/g, ' ').trim();
}

/** Resolves after so many frames. */
export async function frames(count = 2): Promise<void> {
  for (let i = 0; i < count; i++) await new Promise(requestAnimationFrame);
}
