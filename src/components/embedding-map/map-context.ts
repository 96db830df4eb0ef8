import type { CSSResult } from 'lit';
import type { ColorScale, FvError, LayoutQuality, MetadataColumn } from '../../engine';
import type { Strings } from '../strings';
import type { LayoutController } from '../controllers/layout-controller';
import type { MapContent } from './map-content';
import type { FvEmbeddingMap } from './fv-embedding-map';
import type { PanelName } from './map-tools';
import type { MuteSource } from './muted-mask';
import type { SelectionState } from './selection-state';
import type { StageController } from './stage-controller';

/**
 * What of a map has changed: `data` is another data set; `rows` are more, fewer or another `limit` of the same; `positions` of the
 * layout (as often as it reports them); `view` of the camera, or the size (once a frame at most); `hover` and `selection`; `named` points are others;
 * `layout` has started, ended or stopped; `settled` positions rest: no others have come for a while; `colors` of points or theme; `muted` points are others; `properties` that a page may set, and the language.
 */
export type MapChange = 'data' | 'rows' | 'positions' | 'view' | 'hover' | 'selection' | 'named' | 'layout' | 'settled' | 'colors' | 'muted' | 'properties';

/** Handles a key pressed while the focus is in the map; true where it meant something. Handlers come before the map's own keys. */
export type KeyHandler = (event: KeyboardEvent) => boolean;

/**
 * What a {@link MapTool} may know of its map and do with it. Points are told by their rows in the content here; pages know them by
 * ids, their rows in the user's data, which differ while some points are isolated: `content.idOf`, `content.rowOf`.
 */
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
  /** Rows of the content in the order they were selected. Never changed in place. */
  readonly selected: Uint32Array;
  /** The selection by ids, with its steps. */
  readonly selection: SelectionState;
  /** Rows that come first where labels find room. */
  readonly named: readonly number[];
  /** What the colours mean; null for one colour, and until a column is resolved. */
  readonly scale: ColorScale | null;
  /** Columns that tools have brought, by name. */
  readonly lenses: ReadonlyMap<string, MetadataColumn>;
  readonly strings: Strings;
  /** BCP 47 tag in force. */
  readonly locale: string;
  /** A column of the data or of a tool, by name; null where there is none. */
  columnOf(name: string): MetadataColumn | null;
  /** Offers a column [n] to colour and size by, `color-by="<name>"`; null takes it back. Goes with its data. */
  setLens(name: string, column: MetadataColumn | null): void;
  /** Mutes points, 1 = muted, [n], beside those of other sources; null mutes none. Goes with its data. */
  mute(source: MuteSource, mask: Uint8Array | null): void;
  /** Selects rows as the user does: with its event. */
  select(rows: ArrayLike<number>): void;
  /** Says which those are, the most important first. Goes with its data. */
  name(rows: readonly number[]): void;
  /** Pins a row as the user does, or lets go of it (−1): with its event. */
  pin(row: number): void;
  /** Shows the rows that `change` puts into the content, with the quality of their layout. */
  swapRows(change: () => void, measured: LayoutQuality | null): void;
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
