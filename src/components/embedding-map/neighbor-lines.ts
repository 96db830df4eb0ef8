import type { Neighborhood } from '../../engine';
import { readDrawingColors } from '../theme';
import type { MapContext } from './map-context';
import { falseNeighbors, fateOf } from './neighbor-fate';

const WIDTH_PX = 1.5;
const OPACITY = { kept: 0.9, missing: 0.55, false: 0.7 } as const;

/** Dash and gap of a broken line, CSS pixels, and how many there are at most. */
const DASH_PX = 6;
const MAX_DASHES = 64;

/** Names of the line sets, by what they lead to. */
const SETS = { kept: 'neighbors', missing: 'neighbors-missing', false: 'neighbors-false' } as const;

/**
 * Lines on the map from a pinned point to its neighbours: full to those that are near on the map, too; arrows to those the map
 * tore away; broken ones to those that are near on the map alone.
 */
export class NeighborLines {
  readonly #context: MapContext;
  #drawn = false;

  constructor(context: MapContext) {
    this.#context = context;
  }

  draw(found: Neighborhood): void {
    const { content, shown, stage, host } = this.#context;
    const positions = content.leading(shown);
    const camera = stage.stage?.scene.camera;
    if (!positions || !camera || found.id >= shown) {
      this.clear();
      return;
    }
    const color = readDrawingColors(host).text;
    const nearest = (fate: 'kept' | 'missing') => found.nearest.filter((neighbor) => fateOf(neighbor, found) === fate).map(({ id }) => id);
    const line = (name: keyof typeof SETS, segments: number[], arrow = false) =>
      stage.setLines(SETS[name], segments.length === 0 ? null : { segments: Float32Array.from(segments), color, opacity: OPACITY[name], widthPx: WIDTH_PX, arrow, above: true });
    line('kept', nearest('kept').flatMap((to) => segment(positions, found.id, to)));
    line('missing', nearest('missing').flatMap((to) => segment(positions, found.id, to)), true);
    line('false', falseNeighbors(found).flatMap(({ id: to }) => dashes(segment(positions, found.id, to), camera.view.scale)));
    this.#drawn = true;
  }

  clear(): void {
    if (!this.#drawn) return;
    for (const name of Object.values(SETS)) this.#context.stage.setLines(name, null);
    this.#drawn = false;
  }
}

type Segment = [number, number, number, number];

function segment(positions: Float32Array, from: number, to: number): Segment {
  return [positions[2 * from], positions[2 * from + 1], positions[2 * to], positions[2 * to + 1]];
}

/** A segment cut into dashes of so many pixels at the present zoom. */
export function dashes([x1, y1, x2, y2]: Segment, scale: number): number[] {
  const count = Math.max(1, Math.min(MAX_DASHES, Math.floor((Math.hypot(x2 - x1, y2 - y1) * scale) / (2 * DASH_PX))));
  return Array.from({ length: count }, (_, i) => {
    // The last dash ends at the neighbour.
    const [from, to] = [(2 * i + 1) / (2 * count), (i + 1) / count];
    return [x1 + (x2 - x1) * from, y1 + (y2 - y1) * from, x1 + (x2 - x1) * to, y1 + (y2 - y1) * to];
  }).flat();
}
