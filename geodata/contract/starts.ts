import * as z from 'zod/mini'
import { editableKinds } from '../model/city.ts'
import { sheetCodes } from '../model/sheets/all.ts'
import { exchange, sending, uploading } from './exchange.ts'
import { job } from './jobs.ts'
import * as part from './parts.ts'

/** A file of real data; `dryRun` checks and writes nothing. Editors bring sheets (csv, xlsx), rows within their areas; map data and `replace` are an administrator's. */
export const importStart = uploading({
  name: 'importStart', method: 'POST', path: '/api/v1/imports', role: 'editor', scope: 'none', summary: { zh: '导入一个文件', en: 'Import a file' }, pathParameters: part.none,
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
