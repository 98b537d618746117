import * as z from 'zod/mini'
import type { AnswerOf, BodyOf } from '../../geodata/contract/exchange.ts'
import { taskChange, taskFigure, taskOpen, taskRead } from '../../geodata/contract/tasks.ts'
import type { Entry, EntryOf } from '../../geodata/model/entry.ts'
import { jsonReply, type Reply } from '../answers/reply.ts'
import { Refusal } from '../answers/refusal.ts'
import type { Asked, Route } from '../http/exchange-handler.ts'
import { readerOf } from '../security/caller.ts'
import { shanghaiDay } from '../store/day.ts'
import type { World } from '../world.ts'
import { deskSource, freshId } from './record-kinds.ts'
import { ifMatchOf, own, writeRecord, type RecordRoutesSetting } from './records.ts'

export type TaskRoutes = Record<'taskOpen' | 'taskChange', Route>

/** A task is a row of the sheet `task`; what makes it one is that its figures are counted here and not typed. */
export function taskRoutes(setting: RecordRoutesSetting & { world: Pick<World, 'ask'> }): TaskRoutes {
  return { taskOpen: (asked) => openTask(setting, asked), taskChange: (asked) => changeTask(setting, asked) }
}

type Setting = Parameters<typeof taskRoutes>[0]
type Figure = AnswerOf<typeof taskFigure>

async function openTask(setting: Setting, asked: Asked): Promise<Reply> {
  const { origin, subject, owner, due, note } = asked.body as BodyOf<typeof taskOpen>
  const figure = await figureOf(setting, asked, origin, subject)
  // What is called `other` is told apart by its note.
  if (figure.openTask !== null && origin !== 'other') throw new Refusal('taskExists', { found: figure.subjectName, task: figure.openTask })
  const today = shanghaiDay()
  const entry: Entry = {
    id: freshId('e-'), sheet: 'task', name: figure.subjectName, area: figure.area, unit: figure.unit, position: figure.position, validFrom: null, validTo: null, source: deskSource, date: today,
    fields: { origin, subject, owner, due, state: 'open', opened: today, closed: null, measure: figure.measure, before: figure.value, after: null, note: note ?? null },
  }
  await writeRecord(setting, asked, { kind: 'entry', id: entry.id, action: 'add', after: entry, ifMatch: null })
  return answered(setting, asked, entry.id)
}

async function changeTask(setting: Setting, asked: Asked): Promise<Reply> {
  const body = asked.body as BodyOf<typeof taskChange>
  const standing = await own(setting, 'entry', asked)
  if (!isTask(standing)) throw new Refusal('unknownRecord', { found: standing.id, kind: 'entry' })
  const { fields } = standing
  const closes = body.state === 'done' && fields.state !== 'done', reopens = body.state !== undefined && body.state !== 'done'
  const ended = body.state === 'dropped' ? { closed: shanghaiDay() } : reopens ? { closed: null, after: null } : {}
  // 销号: what was counted before is counted again now.
  const done = closes ? { closed: shanghaiDay(), after: await countedNow(setting, asked, standing) } : {}
  const after: Entry = { ...standing, fields: { ...fields, ...body, ...ended, ...done } }
  await writeRecord(setting, asked, { kind: 'entry', id: standing.id, action: 'change', after, ifMatch: ifMatchOf(asked) })
  return answered(setting, asked, standing.id)
}

/** Null: what it counts is no longer there, so that nothing can be said after. */
async function countedNow(setting: Setting, asked: Asked, { fields }: EntryOf<'task'>): Promise<number | null> {
  try {
    const figure = await figureOf(setting, asked, fields.origin, fields.subject)
    return figure.measure === fields.measure ? figure.value : null
  } catch (error) {
    if (error instanceof Refusal && error.value.code === 'unknownSubject') return null
    throw error
  }
}

async function figureOf({ world }: Setting, { language, caller }: Asked, origin: Figure['origin'], subject: string): Promise<Figure> {
  const reply = await world.ask({ name: 'taskFigure', path: {}, query: { origin, subject }, language, reader: readerOf(caller) })
  return z.parse(taskFigure.answer.schema, jsonOf(reply))
}

async function answered({ world }: Setting, { language, caller }: Asked, id: string): Promise<Reply> {
  const reply = await world.ask({ name: 'taskRead', path: { id }, query: {}, language, reader: readerOf(caller) })
  const task = z.parse(taskRead.answer.schema, jsonOf(reply))
  return jsonReply(task, { etag: task.etag })
}

const isTask = (record: object): record is EntryOf<'task'> => 'sheet' in record && record.sheet === 'task'
const jsonOf = ({ body }: Reply): unknown => JSON.parse(typeof body === 'string' ? body : new TextDecoder().decode(body))
