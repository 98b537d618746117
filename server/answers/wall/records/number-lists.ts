import { stateIndex } from '../../../../geodata/kernel/states.ts'
import { completenessOf } from '../../../../geodata/registers/build/completeness.ts'
import { grouped } from '../../../../geodata/registers/grouped.ts'
import { isOpen } from '../../../../geodata/registers/share/openSites.ts'
import { registerChoices } from '../../../../geodata/words/registers/choices.ts'
import { wallRecordWords } from '../../../../geodata/words/wallRecords.ts'
import { isBelowCommunities } from '../boards/board-ask.ts'
import { homesIn } from '../boards/homes-in.ts'
import { requestsByPlace } from '../boards/request-places.ts'
import type { Counted } from '../figure.ts'
import { sevenRooms } from '../registers.ts'
import { lensStates } from '../states.ts'
import { litBuildings } from './lit-buildings.ts'
import { areasOf, counted, noLights, placesOf, record, type ListedRecord, type RecordList } from './record-list.ts'
import { numbersAt, toldOf, type RecordAsk } from './record-ask.ts'

/** Persons are told by area, never by building: communities, and grids of one community. What the figure holds beyond them is a row of its own, so that the rows are the figure. */
export async function shareRecords(ask: RecordAsk, code: 'meals' | 'evening'): Promise<RecordList> {
  const rows = await areaRows(ask, code, ({ value, of }) => [value, of])
  const figure = toldOf(ask.numbers[code])
  if (figure.value === null) return { rows, figure, lights: noLights }
  const { open, at, day } = ask, states = await lensStates(open, code, day)
  const reached = homesIn(open.city, at).filter((home) => states[home] === stateIndex.covered)
  return { rows, figure, lights: { ...noLights, states: ['covered'], buildings: litBuildings(states.length, reached) } }
}

/** Enterprises are told by community, never one by one. */
export async function twoNewRecords(ask: RecordAsk): Promise<RecordList> {
  if (isBelowCommunities(ask)) return { rows: [], figure: toldOf(ask.numbers.twoNew), lights: noLights }
  const rows = await areaRows(ask, 'twoNew', ({ value, of, facts }) => [value, of, facts.find((fact) => fact.code === 'work')?.value ?? null])
  return { rows, figure: toldOf(ask.numbers.twoNew), lights: { ...noLights, areas: areasOf(rows.filter(({ cells }) => cells[0] !== 0)) } }
}

type Cells = (figure: Counted) => ListedRecord['cells']

async function areaRows(ask: RecordAsk, code: 'meals' | 'evening' | 'twoNew', cellsOf: Cells): Promise<ListedRecord[]> {
  const { input, level, area, language } = ask
  const isFine = code !== 'twoNew' && area !== null && (level === 'community' || level === 'grid')
  const parts = input.areas.at(isFine ? 'grid' : 'community')
  const figures = await Promise.all(parts.map(async (part) => ({ part, figure: (await numbersAt(ask, part.code))[code] })))
  const rows = figures.filter(({ figure }) => figure.value !== null).map(({ part, figure }) => record({ id: part.code, name: part.name, area: part.code, areaName: part.name, position: part.centre && [part.centre[0], part.centre[1]], cells: cellsOf(figure) }))
  const whole = ask.numbers[code]
  if (whole.value === null) return []
  const rest = cellsOf(whole).map((cell, at) => (typeof cell === 'number' ? rows.reduce((left, { cells }) => left - Number(cells[at] ?? 0), cell) : cell))
  return rest.every((cell) => cell === 0 || cell === null) ? rows : [...rows, record({ id: `rest:${area ?? ''}`, name: wallRecordWords.rest[language], cells: rest })]
}

/** Communities whose seven rooms are all there. */
export function roomRecords(ask: RecordAsk): RecordList {
  const figure = toldOf(ask.numbers.rooms)
  if (figure.value === null) return { rows: [], figure, lights: noLights }
  const { items, rows: all } = completenessOf(ask.input, 'community')
  const wanted = new Set(sevenRooms(ask.input.catalogue).map(({ code }) => code))
  const done = all.filter(({ cells }) => cells.every(({ standing }, at) => !wanted.has(items[at].code) || standing === 'built' || standing === 'shared'))
  const rows = done.map(({ area, complete, of }) => record({ id: area.code, name: area.name, area: area.code, areaName: area.name, position: area.centre && [area.centre[0], area.centre[1]], cells: [complete, of], state: 'done' }))
  return { rows, figure, lights: { ...noLights, areas: areasOf(rows) } }
}

/** Units that opened at least one of their sites. */
export function openedRecords(ask: RecordAsk): RecordList {
  const figure = toldOf(ask.numbers.opened), { input, language } = ask
  if (figure.value === null) return { rows: [], figure, lights: noLights }
  const owned = grouped(input.facilities.filter(({ unit }) => unit !== null), ({ unit }) => unit)
  const rows = input.units.flatMap((unit) => {
    const sites = owned.get(unit.id) ?? [], open = sites.filter(isOpen), community = input.areas.communityAt(unit)
    return open.length === 0 ? [] : [record({ id: unit.id, name: unit.name, area: community?.code ?? null, areaName: community?.name ?? null, position: [unit.position[0], unit.position[1]], cells: [registerChoices['unit.nature'][unit.nature][language], open.length, sites.length], state: 'done' })]
  })
  return { rows, figure, lights: { ...noLights, places: placesOf(rows) } }
}

/** Requests by place. settled: the number counts those settled. all: the board counts all. */
export function requestRecords(ask: RecordAsk, which: 'settled' | 'all'): RecordList {
  const { places } = requestsByPlace(ask)
  const rows = places.map(({ area, sums }) => record({ id: area.code, name: area.name, ...(ask.input.areas.of(area.code) !== null && { area: area.code, areaName: area.name }), position: area.centre && [area.centre[0], area.centre[1]], cells: [sums.resolved, sums.toldTimes, sums.times, sums.responded, sums.satisfied] }))
  const number = toldOf(ask.numbers.requests), times = places.reduce((sum, { sums }) => sum + sums.times, 0)
  if (which === 'settled' && number.value === null) return { rows: [], figure: number, lights: noLights }
  return { rows, figure: which === 'settled' ? number : places.length === 0 ? counted(null, null, 'none') : counted(times, null), lights: { ...noLights, areas: areasOf(rows.filter(({ cells }) => cells[which === 'settled' ? 0 : 2] !== 0)) } }
}
