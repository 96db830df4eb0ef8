import { isolatedData, type LayoutQuality, type View } from '../../engine';
import { emit } from '../events';
import type { MapContext } from './map-context';
import { nothingToIsolate } from './map-errors';
import type { MapTool } from './map-tools';

/** Lays some points out alone, while the layout of all waits. */
export class IsolateTool implements MapTool {
  readonly #context: MapContext;
  /** What was measured of the layout that waits. */
  #measured: LayoutQuality | null = null;
  /** Where the user looked then; null where the camera followed. */
  #view: View | null = null;
  /** A later call gives up what an earlier one is gathering. */
  #gathering: AbortController | null = null;

  constructor(context: MapContext) {
    this.#context = context;
  }

  disconnected(): void {
    this.#gathering?.abort();
  }

  /** Shows the points of `ids` alone, and lays them out where they have vectors. Resolves at the end of their layout. @throws FvError without ids. */
  async isolate(ids: Uint32Array): Promise<void> {
    const { content, layout, host, stage } = this.#context;
    const { whole } = content;
    if (!whole || ids.length === 0) throw nothingToIsolate();
    this.#gathering?.abort();
    const gathering = new AbortController();
    this.#gathering = gathering;
    const rows = ids.slice().sort();
    const data = await isolatedData(whole, rows);
    if (gathering.signal.aborted || content.whole !== whole) return;

    if (content.isolated) layout.stop();
    else {
      this.#measured = host.quality;
      const camera = stage.stage?.scene.camera;
      this.#view = camera && !camera.following ? camera.view : null;
      layout.putAside();
    }
    this.#context.swapRows(() => content.isolate(rows, data), null);
    this.#context.select([]);
    emit(host, 'fv-isolate-change', { ids: host.isolated });
    if (data.vectors) await host.run();
  }

  /** Shows all points again, where they were. Those that were alone are selected, unless others are. */
  showAll(): void {
    this.#gathering?.abort();
    const { content, layout, host, selection } = this.#context;
    const { isolated } = content;
    if (!isolated) return;
    layout.takeBack();
    this.#context.swapRows(() => content.showAll(), this.#measured);
    this.#measured = null;
    if (this.#view) this.#context.stage.stage?.scene.camera.show(this.#view);
    this.#context.select(selection.ids.length > 0 ? selection.ids : isolated);
    emit(host, 'fv-isolate-change', { ids: null });
  }
}
