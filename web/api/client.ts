import { errorAnswer, type ErrorCode } from '../../geodata/contract/errors.ts'
import type { AnswerOf, BodyOf, Exchange, PathOf, QueryOf } from '../../geodata/contract/exchange.ts'
import type { Lang } from '../text/numbers.ts'
import { fillPath, queryText } from './address.ts'
import { answered, failed, type Outcome } from './outcome.ts'

type Asked<E> = {
  path?: PathOf<E>
  query?: QueryOf<E>
  /** What is sent as JSON. */
  body?: BodyOf<E>
  /** What is sent as it is. */
  file?: Blob
  /** The etag of the record as it was read; a record that changed since is refused. */
  ifMatch?: string | null
  signal?: AbortSignal
  lang?: Lang
}

export type Client = {
  /** A JSON answer, checked against the contract. Never throws. */
  ask<E extends Exchange & { answer: { schema: unknown } }>(exchange: E, asked?: Asked<E>): Promise<Outcome<AnswerOf<E>>>
  /** Bytes of an exchange that is not JSON; `came` is told how many are here. Never throws. */
  bytes<E extends Exchange>(exchange: E, asked?: Asked<E>, came?: (bytes: number) => void): Promise<Outcome<Uint8Array<ArrayBuffer>>>
  /** An answer to be kept as a file, under the name the server gives it; '' without one. Never throws. */
  file<E extends Exchange>(exchange: E, asked?: Asked<E>): Promise<Outcome<{ name: string; content: Blob }>>
  /** Told of every refusal, whoever asked: so that the end of a session is noticed in one place. Gives the way to stop. */
  refused(listener: (code: ErrorCode) => void): () => void
}

/** The one way to the server. `fetcher` is the browser's fetch or a test's. */
export const createClient = (fetcher: typeof fetch): Client => {
  const listeners = new Set<(code: ErrorCode) => void>()

  const reach = async <E extends Exchange>(exchange: E, { path, query, body, file, ifMatch, signal, lang = 'zh' }: Asked<E>): Promise<Outcome<Response>> => {
    try {
      const headers: Record<string, string> = { 'accept-language': lang }
      if (body !== undefined) headers['content-type'] = 'application/json'
      if (file !== undefined) headers['content-type'] = exchange.body && 'bytes' in exchange.body ? exchange.body.bytes : file.type
      if (ifMatch) headers['if-match'] = ifMatch
      const content = file ?? (body === undefined ? undefined : JSON.stringify(body))
      const response = await fetcher(fillPath(exchange.path, path ?? {}) + queryText(query ?? {}), {
        method: exchange.method, headers, ...(content === undefined ? {} : { body: content }), ...(signal ? { signal } : {}),
      })
      if (response.ok) return answered(response)
      const refused = await refusal(response)
      if (!refused.ok && refused.error.code !== null) for (const listener of listeners) listener(refused.error.code)
      return refused
    } catch {
      return failed(signal?.aborted ? 'cancelled' : 'network')
    }
  }
  /** What is made of an answer that came; reading it may still fail. */
  const read = async <E extends Exchange, T>(exchange: E, asked: Asked<E>, taking: (response: Response) => Promise<Outcome<T>>, torn: 'shape' | 'network'): Promise<Outcome<T>> => {
    const reached = await reach(exchange, asked)
    if (!reached.ok) return reached
    try {
      return await taking(reached.value)
    } catch {
      return failed(asked.signal?.aborted ? 'cancelled' : torn)
    }
  }
  return {
    ask: (exchange, asked = {}) => read(exchange, asked, async (response) => {
      const found: unknown = await response.json()
      const schema = exchange.answer.schema as { safeParse(value: unknown): { success: true; data: unknown } | { success: false } }
      const checked = schema.safeParse(found)
      return checked.success ? answered(checked.data as AnswerOf<typeof exchange>, response.headers.get('etag')) : failed('shape')
    }, 'shape'),
    bytes: (exchange, asked = {}, came) => read(exchange, asked, async (response) => answered(came ? await counted(response, came) : new Uint8Array(await response.arrayBuffer())), 'network'),
    file: (exchange, asked = {}) => read(exchange, asked, async (response) => answered({ name: fileName(response.headers.get('content-disposition') ?? ''), content: await response.blob() }), 'network'),
    refused: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** The bytes of an answer, told as they come. */
const counted = async (response: Response, came: (bytes: number) => void): Promise<Uint8Array<ArrayBuffer>> => {
  const parts: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  const reader = response.body?.getReader()
  for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
    parts.push(piece.value)
    size += piece.value.length
    came(size)
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
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
    const { code, message, details, fields = [] } = body.data.error
    return failed(code === 'notReady' ? 'notReady' : 'server', { code, message, details, fields })
  }
  return failed(response.status >= 500 ? 'network' : 'shape')
}
