import { errorAnswer } from '../../geodata/contract/errors.ts'
import type { AnswerOf, Exchange, PathOf, QueryOf } from '../../geodata/contract/exchange.ts'
import type { Lang } from '../text/numbers.ts'
import { fillPath, queryText } from './address.ts'
import { answered, failed, type Outcome } from './outcome.ts'

type Asked<E> = { path?: PathOf<E>; query?: QueryOf<E>; signal?: AbortSignal; lang?: Lang }

export type Client = {
  /** A JSON answer, checked against the contract. Never throws. */
  ask<E extends Exchange & { answer: { schema: unknown } }>(exchange: E, asked?: Asked<E>): Promise<Outcome<AnswerOf<E>>>
  /** Bytes of an exchange that is not JSON. Never throws. */
  bytes<E extends Exchange>(exchange: E, asked?: Asked<E>): Promise<Outcome<Uint8Array>>
  /** An answer to be kept as a file, under the name the server gives it; '' without one. Never throws. */
  file<E extends Exchange>(exchange: E, asked?: Asked<E>): Promise<Outcome<{ name: string; content: Blob }>>
}

/** The one way to the server. `fetcher` is the browser's fetch or a test's. */
export const createClient = (fetcher: typeof fetch): Client => {
  const reach = async <E extends Exchange>(exchange: E, { path, query, signal, lang = 'zh' }: Asked<E>): Promise<Outcome<Response>> => {
    try {
      const response = await fetcher(fillPath(exchange.path, path ?? {}) + queryText(query ?? {}), {
        method: exchange.method, headers: { 'accept-language': lang }, ...(signal ? { signal } : {}),
      })
      return response.ok ? answered(response) : await refusal(response)
    } catch {
      return failed(signal?.aborted ? 'cancelled' : 'network')
    }
  }
  return {
    async ask(exchange, asked = {}) {
      const reached = await reach(exchange, asked)
      if (!reached.ok) return reached
      try {
        const body: unknown = await reached.value.json()
        const schema = exchange.answer.schema as { safeParse(value: unknown): { success: true; data: unknown } | { success: false } }
        const read = schema.safeParse(body)
        return read.success ? answered(read.data as AnswerOf<typeof exchange>) : failed('shape')
      } catch {
        return failed(asked.signal?.aborted ? 'cancelled' : 'shape')
      }
    },
    async bytes(exchange, asked = {}) {
      const reached = await reach(exchange, asked)
      if (!reached.ok) return reached
      try {
        return answered(new Uint8Array(await reached.value.arrayBuffer()))
      } catch {
        return failed(asked.signal?.aborted ? 'cancelled' : 'network')
      }
    },
    async file(exchange, asked = {}) {
      const reached = await reach(exchange, asked)
      if (!reached.ok) return reached
      try {
        return answered({ name: fileName(reached.value.headers.get('content-disposition') ?? ''), content: await reached.value.blob() })
      } catch {
        return failed(asked.signal?.aborted ? 'cancelled' : 'network')
      }
    },
  }
}

/** The name in a Content-Disposition header: the one in UTF-8 (RFC 8187) before the plain one. */
const fileName = (disposition: string): string => {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1]
  return encoded === undefined ? /filename="?([^";]+)"?/i.exec(disposition)?.[1] ?? '' : decodeURIComponent(encoded)
}

/** What a status other than 2xx means: the contract's error, or a server (or proxy) that is not up. */
const refusal = async (response: Response): Promise<Outcome<never>> => {
  const body = errorAnswer.safeParse(await response.json().catch(() => null))
  if (body.success) {
    const { code, message } = body.data.error
    return failed(code === 'notReady' ? 'notReady' : 'server', message, code)
  }
  return failed(response.status >= 500 ? 'network' : 'shape')
}
