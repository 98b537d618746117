import type { Hono } from 'hono'
import * as z from 'zod/mini'
import { errorAnswer, type ErrorAnswer } from '../../geodata/contract/errors.ts'
import { exchanges } from '../../geodata/contract/all.ts'
import type { AnswerOf } from '../../geodata/contract/exchange.ts'

type Parameters = Readonly<Record<string, string | number>>

const address = (path: string, parameters: Parameters): string => {
  const query = new URLSearchParams(Object.entries(parameters).map(([name, value]) => [name, String(value)])).toString()
  return query === '' ? path : `${path}?${query}`
}

async function ask<T extends z.ZodMiniType>(app: Hono, schema: T, path: string, parameters: Parameters): Promise<z.infer<T>> {
  const response = await app.request(address(path, parameters))
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
  return z.parse(schema, await response.json())
}

export const askCoverage = (app: Hono, parameters: Parameters): Promise<AnswerOf<typeof exchanges.coverage>> => ask(app, exchanges.coverage.answer.schema, '/api/v1/coverage', parameters)
export const askGaps = (app: Hono, parameters: Parameters): Promise<AnswerOf<typeof exchanges.gaps>> => ask(app, exchanges.gaps.answer.schema, '/api/v1/coverage/gaps', parameters)
export const askMeta = (app: Hono): Promise<AnswerOf<typeof exchanges.meta>> => ask(app, exchanges.meta.answer.schema, '/api/v1/meta', {})
export const askBasket = (app: Hono, id: string, parameters: Parameters): Promise<AnswerOf<typeof exchanges.basket>> =>
  ask(app, exchanges.basket.answer.schema, `/api/v1/buildings/${encodeURIComponent(id)}/basket`, parameters)

/** Bytes and the residents by state that the header tells. */
export async function askStates(app: Hono, parameters: Parameters): Promise<{ states: Uint8Array; residents: number[]; version: string | null }> {
  const response = await app.request(address('/api/v1/coverage/states', parameters))
  return { states: await response.bytes(), residents: (response.headers.get('x-linli-residents') ?? '').split(',').map(Number), version: response.headers.get('x-linli-version') }
}

/** Every row, page by page. */
export async function askAllGaps(app: Hono, parameters: Parameters): Promise<AnswerOf<typeof exchanges.gaps>['rows']> {
  const rows: AnswerOf<typeof exchanges.gaps>['rows'] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: AnswerOf<typeof exchanges.gaps> = await askGaps(app, cursor === '' ? parameters : { ...parameters, cursor })
    rows.push(...page.rows)
    cursor = page.next
  }
  return rows
}

/** The error of a request that must fail. */
export async function askError(app: Hono, path: string, language?: string): Promise<ErrorAnswer['error'] & { status: number }> {
  const response = await app.request(path, language === undefined ? {} : { headers: { 'accept-language': language } })
  return { ...z.parse(errorAnswer, await response.json()).error, status: response.status }
}
