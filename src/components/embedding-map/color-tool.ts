import type { TemplateResult } from 'lit';
import { clickedFilter, clippedDomain, filterKeys, filterMask, FvError, NO_FILTER, shownBy, sizeScale, type CategoryFilter, type ColorScale, type MetadataColumn, type SizeScale } from '../../engine';
import { emit } from '../events';
import { formatCount } from '../number-format';
import { colorStringsFor, type ColorStrings } from '../strings/colors';
import { changeColors, type ColorProperties } from './change-colors';
import { legend, type LegendModel } from './legend/legend';
import { legendStyles } from './legend/legend.styles';
import { axisRange } from './legend/ramp-range';
import type { MapContext } from './map-context';
import type { MapPanel, MapTool } from './map-tools';
import { ColorsPanel } from './panels/colors-panel';

/** Share of the values that clipping leaves beyond the ramp's ends. */
const CLIPPED_SHARE = 0.02;

/** The legend: what colours and sizes mean, which categories are on show, and the panel that chooses. */
export class ColorTool implements MapTool {
  readonly #context: MapContext;
  readonly panel: MapPanel;
  #query = '';
  /** Axis of the ramp while one of its ends is dragged. */
  #range: readonly [number, number] | null = null;
  #filter: CategoryFilter = NO_FILTER;
  #shows = shownBy(NO_FILTER);
  /** What the mask was made of. */
  #masked: { scale: ColorScale | null; filter: CategoryFilter } = { scale: null, filter: NO_FILTER };
  #mask: Uint8Array | null = null;
  #sizeColumn: MetadataColumn | null = null;
  #size: { name: string; scale: SizeScale } | null = null;
  #sizing: AbortController | null = null;

  constructor(context: MapContext) {
    this.#context = context;
    this.panel = new ColorsPanel(context, (changes) => this.change(changes));
    context.adoptStyles(legendStyles);
    context.subscribe((change) => {
      if (change === 'properties' || change === 'colors' || change === 'data' || change === 'rows') this.#follow(change === 'data');
    });
    this.#follow(false);
  }

  disconnected(): void {
    this.#sizing?.abort();
  }

  /** The legend; null where there is nothing to explain. */
  legend(open: boolean): TemplateResult | null {
    const { host, scale, stage, rows, strings, content } = this.#context;
    if ((!scale && !this.#size) || content.points === 0) return null;
    const words = this.#words;
    const model: LegendModel = {
      name: this.nameOf(host.colorBy), scale, palette: stage.palette, rows, shown: this.#mask && this.#countShown(this.#mask), shows: this.#shows, query: this.#query, colored: host.coloredCategories,
      range: this.#range, clipped: host.colorDomain !== null, size: this.#size && { ...this.#size, name: this.nameOf(this.#size.name) }, open, strings, words,
      actions: this.#actions,
    };
    return legend(model);
  }

  /** What a column or a lens is called. */
  nameOf(name: string): string {
    return this.#context.content.data?.columns?.[name] ? name : (this.#words.lensNames[name] ?? name);
  }

  /** Changes colours and sizes as the user does. */
  change(changes: Partial<ColorProperties>): void {
    if (changes.colorBy !== undefined) this.#query = '';
    changeColors(this.#context.host, changes);
  }

  get #words(): ColorStrings {
    return colorStringsFor(this.#context.locale);
  }

  readonly #actions: LegendModel['actions'] = {
    click: (keys, toggles) => this.#show(clickedFilter(this.#filter, keys, toggles, filterKeys(this.#context.scale!))),
    showAll: () => this.#show(NO_FILTER),
    find: (query) => {
      this.#query = query;
      this.#context.requestUpdate();
    },
    color: (value) => {
      const { coloredCategories } = this.#context.host;
      this.change({ coloredCategories: coloredCategories.includes(value) ? coloredCategories.filter((other) => other !== value) : [...coloredCategories, value] });
    },
    drag: (domain) => {
      const { scale } = this.#context;
      if (scale?.kind === 'continuous') this.#range ??= axisRange(scale);
      this.change({ colorDomain: domain });
    },
    settle: () => {
      this.#range = null;
      this.#context.requestUpdate();
    },
    place: (domain) => this.change({ colorDomain: domain }),
    clip: () => {
      const { scale } = this.#context;
      if (scale?.kind === 'continuous') this.change({ colorDomain: clippedDomain(scale, CLIPPED_SHARE) });
    },
  };

  /** Shows what a filter leaves, as the user does: with the event. */
  #show(filter: CategoryFilter): void {
    const { host, scale, rows, strings } = this.#context;
    host.soloed = filter.soloed;
    host.hiddenCategories = filter.hidden;
    this.#follow(false);
    const keys = filterKeys(scale!);
    emit(host, 'fv-filter-change', { column: host.colorBy, shown: keys.filter(this.#shows), hidden: keys.filter((key) => !this.#shows(key)) });
    this.#context.announce(this.#words.shownOf(formatCount(this.#mask ? this.#countShown(this.#mask) : rows, strings), formatCount(rows, strings)));
  }

  #countShown(mask: Uint8Array): number {
    let shown = 0;
    const rows = Math.min(this.#context.rows, mask.length);
    for (let row = 0; row < rows; row++) shown += 1 - mask[row];
    return shown;
  }

  /** Takes over what the properties and the data say. */
  #follow(otherData: boolean): void {
    const { host, scale } = this.#context;
    if (otherData) {
      this.#masked = { scale: null, filter: NO_FILTER };
      this.#mask = null;
      this.#sizeColumn = null;
    }
    if (host.soloed !== this.#filter.soloed || host.hiddenCategories !== this.#filter.hidden) {
      this.#filter = { soloed: host.soloed, hidden: host.hiddenCategories };
      this.#shows = shownBy(this.#filter);
    }
    if (scale !== this.#masked.scale || this.#filter !== this.#masked.filter) {
      this.#masked = { scale, filter: this.#filter };
      this.#mask = scale && filterMask(scale, this.#filter, this.#shows);
      this.#context.mute('legend', this.#mask);
      this.#context.requestUpdate();
    }
    void this.#resize();
  }

  /** Sizes the points by the column of the moment. */
  async #resize(): Promise<void> {
    const { host, stage } = this.#context;
    const name = host.sizeBy;
    const column = this.#context.columnOf(name);
    if (column === this.#sizeColumn && (column === null || this.#size === null || this.#size.name === name)) return;
    this.#sizing?.abort();
    this.#sizeColumn = column;
    const abort = (this.#sizing = column ? new AbortController() : null);
    try {
      const scale = column && (await sizeScale(column, abort!.signal));
      this.#size = scale && { name, scale };
      stage.setSizes(scale?.sizes ?? null);
      this.#context.requestUpdate();
    } catch (error) {
      // An abort is how another column, or the end of the element, overtakes this one.
      if (!abort?.signal.aborted) this.#context.report(FvError.from(error));
    }
  }
}

