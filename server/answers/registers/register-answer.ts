import type { AnswerOf, QueryOf, Reader } from '../../../geodata/contract/exchange.ts'
import type { narratives, register, registers } from '../../../geodata/contract/registers.ts'
import { areaLevels } from '../../../geodata/model/area.ts'
import { registerList } from '../../../geodata/model/registerList.ts'
import type { Cell, RegisterTable, Row } from '../../../geodata/registers/register.ts'
import { eventProtection } from '../../../geodata/words/heat.ts'
import { leastForRate } from '../../../geodata/words/protection.ts'
import { personsProtected } from '../../../geodata/words/registers/columns.ts'
import { fillSentence, type Language } from '../../../geodata/words/sentence.ts'
import { cursorAt, offsetOf } from '../cursor.ts'
import type { OpenCity } from '../open-city.ts'
import { Refusal } from '../refusal.ts'
import { standingOf } from '../standing.ts'
import { headOf, listedOf, mayRead, textOf, type Listed } from './register-head.ts'
import { headlinesOf } from './register-headlines.ts'
import { dayOf, type RegisterAsk } from './register-input.ts'
import { areaValues, classesOf } from './register-map.ts'
import { monthsOf, type MonthRange } from './register-months.ts'
import { answerSentence, columnName, lateRows, shownCells } from './register-shown.ts'
import { tableOf, type MadeTable } from './register-tables.ts'
import { countsPersons, tellingOf, toldCell, type Telling } from './register-telling.ts'

type RegisterAnswer = AnswerOf<typeof register>
export type RegisterQuery = Pick<QueryOf<typeof register>, 'area' | 'month' | 'q' | 'state'>

/** Rows of one page when the caller names no limit. */
const usualPage = 200

/** Registers that have rows, and narratives, by number. */
export async function registersAnswer(open: OpenCity, query: QueryOf<typeof registers>, reader: Reader, language: Language): Promise<AnswerOf<typeof registers>> {
  const ask = askOf(open, query)
  const found: AnswerOf<typeof registers>['registers'] = []
  for (const listed of registerList) {
    if (!mayRead(listed, reader)) continue
    const made = await tableOf(open, listed.code, ask, reader)
    const paragraphs = textOf(listed.code, language).length
    if (!hasData(made) && paragraphs === 0) continue
    const answer = made ? answerSentence(open, listed.code, made.table, await tellingOf(open, listed.code, ask, reader), language, ask.area) : ''
    found.push({ ...headOf(listed, language), rows: made?.table.rows.length ?? 0, late: made ? lateRows(made.table) : null, answer })
  }
  return { registers: found, ...standingOf(open.identity, open.versions, open.catalogue.version, null) }
}

/** One register: its question and answer, figures, a page of its rows, and its map. */
export async function registerAnswer(open: OpenCity, code: string, query: QueryOf<typeof register>, reader: Reader, language: Language): Promise<RegisterAnswer> {
  const asked = await askRegister(open, code, query, reader, false)
  const { listed, ask, telling, table, rows } = asked
  const standing = standingOf(open.identity, open.versions, open.catalogue.version, null)
  const key = JSON.stringify(['register', code, query.area, query.month, query.q, query.state, language])
  const from = offsetOf(query.cursor, standing.dataVersion, key), to = Math.min(rows.length, from + (query.limit ?? usualPage))
  const range = asked.made ? await monthsOf(open, asked.made.used) : null
  return {
    register: headOf(listed, language), answer: asked.made ? answerSentence(open, listed.code, table, telling, language, ask.area) : '', area: areaOf(open, ask.area), day: ask.day, months: range,
    headlines: await headlinesOf(open, listed.code, table, ask, telling, reader, language),
    columns: table.columns.map(({ code: column, kind, persons }) => ({ code: column, name: columnName(listed.code, column, language), kind, persons: persons === true })),
    rows: rows.slice(from, to).map((row) => ({ ...placeOf(open, row), cells: shownCells(open, telling, table.columns, row, language) })),
    total: rows.length, next: to < rows.length ? cursorAt(to, standing.dataVersion, key) : null,
    map: await mapOf(open, listed, table, ask, telling, range, reader), protection: protectionOf(asked, language), ...standing, text: textOf(listed.code, language),
  }
}

export function narrativesAnswer(language: Language): AnswerOf<typeof narratives> {
  return { narratives: registerList.filter(({ view }) => view === 'narrative').map((listed) => ({ ...headOf(listed, language), text: textOf(listed.code, language) })) }
}

export type AskedRegister = { listed: Listed; ask: RegisterAsk; made: MadeTable | null; table: RegisterTable; telling: Telling; /** Those that the filters let through. */ rows: readonly Row[] }

