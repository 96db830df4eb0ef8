import type { TemplateResult } from 'lit';
import type { AuditTool } from './audit-tool';
import type { AxisTool } from './axis-tool';
import type { ColorTool } from './color-tool';
import type { ContextTool } from './context-tool';
import type { ExportTool } from './export-tool';
import type { IsolateTool } from './isolate-tool';
import type { KeysTool } from './keys-tool';
import type { LabelTool } from './label-tool';
import type { ListTool } from './list-tool';
import type { MapContext } from './map-context';
import type { NeighborTool } from './neighbor-tool';
import type { SearchTool } from './search-tool';
import type { SelectionTool } from './selection-tool';

/** What a tool shows in the drawer. */
export interface MapPanel {
  /** Body of the drawer; read at every update of the map while the panel is open. */
  template(): TemplateResult;
  /** The panel is on show: a place for the focus. */
  opened?(): void;
  closed?(): void;
}

/** A part of the explorer: it lives from its first use to the end of the element. */
export interface MapTool {
  readonly panel?: MapPanel;
  /** The element has left its document for good; it may come back with the same tool. */
  disconnected?(): void;
}

/** The tools by name. */
export interface ToolTypes {
  audit: AuditTool;
  axes: AxisTool;
  colors: ColorTool;
  contexts: ContextTool;
  export: ExportTool;
  isolate: IsolateTool;
  keys: KeysTool;
  labels: LabelTool;
  list: ListTool;
  neighbors: NeighborTool;
  search: SearchTool;
  selection: SelectionTool;
}

export type ToolName = keyof ToolTypes;

/** How each tool is loaded; none is part of a map's first load. */
const LOADERS: { [Name in ToolName]: () => Promise<new (context: MapContext) => ToolTypes[Name]> } = {
  audit: async () => (await import('./audit-tool')).AuditTool,
  axes: async () => (await import('./axis-tool')).AxisTool,
  colors: async () => (await import('./color-tool')).ColorTool,
  contexts: async () => (await import('./context-tool')).ContextTool,
  export: async () => (await import('./export-tool')).ExportTool,
  keys: async () => (await import('./keys-tool')).KeysTool,
  list: async () => (await import('./list-tool')).ListTool,
  search: async () => (await import('./search-tool')).SearchTool,
  selection: async () => (await import('./selection-tool')).SelectionTool,
  labels: async () => (await import('./label-tool')).LabelTool,
  neighbors: async () => (await import('./neighbor-tool')).NeighborTool,
  isolate: async () => (await import('./isolate-tool')).IsolateTool,
};

/** Tools that have a panel in the drawer, in the order of their buttons. */
export const PANEL_NAMES = ['search', 'neighbors', 'selection', 'labels', 'colors', 'axes', 'contexts', 'audit', 'list', 'export', 'keys'] as const satisfies readonly ToolName[];

export type PanelName = (typeof PANEL_NAMES)[number];

/** Is it the name of a panel? Pages may set any string. */
export function isPanelName(name: string): name is PanelName {
  return (PANEL_NAMES as readonly string[]).includes(name);
}

/** The tools of one map, each made when it is first asked for. */
export class MapTools {
  readonly #context: MapContext;
  readonly #making = new Map<ToolName, Promise<MapTool>>();
  readonly #made = new Map<ToolName, MapTool>();

  constructor(context: MapContext) {
    this.#context = context;
  }

  /** The tool, loaded and made at the first call. */
  get<Name extends ToolName>(name: Name): Promise<ToolTypes[Name]> {
    let making = this.#making.get(name);
    if (!making) {
      making = this.#make(name);
      this.#making.set(name, making);
      // A file that did not come may come the next time.
      making.catch(() => this.#making.delete(name));
    }
    return making as Promise<ToolTypes[Name]>;
  }

  /** The tool where it is made already. */
  loaded<Name extends ToolName>(name: Name): ToolTypes[Name] | undefined {
    return this.#made.get(name) as ToolTypes[Name] | undefined;
  }

  disconnected(): void {
    for (const tool of this.#made.values()) tool.disconnected?.();
  }

  async #make(name: ToolName): Promise<MapTool> {
    const Tool = await LOADERS[name]();
    const tool: MapTool = new Tool(this.#context);
    this.#made.set(name, tool);
    this.#context.requestUpdate();
    return tool;
  }
}
