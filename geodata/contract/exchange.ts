import type * as z from 'zod/mini'

/** From the least to the most; each may do what the ones before it may, within the areas of the account. */
export const roles = ['public', 'leader', 'planner', 'editor', 'administrator'] as const
/** The least role that may ask; checked in one place on the server. */
export type Role = (typeof roles)[number]

/** Who reads, as far as answers depend on it. No areas: the whole city. */
export type Reader = { role: Role; areas: readonly string[] }

/**
 * What the areas of an account bound. none: nothing. area: the area asked about must lie within them (without one, the whole city is meant).
 * city: it concerns the whole city, and whoever is bound to areas may not. detail: whoever asks beyond them is answered, at the level of detail of a leader. record: the record must lie within them, before and after.
 */
export type Scope = 'none' | 'area' | 'city' | 'detail' | 'record'

export const methods = ['GET', 'POST', 'PATCH', 'DELETE'] as const
export type Method = (typeof methods)[number]

export const formats = ['json', 'csv', 'xlsx', 'geojson'] as const
export type Format = (typeof formats)[number]

/** One HTTP exchange as a value: the server serves it, the client calls it, the OpenAPI document prints it. */
export type Exchange<Path extends z.ZodMiniObject = z.ZodMiniObject, Query extends z.ZodMiniObject = z.ZodMiniObject, Answer extends z.ZodMiniType = z.ZodMiniType, Body extends z.ZodMiniType = z.ZodMiniType> = {
  name: string
  method: Method
  /** Hono's notation: /api/v1/areas/:code */
  path: string
  role: Role
  scope: Scope
  summary: { zh: string; en: string }
  /** Values in the path and the query, already read from text: numbers are numbers. */
  pathParameters: Path
  query: Query
  /** JSON of this shape; `bytes`: a file of that media type, streamed. Absent: nothing is sent. */
  body?: { schema: Body } | { bytes: string }
  /** Asks for If-Match with the etag of the record that was read. */
  guarded?: true
  /** JSON answers are described; others name their media type. */
  answer: { schema: Answer } | { mediaType: string }
  formats?: readonly Format[]
}

export type PathOf<E> = E extends { pathParameters: infer P extends z.ZodMiniObject } ? z.infer<P> : never
export type QueryOf<E> = E extends { query: infer Q extends z.ZodMiniObject } ? z.infer<Q> : never
export type AnswerOf<E> = E extends { answer: { schema: infer A extends z.ZodMiniType } } ? z.infer<A> : never
export type BodyOf<E> = E extends { body: { schema: infer B extends z.ZodMiniType } } ? z.infer<B> : never

/** Keeps the literal types of one exchange. */
export const exchange = <P extends z.ZodMiniObject, Q extends z.ZodMiniObject, A extends z.ZodMiniType>(value: Exchange<P, Q, A> & { answer: { schema: A }; body?: never }) => value

/** An exchange that sends JSON. */
export const sending = <P extends z.ZodMiniObject, Q extends z.ZodMiniObject, A extends z.ZodMiniType, B extends z.ZodMiniType>(value: Exchange<P, Q, A, B> & { answer: { schema: A }; body: { schema: B } }) => value

/** An exchange that sends JSON and is answered with a file. */
export const sendingForFile = <P extends z.ZodMiniObject, Q extends z.ZodMiniObject, B extends z.ZodMiniType>(value: Exchange<P, Q, z.ZodMiniType, B> & { answer: { mediaType: string }; body: { schema: B } }) => value

/** An exchange that sends a file. */
export const uploading = <P extends z.ZodMiniObject, Q extends z.ZodMiniObject, A extends z.ZodMiniType>(value: Exchange<P, Q, A> & { answer: { schema: A }; body: { bytes: string } }) => value

/** An exchange whose answer is not JSON. */
export const download = <P extends z.ZodMiniObject, Q extends z.ZodMiniObject>(value: Exchange<P, Q, z.ZodMiniType> & { answer: { mediaType: string }; body?: never }) => value