/** A register as asked. Refusal: unknownRegister (none of that code, or without data), needsRole, unknownArea. */
export async function askRegister(open: OpenCity, code: string, query: RegisterQuery, reader: Reader, file: boolean): Promise<AskedRegister> {
  const listed = listedOf(code, reader)
  const ask = askOf(open, query)
  // Files tell everybody what leaders are told, residents too.
  const as: Reader = file ? { role: 'leader', areas: [] } : reader
  const made = await tableOf(open, listed.code, ask, as)
  if (!hasData(made) && textOf(listed.code, 'zh').length === 0) throw new Refusal('unknownRegister', { parameter: 'code', found: code })
  const table = made?.table ?? nothing
  const telling = await tellingOf(open, listed.code, ask, as)
  return { listed, ask, made, table, telling, rows: chosenRows(open, { ...table, rows: ordered(table, telling) }, telling, query) }
}

const hasData = (made: MadeTable | null): boolean => made !== null && (made.table.rows.length > 0 || made.table.settled === true)

const nothing: RegisterTable = { headlines: [], columns: [], rows: [], map: null, answer: {}, atoms: [] }

function askOf(open: OpenCity, { area, month }: Pick<RegisterQuery, 'area' | 'month'>): RegisterAsk {
  if (area !== undefined && !open.city.areas.byCode.has(area)) throw new Refusal('unknownArea', { parameter: 'area', found: area })
  return { area: area ?? null, day: dayOf(open, month) }
}

/** Rows in the order the register asks for, by what is told; what is not comes last. */
function ordered({ rows, columns, order }: RegisterTable, telling: Telling): readonly Row[] {
  const at = order === undefined ? -1 : columns.findIndex(({ code }) => code === order.column)
  if (order === undefined || at < 0) return rows
  const valueOf = (row: Row): number | null => { const told = toldCell(telling, columns[at], row, row.cells[at] ?? null); return typeof told === 'number' ? told : null }
  return rows.map((row) => ({ row, value: valueOf(row) })).toSorted((a, b) => (a.value === null || b.value === null ? Number(a.value === null) - Number(b.value === null) : (order.largest === 'first' ? b.value - a.value : a.value - b.value)) || (a.row.id < b.row.id ? -1 : 1)).map(({ row }) => row)
}

/** Rows whose words in either language hold all of what is looked for, and that are in that state. */
function chosenRows(open: OpenCity, { columns, rows }: RegisterTable, telling: Telling, { q, state }: RegisterQuery): readonly Row[] {
  const words = (q ?? '').trim().toLowerCase().split(/\s+/).filter((word) => word !== '')
  const at = columns.findIndex(({ kind }) => kind === 'state')
  const inState = state === undefined ? rows : rows.filter(({ cells }) => at >= 0 && cells[at] === state)
  if (words.length === 0) return inState
  return inState.filter((row) => {
    const said = [...shownCells(open, telling, columns, row, 'zh'), ...shownCells(open, telling, columns, row, 'en'), nameOf(open, row.area)].filter((cell: Cell) => typeof cell === 'string').join(' ').toLowerCase()
    return words.every((word) => said.includes(word))
  })
}

export const placeOf = (open: OpenCity, { id, opens, area, position }: Row): Omit<RegisterAnswer['rows'][number], 'cells'> => ({ id, opens, area, areaName: nameOf(open, area), position: position && [position[0], position[1]] })

function nameOf({ city: { areas } }: OpenCity, code: string | null): string | null {
  const at = code === null ? undefined : areas.byCode.get(code)
  return at === undefined ? null : areas.names[at]
}

export function areaOf({ city: { areas } }: OpenCity, code: string | null): RegisterAnswer['area'] {
  const at = code === null ? undefined : areas.byCode.get(code)
  return code === null || at === undefined ? null : { code, name: areas.names[at], level: areaLevels[areas.levels[at]] }
}

async function mapOf(open: OpenCity, { code }: Listed, { map, ...table }: RegisterTable, ask: RegisterAsk, telling: Telling, range: MonthRange | null, reader: Reader): Promise<RegisterAnswer['map']> {
  if (map === null) return null
  const empty = { level: null, column: null, worse: null, areas: [], classes: [], lines: [] }
  switch (map.kind) {
    case 'points': return { ...empty, kind: 'points', column: map.column }
    case 'lines': return { ...empty, kind: 'lines', lines: map.lines.map(({ from, to, count, row }) => ({ from: [from[0], from[1]], to: [to[0], to[1]], count, row })) }
    case 'areas': {
      const areas = areaValues(open, { ...table, map }, map, ask.area, telling)
      return { ...empty, kind: 'areas', level: map.level, column: map.column, worse: map.worse, areas, classes: await classesOf(open, code, ask, range, reader) }
    }
  }
}

export function protectionOf({ made, table, telling: { k, told } }: Pick<AskedRegister, 'made' | 'table' | 'telling'>, language: Language): RegisterAnswer['protection'] {
  if (told === null) return null
  const sentences = [countsPersons(table) ? fillSentence(personsProtected, { k, rate: leastForRate }, language) : '', made?.used.others.has('events') ? eventProtection('whole', k, language) : ''].filter((sentence) => sentence !== '')
  return sentences.length === 0 ? null : { k, finest: 'grid', sentence: sentences.join(language === 'zh' ? '' : ' ') }
}
