import type * as z from 'zod/mini'

export const roles = ['public', 'leader', 'planner', 'editor', 'administrator'] as const
/** The least role that may ask; checked in one place on the server. */
export type Role = (typeof roles)[number]

export const formats = ['json', 'csv', 'xlsx', 'geojson'] as const
export type Format = (typeof formats)[number]

/** One HTTP exchange as a value: the server serves it, the client calls it, the OpenAPI document prints it. */
export type Exchange<Path extends z.ZodMiniObject = z.ZodMiniObject, Query extends z.ZodMiniObject = z.ZodMiniObject, Answer extends z.ZodMiniType = z.ZodMiniType> = {
  name: string
  method: 'GET'
  /** Hono's notation: /api/v1/areas/:code */
  path: string
  role: Role
  summary: { zh: string; en: string }
  /** Values in the path and the query, already read from text: numbers are numbers. */
  pathParameters: Path
  query: Query
  /** JSON answers are described; others name their media type. */
  answer: { schema: Answer } | { mediaType: string }
  formats?: readonly Format[]
}

export type PathOf<E> = E extends Exchange<infer P, z.ZodMiniObject, z.ZodMiniType> ? z.infer<P> : never
export type QueryOf<E> = E extends Exchange<z.ZodMiniObject, infer Q, z.ZodMiniType> ? z.infer<Q> : never
export type AnswerOf<E> = E extends { answer: { schema: infer A extends z.ZodMiniType } } ? z.infer<A> : never

/** Keeps the literal types of one exchange. */
export const exchange = <P extends z.ZodMiniObject, Q extends z.ZodMiniObject, A extends z.ZodMiniType>(value: Exchange<P, Q, A> & { answer: { schema: A } }) => value

/** An exchange whose answer is not JSON. */
export const download = <P extends z.ZodMiniObject, Q extends z.ZodMiniObject>(value: Exchange<P, Q, z.ZodMiniType> & { answer: { mediaType: string } }) => value
