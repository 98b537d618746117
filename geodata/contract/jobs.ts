import * as z from 'zod/mini'
import { download, exchange } from './exchange.ts'
import * as part from './parts.ts'

export const jobKinds = ['import', 'export', 'rebuild', 'edition', 'siting'] as const
export type JobKind = (typeof jobKinds)[number]
export const jobStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const
export type JobState = (typeof jobStates)[number]

export const job = z.object({
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
  name: 'jobList', method: 'GET', path: '/api/v1/jobs', role: 'planner', scope: 'none', summary: { zh: '任务列表，新的在前', en: 'Jobs, newest first' }, pathParameters: part.none, query: z.object(part.page),
  answer: { schema: z.object({ jobs: z.array(job), next: z.nullable(z.string()) }) },
})
export const jobRead = exchange({ name: 'jobRead', method: 'GET', path: '/api/v1/jobs/:id', role: 'planner', scope: 'none', summary: { zh: '一个任务的进度', en: 'Progress of one job' }, pathParameters: id, query: part.none, answer: { schema: job } })
export const jobCancel = exchange({ name: 'jobCancel', method: 'DELETE', path: '/api/v1/jobs/:id', role: 'planner', scope: 'none', summary: { zh: '取消任务', en: 'Cancel a job' }, pathParameters: id, query: part.none, answer: { schema: job } })
export const jobResult = download({ name: 'jobResult', method: 'GET', path: '/api/v1/jobs/:id/result', role: 'editor', scope: 'none', summary: { zh: '任务的结果文件', en: 'The file a job made' }, pathParameters: id, query: part.none, answer: { mediaType: 'application/octet-stream' } })
