import type { AnswerOf, QueryOf, Reader } from '../../../geodata/contract/exchange.ts'
import type { taskFigure as taskFigureExchange, tasks } from '../../../geodata/contract/tasks.ts'
import type { EntryOf } from '../../../geodata/model/entry.ts'
import { daysBetween } from '../../../geodata/registers/days.ts'
import type { RegisterInput } from '../../../geodata/registers/register.ts'
import type { Language } from '../../../geodata/words/sentence.ts'
import { measureWords, originWords, subjectForms, type Measure } from '../../../geodata/words/tasks.ts'
import { areasAdmit, roleAdmits } from '../../security/authorise.ts'
import { etagOf } from '../../store/etag.ts'
import { keyCursor, keyOf } from '../cursor.ts'
import type { OpenCity } from '../open-city.ts'
import { unknownRecord } from '../records/read-answer.ts'
import { locate } from '../records/place.ts'
import { Refusal } from '../refusal.ts'
import { registerInput } from '../registers/register-input.ts'
import { standingOf } from '../standing.ts'
import { taskFigure } from './task-figure.ts'

type Answer = AnswerOf<typeof tasks>
export type TaskRow = EntryOf<'task'>
export type TaskAnswer = Answer['tasks'][number]
export type TaskQuery = Omit<QueryOf<typeof tasks>, 'limit' | 'cursor'>

const usualPage = 100

/** One page, overdue ones first. A page goes on after its last task, whatever came or went since. */
export async function taskList(open: OpenCity, query: QueryOf<typeof tasks>, reader: Reader, language: Language): Promise<Answer> {
  const input = await inputOf(open, query.area ?? null, reader)
  const { limit = usualPage, cursor, ...filter } = query
  const rows = chosenTasks(input, filter)
  const key = JSON.stringify(['tasks', filter])
  const after = cursor === undefined ? null : keyOf(cursor, key)
  const from = after === null ? 0 : rows.findIndex(({ id }) => id === after) + 1
  const page = rows.slice(from, from + limit)
  const all = input.rows('task')
  const count = (state: TaskRow['fields']['state']): number => all.filter(({ fields }) => fields.state === state).length
  return {
    tasks: await Promise.all(page.map((row) => taskAnswer(open, input, row, reader, language))), total: rows.length, next: from + limit < rows.length ? keyCursor(page[page.length - 1].id, key) : null,
    summary: {
      open: count('open'), doing: count('doing'), done: count('done'), dropped: count('dropped'), overdue: all.filter((row) => overdueDays(input, row) !== null).length,
      doneThisYear: all.filter(({ fields }) => fields.state === 'done' && (fields.closed ?? '').slice(0, 4) === input.day.slice(0, 4)).length,
    },
    ...standingOf(open.identity, open.versions, open.catalogue.version, null),
  }
}

/** Refusal unknownRecord. */
export async function oneTask(open: OpenCity, id: string, reader: Reader, language: Language): Promise<TaskAnswer> {
  const input = await inputOf(open, null, reader)
  const row = input.rows('task').find((one) => one.id === id)
  if (!row) throw unknownRecord('entry', id)
  return taskAnswer(open, input, row, reader, language)
}

/** What a task about a subject would count. Refusal unknownSubject, outsideAreas. */
export async function figureAnswer(open: OpenCity, { origin, subject }: QueryOf<typeof taskFigureExchange>, reader: Reader, language: Language): Promise<AnswerOf<typeof taskFigureExchange>> {
  const input = await inputOf(open, null, reader)
  const found = await taskFigure(open, input, origin, subject, language)
  if (!found) throw new Refusal('unknownSubject', { found: subject, expected: subjectForms[origin][language] })
  const chain = await locate(open, { area: found.area })
  if (!areasAdmit(reader.areas, chain.map(({ code }) => code))) throw new Refusal('outsideAreas', { found: input.areas.of(found.area)?.name ?? found.area, expected: reader.areas.map((code) => input.areas.of(code)?.name ?? code).join('、') })
  const standing = input.rows('task').find(({ fields }) => fields.origin === origin && fields.subject === subject && isOpen(fields.state))
  const { position, ...rest } = found
  return { origin, subject, ...rest, position: position && [position[0], position[1]], measureName: measureWords[found.measure][language], areaName: input.areas.of(found.area)?.name ?? found.area, openTask: standing?.id ?? null }
}

/** In the order of the list: overdue by days, then by due day; closed ones last, the latest first. */
export function chosenTasks(input: RegisterInput, { state, origin, owner, overdue }: TaskQuery): TaskRow[] {
  const isChosen = ({ fields }: TaskRow): boolean => (state === undefined || fields.state === state) && (origin === undefined || fields.origin === origin) && (owner === undefined || fields.owner.includes(owner))
  const rank = (row: TaskRow): string => (isOpen(row.fields.state) ? `0${row.fields.due}` : `1${invert(row.fields.closed ?? row.fields.due)}`)
  return input.rows('task').filter((row) => isChosen(row) && (overdue === undefined || overdueDays(input, row) !== null)).toSorted((a, b) => compare(rank(a), rank(b)) || compare(a.id, b.id))
}

const isOpen = (state: TaskRow['fields']['state']): boolean => state === 'open' || state === 'doing'
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
/** A later day sorts before an earlier one. */
const invert = (day: string): string => day.replaceAll(/\d/g, (digit) => String(9 - Number(digit)))

/** Null: not overdue. */
export function overdueDays(input: Pick<RegisterInput, 'day'>, { fields }: TaskRow): number | null {
  const days = daysBetween(fields.due, input.day)
  return isOpen(fields.state) && days > 0 ? days : null
}

async function taskAnswer(open: OpenCity, input: RegisterInput, row: TaskRow, reader: Reader, language: Language): Promise<TaskAnswer> {
  const { fields, area } = row
  const now = await taskFigure(open, input, fields.origin, fields.subject, language)
  const chain = await locate(open, { area })
  const measure = fields.measure in measureWords ? measureWords[fields.measure as Measure][language] : fields.measure
  return {
    entry: { ...row, position: row.position && [row.position[0], row.position[1]], fields: { ...fields } }, etag: etagOf(row), areaName: area === null ? null : (input.areas.of(area)?.name ?? area), originName: originWords[fields.origin][language],
    subjectName: now?.subjectName ?? row.name, measureName: measure, overdueDays: overdueDays(input, row),
    editable: roleAdmits(reader.role, 'editor') && areasAdmit(reader.areas, chain.map(({ code }) => code)), now: now?.measure === fields.measure ? now.value : null,
  }
}

/** Tasks are kept and become overdue by today's day, whatever the date of the data. */
const inputOf = (open: OpenCity, area: string | null, reader: Reader): Promise<RegisterInput> => registerInput(open, { area, day: open.day }, reader)
