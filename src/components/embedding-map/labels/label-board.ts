import { placeLabels, type Camera, type LabelPyramid, type LabelSide, type LabelWish, type NamedRegion, type PlacedLabel } from '../../../engine';
import { pointText, regionText } from './label-text';
import type { DrawnLabel, LabelPainter, LabelText } from './label-painter';

/** A label fades in or out in so long, ms. */
const FADE_MS = 120;

/** Labels of points at most. */
const MAX_POINTS = 300;
const MAX_REGIONS = 40;

/** A point's label per square of so many CSS pixels; where regions are named there are fewer. */
const CELL_PX = 80;
const CELL_AMID_REGIONS_PX = 104;

/** Where fewer points than this would share a cell on average, cells shrink, down to this part of their side: at last every point is named. */
const CROWD = 4;
const SMALLEST_CELL = 0.35;

/** A label on show goes only when the zoom is so many levels of the pyramid coarser than its own: each at its own time, not all of a level at once. */
const LEVELS_KEPT = { least: 1, most: 3 } as const;

/** Candidates looked at; far more than find room. */
const MAX_CANDIDATES = 2000;

/** Selected points up to this many have their labels in any case. */
const MAX_FORCED = 20;

/** Opacity of the other points' labels while some are selected. */
const DIMMED = 0.45;

/** From the edge of a point to its label, and between labels, CSS pixels. */
const OFFSET_PX = 3;
const GAP_PX = 3;

/** The same word again only so far away: many occurrences of one word are named once in a while. */
const REPEAT_PX = 180;

const POINT_SIDES: readonly LabelSide[] = ['right', 'left', 'above', 'below'];
/** The card of the point under the pointer comes up at its lower right. */
const HOVERED_SIDES: readonly LabelSide[] = ['left', 'above', 'right', 'below'];
const REGION_SIDES: readonly LabelSide[] = ['middle'];

/** What the labels are made of at one moment. */
export interface LabelScene {
  camera: Camera;
  /** Device pixels per CSS pixel. */
  pixelRatio: number;
  /** Row-major [shown, 2]. */
  positions: Float32Array;
  labels: readonly string[];
  /** Diameter of the points, CSS pixels. */
  pointPx: number;
  /** Null: no points are labelled but those that are marked. */
  pyramid: LabelPyramid | null;
  /** Rank of every row by priority, 0 first; null: its id. */
  ranks: Uint32Array | null;
  /** Regions to name, of one level; empty for none. */
  regions: readonly NamedRegion[];
  /** Selected points by priority, at most a few thousand. */
  selected: readonly number[];
  /** Points that come before regions and all others, the most important first: a pinned one and its neighbours. */
  named: readonly number[];
  /** Point under the pointer, or −1. */
  hovered: number;
  muted: Uint8Array | null;
}

interface Wish extends LabelWish {
  key: number | string;
  /** A point's id, or −1. */
  id: number;
  region: NamedRegion | null;
  text: LabelText;
}

interface Shown {
  wish: Wish;
  side: LabelSide;
  label: DrawnLabel;
  opacity: number;
  leaving: boolean;
}

/**
 * Decides from frame to frame which labels are on show. What is shown stays as long as it fits and the zoom allows it;
 * others come, in order of priority, where there is room.
 */
export class LabelBoard {
  readonly #painter: LabelPainter;
  readonly #shown = new Map<number | string, Shown>();
  #lastMs: number | null = null;

  constructor(painter: LabelPainter) {
    this.#painter = painter;
  }

