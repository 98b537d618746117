import * as z from 'zod/mini'
import { editableKinds } from '../model/city.ts'
import { sheetCodes } from '../model/sheets/all.ts'
import { download, exchange, sending, uploading } from './exchange.ts'
import * as part from './parts.ts'

export const jobKinds = ['import', 'export', 'rebuild'] as const
export type JobKind = (typeof jobKinds)[number]
export const jobStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const
export type JobState = (typeof jobStates)[number]

const job = z.object({
  id: z.string(), kind: z.enum(jobKinds), state: z.enum(jobStates),
  /** What it is doing, in the reader's language; '' before it begins. */
  stage: z.string(),
  done: z.number(),
  /** null: nobody knows yet. */
  total: z.nullable(z.number()),
  /** What was asked for, in the reader's language: the file's name, the list and its area. */
  title: z.string(),
  owner: z.string(), created: z.string(), started: z.nullable(z.string()), ended: z.nullable(z.string()),
  /** Why it failed, in a sentence. */
  failure: z.nullable(z.string()),
  /** Lines of the import report, or what was written; null until it is done. */
  report: z.nullable(z.array(z.string())),
  /** Whether jobResult has a file. */
  file: z.nullable(z.object({ name: z.string(), bytes: z.number() })),
})
export type JobAnswer = z.infer<typeof job>

const id = z.object({ id: z.string().check(z.minLength(1), z.maxLength(64)) })

/** An account sees its own jobs, an administrator all. */
export const jobList = exchange({
  name: 'jobList', method: 'GET', path: '/api/v1/jobs', role: 'editor', scope: 'none', summary: { zh: '任务列表，新的在前', en: 'Jobs, newest first' }, pathParameters: part.none, query: z.object(part.page),
  answer: { schema: z.object({ jobs: z.array(job), next: z.nullable(z.string()) }) },
})
export const jobRead = exchange({ name: 'jobRead', method: 'GET', path: '/api/v1/jobs/:id', role: 'editor', scope: 'none', summary: { zh: '一个任务的进度', en: 'Progress of one job' }, pathParameters: id, query: part.none, answer: { schema: job } })
export const jobCancel = exchange({ name: 'jobCancel', method: 'DELETE', path: '/api/v1/jobs/:id', role: 'editor', scope: 'none', summary: { zh: '取消任务', en: 'Cancel a job' }, pathParameters: id, query: part.none, answer: { schema: job } })
export const jobResult = download({ name: 'jobResult', method: 'GET', path: '/api/v1/jobs/:id/result', role: 'editor', scope: 'none', summary: { zh: '任务的结果文件', en: 'The file a job made' }, pathParameters: id, query: part.none, answer: { mediaType: 'application/octet-stream' } })

/** A file of real data; `dryRun` checks and writes nothing. */
export const importStart = uploading({
  name: 'importStart', method: 'POST', path: '/api/v1/imports', role: 'administrator', scope: 'none', summary: { zh: '导入一个文件', en: 'Import a file' }, pathParameters: part.none,
  query: z.object({ file: z.string().check(z.minLength(1), z.maxLength(200)), dryRun: z.optional(z.enum(['yes', 'no'])), replace: z.optional(z.enum(['yes', 'no'])), datum: z.optional(z.string().check(z.maxLength(20))), as: z.optional(z.string().check(z.maxLength(20))) }),
  body: { bytes: 'application/octet-stream' }, answer: { schema: job },
})
/** A list of records as a file; counts of buildings below k are written "<10". */
export const exportStart = sending({
  name: 'exportStart', method: 'POST', path: '/api/v1/exports', role: 'editor', scope: 'area', summary: { zh: '导出一个列表', en: 'Export a list' }, pathParameters: part.none, query: z.object({ area: z.optional(z.string().check(z.minLength(1), z.maxLength(64))) }),
  body: { schema: z.strictObject({ kind: z.enum(editableKinds), /** Of entries: one sheet. */ sheet: z.optional(z.enum(sheetCodes)), format: z.enum(['csv', 'xlsx', 'geojson']), asOf: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))) }) }, answer: { schema: job },
})
/** Builds columns, network and tiles anew from the database. */
export const rebuildStart = exchange({ name: 'rebuildStart', method: 'POST', path: '/api/v1/rebuilds', role: 'administrator', scope: 'none', summary: { zh: '重建路网和瓦片', en: 'Rebuild network and tiles' }, pathParameters: part.none, query: part.none, answer: { schema: job } })
