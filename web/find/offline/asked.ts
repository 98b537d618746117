/** What a request of the finder asks for, as far as it is kept for times without a connection. */
export type Asked =
  | { kind: 'page' }
  | { kind: 'asset' }
  | { kind: 'tile' }
  /** An answer of the API, under a key without what changes from minute to minute. */
  | { kind: 'answer'; key: string }
  /** A list of places, `stock` being the key of all there is from the same start for the same person. */
  | { kind: 'list'; key: string; stock: string }

/** Parameters of a list that only leave places out: without them it holds all. */
const narrowing = ['open', 'category', 'wish', 'admits', 'stepFree', 'delivers', 'cash', 'noBooking', 'halal', 'toilet', 'free', 'q', 'minutes', 'limit', 'cursor']
/** Parameters that do not make another answer: states go by the page's own clock. */
const passing = ['at', 'limit']
/** As many as an answer may hold. */
export const stockLimit = 200

/** Null: nothing of ours, the network alone is asked. */
export function askedBy({ method, mode, url }: Pick<Request, 'method' | 'mode' | 'url'>, origin: string): Asked | null {
  const { origin: from, pathname, searchParams } = new URL(url)
  if (from !== origin || method !== 'GET') return null
  if (mode === 'navigate') return isFinder(pathname) ? { kind: 'page' } : null
  if (pathname.startsWith('/assets/')) return { kind: 'asset' }
  if (/^\/tiles\/(?:base|outlines)\//.test(pathname)) return { kind: 'tile' }
  if (pathname === '/api/v1/venues') {
    return searchParams.has('cursor') ? null : { kind: 'list', key: keyOf(pathname, searchParams, passing), stock: keyOf(pathname, searchParams, [...passing, ...narrowing]) }
  }
  return /^\/api\/v1\/(?:venues\/[^/]+|homes|meta|categories|site)$/.test(pathname) ? { kind: 'answer', key: keyOf(pathname, searchParams, passing) } : null
}

/** Pages that the worker may show without a connection. */
const isFinder = (path: string): boolean => /^\/(?:find(?:\/sheet)?|venue\/[^/]+)\/?$/.test(path)

/** Address under which an answer lies: what passes is left out, the rest in one order. */
function keyOf(path: string, query: URLSearchParams, without: readonly string[]): string {
  const kept = [...query].filter(([name]) => !without.includes(name)).sort(([one], [other]) => (one < other ? -1 : 1))
  const text = new URLSearchParams(kept).toString()
  return text === '' ? path : `${path}?${text}`
}

/** The question for all there is from the start of a list. */
export const stockAddress = (stock: string): string => `${stock}${stock.includes('?') ? '&' : '?'}limit=${stockLimit}`