  /** The labels in sight that are there to stay. */
  get labels(): { label: DrawnLabel; region: NamedRegion | null }[] {
    return [...this.#shown.values()].filter(({ leaving }) => !leaving).map(({ label, wish: { region } }) => ({ label, region }));
  }

  /** What there is to draw, those that fade included. */
  get drawn(): DrawnLabel[] {
    return [...this.#shown.values()].map(({ label, opacity }) => ({ ...label, opacity: opacity * label.opacity }));
  }

  clear(): void {
    this.#shown.clear();
    this.#lastMs = null;
  }

  /** Moves on to a frame; whether labels are still fading. `instant`: nothing fades. */
  update(scene: LabelScene, timeMs: number, instant: boolean): boolean {
    const placed = this.#place(scene);
    const keys = new Set(placed.map(({ wish }) => wish.key));
    const marked = new Set([...scene.selected, ...scene.named]);
    for (const { wish, side, box } of placed) {
      const before = this.#shown.get(wish.key);
      // A label that changes sides comes anew.
      const opacity = before?.side === side ? before.opacity : 0;
      this.#shown.set(wish.key, { wish, side, opacity, leaving: false, label: { text: wish.text, box, opacity: scene.selected.length === 0 || wish.region || marked.has(wish.id) ? 1 : DIMMED } });
    }
    const step = instant ? 1 : Math.max(0, timeMs - (this.#lastMs ?? timeMs)) / FADE_MS;
    let fading = false;
    for (const [key, shown] of this.#shown) {
      if (!keys.has(key)) this.#leave(shown, scene);
      shown.opacity = Math.min(1, Math.max(0, shown.opacity + (shown.leaving ? -step : step)));
      if (shown.leaving && shown.opacity === 0) this.#shown.delete(key);
      else if (shown.leaving || shown.opacity < 1) fading = true;
    }
    this.#lastMs = fading ? timeMs : null;
    return fading;
  }

  /** Room for marked points first, then for named ones, then for regions, for what is on show, and for the rest. */
  #place(scene: LabelScene): PlacedLabel<Wish>[] {
    const { camera, hovered, selected, named } = scene;
    const { width, height } = camera.viewport;
    const room = { width, height, gapPx: GAP_PX, repeatPx: REPEAT_PX, max: MAX_POINTS };
    const forced = new Set(selected.length <= MAX_FORCED ? selected : []);
    if (hovered >= 0) forced.add(hovered);
    if (named.length > 0) forced.add(named[0]);
    const marked = placeLabels([...forced].map((id) => this.#pointWish(scene, id, true)).filter((wish) => this.#inSight(wish, scene)), room, []);
    const ends = placeLabels(named.filter((id) => !forced.has(id)).map((id) => this.#pointWish(scene, id, false)).filter((wish) => this.#inSight(wish, scene)), room, marked);
    const taken = [...marked, ...ends];
    const largest = [...scene.regions].sort((a, b) => b.points - a.points);
    const names = largest.map((region) => this.#regionWish(scene, region, largest[0].points)).filter((wish) => this.#inSight(wish, scene));
    const regions = placeLabels(this.#keptFirst(names), { ...room, gapPx: 3 * GAP_PX, max: MAX_REGIONS }, taken);
    const points = placeLabels(this.#pointWishes(scene, new Set([...forced, ...named])), room, [...taken, ...regions]);
    return [...points, ...regions, ...taken];
  }

  /** The points that may have a label: the selected ones first, then those that have one, then by priority. */
  #pointWishes(scene: LabelScene, forced: ReadonlySet<number>): Wish[] {
    const { pyramid, camera, muted, selected } = scene;
    const count = scene.positions.length >> 1;
    const rank = (id: number) => scene.ranks?.[id] ?? id;
    const marked = new Set(selected.length > MAX_FORCED ? selected : []);
    const ids = new Set(marked);
    if (pyramid) {
      const { view, viewport } = camera;
      const level = pyramid.levelAt(view.scale, this.#cellPx(scene));
      const halfWidth = viewport.width / 2 / view.scale;
      const halfHeight = viewport.height / 2 / view.scale;
      for (const { wish, leaving } of this.#shown.values()) if (wish.id >= 0 && !leaving && pyramid.levelOf(wish.id) <= level + levelsKept(wish.id)) ids.add(wish.id);
      const box = { minX: view.x - halfWidth, maxX: view.x + halfWidth, minY: view.y - halfHeight, maxY: view.y + halfHeight };
      for (const id of pyramid.query(box, level, MAX_CANDIDATES)) ids.add(id);
    }
    const wanted = [...ids].filter((id) => id < count && !forced.has(id) && !muted?.[id]).sort((a, b) => rank(a) - rank(b));
    const wishes = wanted.map((id) => this.#pointWish(scene, id, false)).filter((wish) => this.#inSight(wish, scene));
    const first = wishes.filter(({ id }) => marked.has(id));
    return [...this.#keptFirst(first), ...this.#keptFirst(wishes.filter(({ id }) => !marked.has(id)))];
  }

  /** Side of a cell at the present zoom, wherever the view is: a label must not come or go because the map is panned. */
  #cellPx({ camera: { bounds, view }, positions, regions }: LabelScene): number {
    const side = regions.length > 0 ? CELL_AMID_REGIONS_PX : CELL_PX;
    const areaPx = bounds ? (bounds.maxX - bounds.minX) * (bounds.maxY - bounds.minY) * view.scale ** 2 : 0;
    const crowd = areaPx > 0 ? ((positions.length >> 1) * side ** 2) / areaPx : CROWD;
    return side * Math.min(1, Math.max(SMALLEST_CELL, Math.sqrt(crowd / CROWD)));
  }

  #keptFirst(wishes: readonly Wish[]): Wish[] {
    return [...wishes.filter(({ kept }) => kept), ...wishes.filter(({ kept }) => !kept)];
  }

  #pointWish(scene: LabelScene, id: number, forced: boolean): Wish {
    const { positions, labels, camera, pointPx } = scene;
    const text = pointText(labels[id], scene.ranks?.[id] ?? id, labels.length);
    return {
      key: id, id, region: null, text, name: text.lines[0], forced, sides: id === scene.hovered ? HOVERED_SIDES : POINT_SIDES, kept: this.#keptSide(id), offsetPx: pointPx / 2 + OFFSET_PX,
      ...camera.toScreen(positions[2 * id], positions[2 * id + 1]), ...this.#painter.measure(text),
    };
  }

  #regionWish({ camera }: LabelScene, region: NamedRegion, most: number): Wish {
    const text = regionText(region.words, region.points, most);
    const key = `${region.level} ${region.id}`;
    return { key, id: -1, region, text, sides: REGION_SIDES, kept: this.#keptSide(key), offsetPx: 0, ...camera.toScreen(region.x, region.y), ...this.#painter.measure(text) };
  }

  #keptSide(key: number | string): LabelSide | null {
    const shown = this.#shown.get(key);
    return shown && !shown.leaving ? shown.side : null;
  }

  /** The place that is named is in the view. */
  #inSight({ xPx, yPx }: Wish, { camera: { viewport } }: LabelScene): boolean {
    return xPx >= 0 && yPx >= 0 && xPx <= viewport.width && yPx <= viewport.height;
  }

  /** A label that goes follows its place while it fades. */
  #leave(shown: Shown, scene: LabelScene): void {
    shown.leaving = true;
    const { wish, label: { box, text, opacity } } = shown;
    if (wish.id >= scene.positions.length >> 1) {
      shown.opacity = 0;
      return;
    }
    const place = wish.region ? scene.camera.toScreen(wish.region.x, wish.region.y) : scene.camera.toScreen(scene.positions[2 * wish.id], scene.positions[2 * wish.id + 1]);
    const dx = place.xPx - wish.xPx;
    const dy = place.yPx - wish.yPx;
    shown.wish = { ...wish, ...place };
    shown.label = { text, opacity, box: { left: box.left + dx, right: box.right + dx, top: box.top + dy, bottom: box.bottom + dy } };
  }
}

/** Spread evenly by a multiplicative hash of the row (Knuth). */
function levelsKept(row: number): number {
  const { least, most } = LEVELS_KEPT;
  return least + ((most - least) * (Math.imul(row, 2_654_435_761) >>> 0)) / 2 ** 32;
}
