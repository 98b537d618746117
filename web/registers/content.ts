import type { AnswerOf } from '../../geodata/contract/exchange.ts'
import type { register } from '../../geodata/contract/registers.ts'
import type { CellKind } from '../../geodata/model/register.ts'
import type { OverlayContent, OverlaySign } from '../map/overlay/shapes.ts'
import { classOf } from './classes.ts'
import { stateOf } from './figures.ts'

export type RegisterAnswer = AnswerOf<typeof register>
export type RegisterRow = RegisterAnswer['rows'][number]

/** What of a register is drawn: areas by class, places by state, curves. `key`: id or area code of the chosen and of the pointed row. */
export const overlayContent = ({ map, columns, protection }: RegisterAnswer, rows: readonly RegisterRow[], chosen: string | null, hovered: string | null): OverlayContent => {
  if (map === null) return {}
  const marked = { chosen, hovered }
  if (map.kind === 'lines') return { threads: map.lines.map(({ row, from, to, count }) => ({ id: row, name: nameOf(rows.find(({ id }) => id === row)), from, to, count })), ...marked }
  if (map.kind === 'areas') {
    const none = protection === null ? 'none' as const : 'few' as const
    return {
      ...(map.level === null ? {} : { areas: { level: map.level, rows: map.areas.map(({ code, name, value }) => ({ code, name, step: value === null ? none : classOf(value, map.classes) })) } }),
      classes: map.classes.length, lowIsWorse: map.worse === 'low', ...marked,
    }
  }
  const at = columns.findIndex(({ kind }) => kind === 'state')
  return { places: rows.flatMap((row) => (row.position ? [{ id: row.id, name: nameOf(row), position: row.position, sign: signOf(at < 0 ? null : row.cells[at] ?? null) }] : [])), ...marked }
}

/** How the map's values are written: as its column's or its headline's; values of its own that lie between nothing and one are shares. */
export const mapKind = ({ map, columns, headlines }: RegisterAnswer): CellKind => {
  const named = columns.find(({ code }) => code === map?.column) ?? headlines.find(({ code }) => code === map?.column)
  if (named) return named.kind
  const values = map?.areas.flatMap(({ value }) => (value === null ? [] : [value])) ?? []
  return values.some((value) => !Number.isInteger(value)) && values.every((value) => value >= 0 && value <= 1) ? 'share' : 'count'
}

/** What a row is called: its first words, else its area. */
export const nameOf = (row: RegisterRow | undefined): string => row?.cells.find((cell): cell is string => typeof cell === 'string' && cell !== '' && stateOf(cell) === null) ?? row?.areaName ?? ''

/** Without a state of its own a place is a plain square. */
const signOf = (cell: string | number | boolean | null): OverlaySign => stateOf(cell) ?? 'site'

/** By what the map knows a row: areas by their code, places and curves by the row. */
export const markOf = ({ map }: RegisterAnswer, row: RegisterRow | undefined): string | null => (row === undefined ? null : map?.kind === 'areas' ? row.area : row.id)
/** The first row that stands for what was chosen on the map. */
export const rowOf = ({ map }: RegisterAnswer, rows: readonly RegisterRow[], mark: string | null): RegisterRow | undefined => (mark === null ? undefined : rows.find((row) => (map?.kind === 'areas' ? row.area : row.id) === mark))
