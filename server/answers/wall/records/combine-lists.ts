import { unitedLights } from './lit-buildings.ts'
import type { Lights, ListedRecord, RecordList, Told } from './record-list.ts'

/** The records of several areas put together as their figures are: rows of one id are one row, its counts added. Of one area it is that area's list. */
export function combineLists(lists: readonly RecordList[]): RecordList {
  const { rows, figure, lights, shared } = lists.reduce((a, b) => ({ rows: together([...a.rows, ...b.rows]), figure: addFigures(a.figure, b.figure), lights: addLights(a.lights, b.lights), ...(a.shared && { shared: a.shared }) }))
  return { rows, lights, figure: shared && figure.value !== null ? { ...figure, value: rows.length } : figure }
}

function together(rows: readonly ListedRecord[]): ListedRecord[] {
  const byId = new Map<string, ListedRecord>()
  for (const row of rows) {
    const known = byId.get(row.id)
    byId.set(row.id, known ? { ...known, cells: known.cells.map((cell, at) => addCells(cell, row.cells[at])) } : row)
  }
  return [...byId.values()]
}

function addCells(a: ListedRecord['cells'][number], b: ListedRecord['cells'][number]): ListedRecord['cells'][number] {
  if (typeof a === 'number' && typeof b === 'number') return a + b
  return a ?? b
}

const sum = (a: number | null, b: number | null): number | null => (a === null ? b : b === null ? a : a + b)

const addFigures = (a: Told, b: Told): Told => ({ value: sum(a.value, b.value), of: sum(a.of, b.of), untold: a.untold + b.untold, why: a.why === null || b.why === null ? null : a.why })

const addLights = (a: Lights, b: Lights): Lights => {
  const buildings = unitedLights(a.buildings, b.buildings)
  return { ...placesLit(a, b), ...(buildings !== undefined && { buildings }) }
}

const placesLit = (a: Lights, b: Lights): Lights => ({
  states: [...new Set([...a.states, ...b.states])], areas: [...new Set([...a.areas, ...b.areas])].toSorted(), places: [...new Map([...a.places, ...b.places].map((place) => [place.id, place])).values()],
})
