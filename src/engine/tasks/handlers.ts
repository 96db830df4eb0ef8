import { mapRegions, type RegionLevel } from '../labels/map-regions';
import { TextSearch, type TextMatches, type TextQuery, type RowMarks } from '../search';
import type { TaskHandlerMap, TaskScope } from './messages';

/** Everything a task worker can do; a part of the engine adds its handlers here. */
export function createTaskHandlers() {
  const texts = new TextSearch();
  return {
    'search-clear': () => texts.clear(),
    'search-append': (args: { field: number; texts: readonly string[] }) => texts.append(args.field, args.texts),
    search(query: TextQuery, scope: TaskScope): TextMatches {
      const matches = texts.search(query);
      scope.transfer(matches.ids.buffer, matches.ranked.buffer);
      return matches;
    },
    'search-marks': ({ query, ids }: { query: TextQuery; ids: readonly number[] }): RowMarks[] => texts.marks(query, ids),
    async regions({ positions, muted }: { positions: Float32Array; muted: Uint8Array | null }, scope: TaskScope): Promise<RegionLevel[]> {
      const levels = await mapRegions(positions, { muted });
      scope.transfer(...levels.map(({ cells }) => cells.buffer));
      return levels;
    },
  } satisfies TaskHandlerMap;
}

/** Handlers by name, with what each takes and gives. */
export type TaskHandlers = ReturnType<typeof createTaskHandlers>;
