import type { PropertyValues } from 'lit';
import { FvError, type NeighborMetric, type RowNeighbor } from '../../engine';
import type { PointerTool } from '../controllers/pointer-gestures';
import { emit } from '../events';
import { LaidOutMap } from './laid-out-map';
import { checkIds, noVectors } from './map-errors';
import type { PanelName, ToolName, ToolTypes } from './map-tools';
import { clickMode, combineIds, distinctIds, otherIds, plainIds, type ClickModifiers, type SelectMode } from './selection-ids';
import { SelectionSets } from './selection-sets';
import { SelectionState } from './selection-state';

/** A map whose points can be selected, step by step, kept as sets, and laid out alone. Ids are rows of the user's data throughout. */
export abstract class SelectableMap extends LaidOutMap {
  protected readonly selectionState = new SelectionState();
  readonly #sets = new SelectionSets();
  /** Rows of the selected ids, and of which state of things they are. */
  #selectedRows: { ids: Uint32Array; generation: number; rows: Uint32Array } | null = null;

  /** Ids of the selected points, in the order they were selected. */
  get selection(): readonly number[] {
    return this.selectionState.list;
  }

  /** Named selections, in the order they were saved; another map after every change. */
  get sets(): ReadonlyMap<string, readonly number[]> {
    return this.#sets.lists;
  }

  /** Ids of the points that are shown alone, ascending; null where all are shown. */
  get isolated(): readonly number[] | null {
    return this.content.isolated && plainIds(this.content.isolated);
  }

  /** Selects these points, or as `mode` says: adds or removes them, or keeps only those among them. @throws FvError for an id that names no point. */
  select(ids: Iterable<number>, { mode = 'replace' }: { mode?: SelectMode } = {}): void {
    this.selectIds(combineIds(this.selectionState.ids, this.checked(ids), mode, this.points));
  }

  /** Selects the points that are not selected, within `limit`. */
  invertSelection(): void {
    const others = otherIds(this.selectedRows, this.rows, this.stageController.muted);
    this.selectIds(this.content.idsOf(others));
  }

  /** Back to the selection before; whether there was one. */
  undo(): boolean {
    return this.#step(this.selectionState.undo());
  }

  /** Forth to the selection that was undone last; whether there was one. */
  redo(): boolean {
    return this.#step(this.selectionState.redo());
  }

  /** Keeps the selection, or `ids`, under a name; a set of that name is replaced. @throws FvError for an empty name and an id that names no point. */
  saveSet(name: string, ids: Iterable<number> = this.selectionState.ids): void {
    if (name.trim() === '') {
      throw new FvError({ code: 'invalid-option', expected: 'a name for the set', received: JSON.stringify(name), fix: 'pass a name that is not blank' });
    }
    this.#sets.save(name.trim(), this.checked(ids));
    this.#setsChanged();
  }

  /** Forgets a set; whether there was one. */
  deleteSet(name: string): boolean {
    const found = this.#sets.delete(name);
    if (found) this.#setsChanged();
    return found;
  }

  /** Gives a set another name; a set that had it goes. Whether there was one. */
  renameSet(name: string, to: string): boolean {
    const found = to.trim() !== '' && this.#sets.rename(name, to.trim());
    if (found) this.#setsChanged();
    return found;
  }

  /**
   * Lays out these points, by default the selected ones, alone; the layout of all waits. Where the data has no vectors they
   * stay where they are. Ids stay the rows of `data`. Resolves when that layout has ended, failed or was left.
   * @throws FvError without points, and for an id that names none.
   */
  async isolate(ids: Iterable<number> = this.selectionState.ids): Promise<void> {
    const wanted = this.checked(ids);
    await (await this.loadTool('isolate')).isolate(wanted);
  }

  /**
   * The `k` rows nearest to row `id` among all vectors within `limit`, by `metric`, nearest first: `dot` is told as minus the product.
   * @throws FvError without vectors or such a row.
   */
  async neighbors(id: number, k = 10, metric: NeighborMetric = this.metric): Promise<RowNeighbor[]> {
    await this.updateComplete;
    const { whole } = this.content;
    if (!whole?.vectors) throw noVectors();
    const rows = this.rowsOf(this.points);
    checkIds([id], rows);
    const vectors = whole.vectors.subarray(0, rows * whole.dimensions!);
    return (await this.loadTool('neighbors')).neighborsOf(vectors, { dimensions: whole.dimensions!, id, k, metric });
  }

  /** Shows all points again, where they were. */
  showAll(): void {
    this.loadedTool('isolate')?.showAll();
  }

