import { css } from 'lit';
import type { PointerSample, TraceMode } from '../controllers/pointer-gestures';
import { formatCount } from '../number-format';
import { selectionStringsFor } from '../strings/selection';
import type { MapContext } from './map-context';

const SVG = 'http://www.w3.org/2000/svg';

const styles = css`
  .trace { position: absolute; inset: 0; width: 100%; height: 100%; }
  .trace path { fill: color-mix(in srgb, var(--_accent) 12%, transparent); fill-rule: evenodd; stroke: var(--_accent); stroke-width: 1.5; stroke-linejoin: round; }
  .trace-count {
    position: absolute; top: 0; left: 0; padding: 2px 8px; white-space: nowrap; font-size: var(--_font-size-small);
    background: var(--_panel-opaque); border: 1px solid var(--_line); border-radius: var(--_radius-control);
  }
`;

/** Room between the pointer and the count, CSS pixels. */
const GAP_PX = 14;

interface TraceElements {
  svg: SVGSVGElement;
  path: SVGPathElement;
  count: HTMLElement;
}

/** The outline of a region over the canvas, and the number of points in it beside the pointer. */
export class TraceOverlay {
  readonly #context: MapContext;
  #root: TraceElements | null = null;

  constructor(context: MapContext) {
    this.#context = context;
    context.adoptStyles(styles);
  }

  /** @param outline Row-major [m, 2], layout units. */
  draw(outline: Float32Array, { xPx, yPx }: PointerSample): void {
    const { stage, host } = this.#context;
    const camera = stage.stage?.scene.camera;
    if (!camera) return;
    this.#root ??= this.#create();
    let d = '';
    for (let i = 0; i < outline.length; i += 2) {
      const place = camera.toScreen(outline[i], outline[i + 1]);
      d += `${i === 0 ? 'M' : 'L'}${place.xPx.toFixed(1)} ${place.yPx.toFixed(1)}`;
    }
    this.#root.path.setAttribute('d', d === '' ? '' : `${d}Z`);
    const { count } = this.#root;
    const left = Math.min(xPx + GAP_PX, host.clientWidth - count.offsetWidth - 4);
    const top = yPx + GAP_PX + count.offsetHeight > host.clientHeight ? yPx - GAP_PX - count.offsetHeight : yPx + GAP_PX;
    count.style.transform = `translate(${Math.max(4, left)}px, ${top}px)`;
  }

  /** So many points are in the outline. */
  tell(points: number, mode: TraceMode): void {
    if (!this.#root) return;
    const strings = selectionStringsFor(this.#context.locale);
    this.#root.count.textContent = strings.traced[mode](formatCount(points, this.#context.strings));
    this.#root.count.hidden = false;
  }

  remove(): void {
    this.#root?.svg.remove();
    this.#root?.count.remove();
    this.#root = null;
  }

  #create(): TraceElements {
    const { renderRoot, ownerDocument } = this.#context.host;
    const svg = ownerDocument.createElementNS(SVG, 'svg');
    svg.classList.add('trace');
    svg.setAttribute('aria-hidden', 'true');
    const path = ownerDocument.createElementNS(SVG, 'path');
    svg.append(path);
    const count = ownerDocument.createElement('div');
    count.className = 'trace-count';
    count.hidden = true;
    renderRoot.querySelector('.overlays')!.append(svg, count);
    return { svg, path, count };
  }
}
