import type { WallBoard, WallRow } from '../../../../geodata/contract/wall.ts'

/** What a board itself works out; the words around it are put there by boards.ts. All rows there are: they are cut once areas have been put together. */
export type BoardBody =
  | { kind: 'bars' | 'pairs' | 'list'; rows: WallRow[]; untold?: number; why?: WallBoard['why'] }
  | Pick<Extract<WallBoard, { kind: 'halfHours' }>, 'kind' | 'day' | 'dayName' | 'covered' | 'open' | 'total' | 'areas' | 'untold' | 'why'>
  | Pick<Extract<WallBoard, { kind: 'matrix' }>, 'kind' | 'columns' | 'rows' | 'untold' | 'why'>

/** A row with what most rows leave out. */
export const wallRow = ({ id, name, ...more }: Pick<WallRow, 'id' | 'name'> & Partial<WallRow>): WallRow =>
  ({ id, name, value: null, of: null, second: null, state: null, note: '', areas: [], position: null, ...more })
