import * as z from 'zod/mini'
import { registerGroups } from '../model/sheets/field.ts'
import { cellKinds, registerStates, registerViews } from '../model/register.ts'
import { download, exchange } from './exchange.ts'
import * as part from './parts.ts'

const code = z.string().check(z.minLength(1), z.maxLength(64))
export const month = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/))
const cellKind = z.enum(cellKinds)

/** A mechanism of the source documents. */
const registerHead = z.object({
  number: z.number(), code: z.string(), name: z.string(), group: z.enum(registerGroups), view: z.enum(registerViews),
  /** The one question its reader asks. */
  question: z.string(),
  /** Numbers of the source documents; the formula in a sentence; '' of a narrative. */
  sources: z.array(z.string()), formula: z.string(),
  /** Path of a page of its own beside /registers/{code}; null: none. */
  page: z.nullable(z.string()),
})
export type RegisterHead = z.infer<typeof registerHead>

/** Registers that have data and that this reader may read, by number. A register without data is not there. */
export const registers = exchange({
  name: 'registers', method: 'GET', path: '/api/v1/registers', role: 'leader', scope: 'none', summary: { zh: '有数据的台账和指标', en: 'Registers and indicators that have data' },
  pathParameters: part.none, query: z.object({ area: z.optional(code), month: z.optional(month) }),
  answer: { schema: z.object({ registers: z.array(z.object({ ...registerHead.shape, rows: z.number(), /** Rows that are late or missing; null: it has no such state. */ late: z.nullable(z.number()), /** The question, answered in a sentence. */ answer: z.string() })), ...part.standing }) },
})

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()])
const column = z.object({
  code: z.string(), name: z.string(), kind: cellKind,
  /** Counts persons: null cells were too few to be shown. */
  persons: z.boolean(),
})
const row = z.object({
  id: z.string(), opens: z.nullable(z.enum(['entry', 'unit', 'facility', 'organisation', 'area'])), area: z.nullable(z.string()), areaName: z.nullable(z.string()), position: z.nullable(part.position),
  /** By column. Choices and areas are written in words; `state` cells are codes of registerStates. */
  cells: z.array(cell),
})
const registerMap = z.nullable(z.object({
  kind: z.enum(['areas', 'points', 'lines']),
  /** areas: which level is coloured, and by which column. */
  level: z.nullable(part.level), column: z.nullable(z.string()), worse: z.nullable(z.enum(['high', 'low'])),
  areas: z.array(z.object({ code: z.string(), name: z.string(), value: z.nullable(z.number()) })),
  /** Upper bounds of the classes, rising; the last holds the largest. Fixed over the months asked for. */
  classes: z.array(z.number()),
  lines: z.array(z.object({ from: part.position, to: part.position, count: z.number(), row: z.string() })),
}))

const registerPath = z.object({ code })
const registerQuery = { area: z.optional(code), /** End of that month; absent: today. */ month: z.optional(month), q: z.optional(z.string().check(z.maxLength(60))), state: z.optional(z.enum(registerStates)) }

export const register = exchange({
  name: 'register', method: 'GET', path: '/api/v1/registers/:code', role: 'leader', scope: 'detail', summary: { zh: '一本台账：问题、答案、公式、表和图', en: 'One register: question, answer, formula, table, map' },
  pathParameters: registerPath, query: z.object({ ...registerQuery, ...part.page }),
  answer: { schema: z.object({
    register: registerHead, answer: z.string(), area: z.nullable(z.object({ code: z.string(), name: z.string(), level: part.level })), day: z.string(),
    /** Months the slider runs over, both included; null: it knows only today. */
    months: z.nullable(z.object({ from: z.string(), to: z.string() })),
    headlines: z.array(z.object({ code: z.string(), name: z.string(), value: z.nullable(z.number()), of: z.nullable(z.number()), ofName: z.string(), kind: cellKind, /** Of the parent's other areas, for comparison; null: nothing to compare. */ median: z.nullable(z.number()) })),
    columns: z.array(column), rows: z.array(row), total: z.number(), next: z.nullable(z.string()), map: registerMap, protection: part.protection, ...part.standing,
    /** Of a narrative: its paragraphs. */
    text: z.array(z.string()),
  }) },
})

/** The whole table as a file; counts of persons are protected for everyone. */
export const registerExport = download({
  name: 'registerExport', method: 'GET', path: '/api/v1/registers/:code/export', role: 'leader', scope: 'detail', summary: { zh: '导出一本台账', en: 'A register as a file' },
  pathParameters: registerPath, query: z.object({ ...registerQuery, format: z.enum(['csv', 'xlsx', 'geojson']) }), answer: { mediaType: 'application/octet-stream' },
})

/** Narratives share one page. */
export const narratives = exchange({
  name: 'narratives', method: 'GET', path: '/api/v1/narratives', role: 'leader', scope: 'none', summary: { zh: '文字机制', en: 'Mechanisms told in words' }, pathParameters: part.none, query: part.none,
  answer: { schema: z.object({ narratives: z.array(z.object({ ...registerHead.shape, text: z.array(z.string()) })) }) },
})

/** An empty sheet with its headings, a row of notes and a list of the words each column takes. */
export const sheetTemplate = download({
  name: 'sheetTemplate', method: 'GET', path: '/api/v1/sheets/:sheet', role: 'editor', scope: 'none', summary: { zh: '导入表模板', en: 'Template of an import sheet' },
  pathParameters: z.object({ sheet: code }), query: z.object({ format: z.enum(['csv', 'xlsx']) }), answer: { mediaType: 'application/octet-stream' },
})
