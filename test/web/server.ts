import { areaAnswer, areasAnswer, basketAnswer, categoriesAnswer, coverageAnswer, gapsAnswer, metaAnswer, sessionAnswer, standardsAnswer } from './answers.ts'

export type Reply = { status?: number; body: unknown; headers?: Record<string, string> }
/** `body`: what was sent, read as JSON where it is JSON; null: nothing. */
export type Ask = { method: string; path: string; query: URLSearchParams; lang: string; headers: Headers; body: unknown; signal: AbortSignal | undefined }
/** What a test wants answered otherwise; undefined: the small city's usual answer. */
export type Otherwise = (ask: Ask) => Reply | Promise<Reply> | undefined

/** A fetch that answers like the server of a small city, and remembers what it was asked. */
export const smallServer = (otherwise: Otherwise = () => undefined) => {
  const asked: Ask[] = []
  const fetcher = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const url = new URL(String(input), 'http://linli.test')
    const headers = new Headers(init?.headers)
    const sent = typeof init?.body === 'string' ? JSON.parse(init.body) as unknown : init?.body ?? null
    const ask: Ask = { method: init?.method ?? 'GET', path: url.pathname, query: url.searchParams, lang: headers.get('accept-language') ?? '', headers, body: sent, signal: init?.signal ?? undefined }
    asked.push(ask)
    const { status = 200, body, headers: said = {} } = await (otherwise(ask) ?? usual(ask))
    return new Response(body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body), { status, headers: said })
  }
  return { fetcher: fetcher as typeof fetch, asked, askedFor: (path: string) => asked.filter((ask) => ask.path === path) }
}

export const refusal = (code: string, message: string, status = 404, details: Record<string, string | number | null> = {}): Reply => ({ status, body: { error: { code, message, details } } })

const usual = ({ path, query }: Ask): Reply => {
  if (path === '/api/v1/session') return { body: sessionAnswer() }
  if (path === '/api/v1/meta') return { body: metaAnswer() }
  if (path === '/api/v1/categories') return { body: categoriesAnswer() }
  if (path === '/api/v1/standards') return { body: standardsAnswer() }
  if (path === '/api/v1/areas') return { body: areasAnswer(query.get('level')) }
  if (path === '/api/v1/coverage') return { body: coverageAnswer() }
  if (path === '/api/v1/coverage/states') return { body: new Uint8Array(2000) }
  if (path === '/api/v1/coverage/gaps') return { body: gapsAnswer(335, Number(query.get('cursor') ?? 0), Number(query.get('limit') ?? 100)) }
  const area = /^\/api\/v1\/areas\/(.+)$/.exec(path)?.[1]
  if (area) {
    const body = areaAnswer(decodeURIComponent(area))
    return body ? { body } : refusal('unknownArea', `没有编码为“${area}”的区域。`)
  }
  const building = /^\/api\/v1\/buildings\/(.+)\/basket$/.exec(path)?.[1]
  if (building) {
    const id = decodeURIComponent(building)
    return { body: id.startsWith('@') ? basketAnswer(`x-${id.slice(1)}`, Number(id.slice(1))) : basketAnswer(id, Number(id.replace(/\D/g, '')) * 2) }
  }
  return refusal('unknownEndpoint', path)
}
