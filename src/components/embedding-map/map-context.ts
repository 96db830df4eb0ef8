import type { CSSResult } from 'lit';
import type { FvError } from '../../engine';
import type { Strings } from '../strings';
import type { LayoutController } from '../controllers/layout-controller';
import type { MapContent } from './map-content';
import type { FvEmbeddingMap } from './fv-embedding-map';
import type { PanelName } from './map-tools';
import type { StageController } from './stage-controller';

/**
 * What of a map has changed: `data` is another data set; `rows` are more, fewer or another `limit` of the same; `positions` of the
 * layout (as often as it reports them); `view` of the camera, or the size (once a frame at most); `hover` and `selection`;
 * `layout` has started, ended or stopped; `settled` positions rest: no others have come for a while; `colors` of points or theme; `properties` that a page may set, and the language.
 */
export type MapChange = 'data' | 'rows' | 'positions' | 'view' | 'hover' | 'selection' | 'layout' | 'settled' | 'colors' | 'properties';

/** Handles a key pressed while the focus is in the map; true where it meant something. Handlers come before the map's own keys. */
export type KeyHandler = (event: KeyboardEvent) => boolean;

/** What a {@link MapTool} may know of its map and do with it. */
export interface MapContext {
  /** The element: its public properties, and where events are dispatched. */
  readonly host: FvEmbeddingMap;
  readonly content: MapContent;
  readonly stage: StageController;
  readonly layout: LayoutController;
  /** Leading rows that are of interest (`limit`). */
  readonly rows: number;
  /** Those of them that have a place. */
  readonly shown: number;
  /** Point under the pointer, or −1. */
  readonly hovered: number;
  /** Ids in the order they were selected. */
  readonly selected: readonly number[];
  readonly strings: Strings;
  /** BCP 47 tag in force. */
  readonly locale: string;
  /** Selects as the user does: with its event. */
  select(ids: readonly number[]): void;
  /** Marks a point as if the pointer were over it; −1 for none. */
  hover(id: number): void;
  /** Flies to the points; resolves on arrival. */
  flyTo(ids: ArrayLike<number>): Promise<void>;
  /** Opens a panel as the user does, or closes it (''): with its event. */
  open(panel: PanelName | ''): void;
  /** Says a sentence to a screen reader. */
  announce(sentence: string): void;
  /** Tells the page of an error with `fv-error`; the map stands all the same. */
  report(error: FvError): void;
  /** Renders the map's panels anew. */
  requestUpdate(): void;
  /** Hears of changes until the returned function is called. */
  subscribe(listener: (change: MapChange) => void): () => void;
  /** Hears keys until the returned function is called. */
  onKey(handler: KeyHandler): () => void;
  /** Adds styles to the map's shadow tree, once. */
  adoptStyles(styles: CSSResult): void;
}