  /** Pins a row, or lets go of the pinned one (−1), with the event. A selection of the pinned point alone goes along. */
  protected pin(row: number): void {
    const id = row < 0 ? null : this.content.idOf(row);
    const { pinned } = this;
    if (id === pinned) return;
    this.pinned = id;
    const { ids } = this.selectionState;
    if (id !== null && pinned !== null && ids.length === 1 && ids[0] === pinned) this.selectIds(Uint32Array.of(id));
    emit(this, 'fv-pin-change', id === null ? { id, label: null } : { id, label: this.content.data!.labels[row] });
  }

  /** Opens a panel as the user does, or closes it (''). */
  protected abstract openPanel(panel: PanelName | ''): void;

  /** Takes another tool as the user does: with the event. */
  protected takeTool(tool: PointerTool): void {
    if (tool === this.tool) return;
    this.tool = tool;
    emit(this, 'fv-tool-change', { tool });
  }

  /** Gives up what is being drawn; else clears the selection; else leaves the tool. */
  protected clear(): void {
    const { stage } = this.stageController;
    if (stage?.abandonTrace()) return;
    stage?.hover(-1);
    if (this.selectionState.ids.length > 0) this.selectIds(new Uint32Array(0));
    else this.takeTool('pan');
  }

  /** Ctrl or ⌘ + Z goes a selection back, with Shift forth; whether the key meant that. Text fields keep their own. */
  protected stepByKey({ key, ctrlKey, metaKey, shiftKey, altKey, target }: KeyboardEvent): boolean {
    if (key.toLowerCase() !== 'z' || !(ctrlKey || metaKey) || altKey || (target as Element).matches('input, textarea')) return false;
    return shiftKey ? this.redo() : this.undo();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('tool')) this.stageController.setTool(this.tool);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (changed.has('pinned') && this.pinned !== null) void this.loadTool('neighbors');
  }

  /** The tool of that name where it is made already. */
  protected abstract loadedTool<Name extends ToolName>(name: Name): ToolTypes[Name] | undefined;

  /** Rows of the user's data. */
  protected get points(): number {
    return this.content.whole?.labels.length ?? 0;
  }

  protected override get selectedRows(): Uint32Array {
    const { ids } = this.selectionState;
    const { generation } = this.content;
    if (this.#selectedRows?.ids !== ids || this.#selectedRows.generation !== generation) this.#selectedRows = { ids, generation, rows: this.content.rowsOf(ids) };
    return this.#selectedRows.rows;
  }

  /** @throws FvError for an id that names no point. */
  protected checked(ids: Iterable<number>): Uint32Array {
    const list = ids instanceof Uint32Array || Array.isArray(ids) ? (ids as Uint32Array | number[]) : Array.from(ids);
    checkIds(list, this.points);
    return distinctIds(list, this.points);
  }

  /** Selects exactly `ids`, which are kept, with the event. */
  protected selectIds(ids: Uint32Array): void {
    if (this.selectionState.set(ids)) this.#selectionChanged();
  }

  protected override selectRows(rows: ArrayLike<number>): void {
    this.selectIds(distinctIds(this.content.idsOf(rows), this.points));
  }

  protected override clickRow(row: number, modifiers: ClickModifiers): void {
    super.clickRow(row, modifiers);
    const mode = clickMode(modifiers);
    if (row >= 0) this.selectIds(combineIds(this.selectionState.ids, this.content.idsOf([row]), mode, this.points));
    else if (mode === 'replace') this.selectIds(new Uint32Array(0));
    if (mode !== 'replace') return;
    this.pin(row);
    // What the card under the pointer says stands in the drawer now.
    if (this.pinned !== null && (this.panel === '' || this.panel === 'neighbors')) this.stageController.stage?.hover(-1);
    // A page without the buttons has a place of its own for what is pinned.
    if (this.pinned !== null && this.panel === '' && this.toolbar === 'auto') this.openPanel('neighbors');
    else if (this.pinned === null && this.panel === 'neighbors') this.openPanel('');
  }

  protected override dataReplaced(): void {
    this.selectionState.reset();
    this.#sets.clear();
    this.pinned = null;
  }

  #step(changed: boolean): boolean {
    if (changed) this.#selectionChanged();
    return changed;
  }

  #selectionChanged(): void {
    this.stageController.setSelection(this.selectedRows);
    emit(this, 'fv-selection-change', this.selectionState.detail);
    this.changes.tell('selection');
    this.requestUpdate();
  }

  #setsChanged(): void {
    emit(this, 'fv-sets-change', { sets: this.sets });
    this.requestUpdate();
  }
}
