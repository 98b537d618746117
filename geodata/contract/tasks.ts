import * as z from 'zod/mini'
import { taskOrigins, taskStates } from '../model/sheets/act.ts'
import { exchange, sending, download } from './exchange.ts'
import * as part from './parts.ts'
import * as schema from './schemas.ts'

const code = z.string().check(z.minLength(1), z.maxLength(64))
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))

/** 清单: what shall be put right. It is a row of the sheet `task`; overdue ones come first, by days. */
const task = z.object({
  entry: schema.held.entry, etag: z.string(), areaName: z.nullable(z.string()), originName: z.string(), subjectName: z.string(), measureName: z.string(), overdueDays: z.nullable(z.number()), editable: z.boolean(),
  /** The figure as it stands today; null: it can no longer be counted. */
  now: z.nullable(z.number()),
})
const query = { area: z.optional(code), state: z.optional(z.enum(taskStates)), origin: z.optional(z.enum(taskOrigins)), owner: z.optional(z.string().check(z.maxLength(80))), overdue: z.optional(z.enum(['yes'])) }
/** One task, as in the list. */
export const taskRead = exchange({
  name: 'taskRead', method: 'GET', path: '/api/v1/tasks/:id', role: 'leader', scope: 'none', summary: { zh: '一个清单事项', en: 'One task' }, pathParameters: z.object({ id: z.string().check(z.minLength(1), z.maxLength(200)) }), query: part.none, answer: { schema: task },
})
const subjectText = z.string().check(z.minLength(1), z.maxLength(140))
/** What a task about this subject would count, as it stands now: shown before one is made, and before one is closed. */
export const taskFigure = exchange({
  name: 'taskFigure', method: 'GET', path: '/api/v1/task-figure', role: 'editor', scope: 'record', summary: { zh: '列入清单前的数字', en: 'The figure a task would start from' }, pathParameters: part.none,
  query: z.object({ origin: z.enum(taskOrigins), subject: subjectText }),
  answer: { schema: z.object({ origin: z.enum(taskOrigins), subject: z.string(), subjectName: z.string(), measure: z.string(), measureName: z.string(), value: z.nullable(z.number()), area: z.string(), areaName: z.string(), unit: z.nullable(z.string()), position: z.nullable(part.position), /** The task that is already open about it; null: none. */ openTask: z.nullable(z.string()) }) },
})
export const tasks = exchange({
  name: 'tasks', method: 'GET', path: '/api/v1/tasks', role: 'leader', scope: 'detail', summary: { zh: '清单：责任单位、时限、状态、销号，超期在前', en: 'Tasks, overdue ones first' },
  pathParameters: part.none, query: z.object({ ...query, ...part.page }),
  answer: { schema: z.object({ tasks: z.array(task), total: z.number(), next: z.nullable(z.string()), summary: z.object({ open: z.number(), doing: z.number(), done: z.number(), dropped: z.number(), overdue: z.number(), doneThisYear: z.number() }), ...part.standing }) },
})
export const tasksExport = download({
  name: 'tasksExport', method: 'GET', path: '/api/v1/tasks/export', role: 'leader', scope: 'detail', summary: { zh: '导出清单', en: 'Tasks as a file' }, pathParameters: part.none, query: z.object({ ...query, format: z.enum(['csv', 'xlsx', 'geojson']) }), answer: { mediaType: 'application/octet-stream' },
})

/** Makes a task of a gap, a missing item, a vacancy, an overdue meeting, an uncovered firm, a need, an estate; the figure before is counted by the server. One open task a subject. */
export const taskOpen = sending({
  name: 'taskOpen', method: 'POST', path: '/api/v1/tasks', role: 'editor', scope: 'record', summary: { zh: '把短板列入清单', en: 'Make a task of what is missing' }, pathParameters: part.none, query: part.none,
  body: { schema: z.strictObject({ origin: z.enum(taskOrigins), /** gap: category:area or category:building; missingItem: slot:area; vacancy: seat; overdueMeeting: kind:community; uncoveredFirm: organisation; need: listItem; estate: its code. */ subject: subjectText, owner: z.string().check(z.minLength(1), z.maxLength(80)), due: day, note: z.optional(z.nullable(z.string().check(z.maxLength(400)))) }) },
  answer: { schema: task },
})
/** Takes it up, closes it (销号: the figure after is counted now), drops it, opens it again, or moves owner and due date. */
export const taskChange = sending({
  name: 'taskChange', method: 'PATCH', path: '/api/v1/tasks/:id', role: 'editor', scope: 'record', guarded: true, summary: { zh: '修改清单事项，或销号', en: 'Change or close a task' }, pathParameters: z.object({ id: z.string().check(z.minLength(1), z.maxLength(200)) }), query: part.none,
  body: { schema: z.partial(z.strictObject({ state: z.enum(taskStates), owner: z.string().check(z.minLength(1), z.maxLength(80)), due: day, note: z.nullable(z.string().check(z.maxLength(400))) })) },
  answer: { schema: task },
})

/** Needs and resources within walking time of one another, the best first: same category, fewest metres, most capacity. Claims are rows of the sheet `claim`. */
export const matching = exchange({
  name: 'matching', method: 'GET', path: '/api/v1/matching', role: 'leader', scope: 'detail', summary: { zh: '需求与资源：步行时间内的推荐配对', en: 'Needs and resources: suggested pairs within walking time' },
  pathParameters: part.none, query: z.object({ area: z.optional(code), category: z.optional(code), minutes: z.optional(z.number().check(z.gt(0), z.lte(60))) }),
  answer: { schema: z.object({
    minutes: z.number(), rule: z.string(), ...part.standing,
    items: z.array(z.object({ id: z.string(), list: z.enum(['need', 'resource', 'project']), name: z.string(), category: z.string(), capacity: z.nullable(z.number()), area: z.nullable(z.string()), areaName: z.nullable(z.string()), unit: z.nullable(z.string()), unitName: z.nullable(z.string()), position: z.nullable(part.position), open: z.boolean() })),
    pairs: z.array(z.object({ need: z.string(), resource: z.string(), walkMetres: z.number(), walkMinutes: z.number(), rank: z.number(), reason: z.string(), /** The claim that took it; null: only suggested. */ claim: z.nullable(z.string()) })),
    claims: z.array(z.object({ entry: schema.held.entry, etag: z.string(), itemName: z.string(), resourceName: z.nullable(z.string()), byName: z.string(), editable: z.boolean() })),
    summary: z.object({ needs: z.number(), resources: z.number(), projects: z.number(), unclaimed: z.number(), claimed: z.number(), done: z.number() }),
  }) },
})
