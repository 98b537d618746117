import type { ErrorCode, FieldFault } from '../../geodata/contract/errors.ts'

/**
 * Why there is no answer. network: the server was not reached; notReady: it is starting; shape: its answer is not what the contract says;
 * cancelled: the reader stopped it; server: it said no, with a code and a sentence of its own.
 */
export type Problem = {
  kind: 'network' | 'notReady' | 'shape' | 'cancelled' | 'server'
  code: ErrorCode | null
  message: string
  /** Values of the sentence by name, as the contract gives them; empty when the server did not answer. */
  details: Readonly<Record<string, string | number | null>>
  /** What is wrong with a record that was sent, field by field. */
  fields: readonly FieldFault[]
}

/** `etag`: of the record answered, to be named in If-Match when it is changed. */
export type Outcome<T> = { ok: true; value: T; etag?: string } | { ok: false; error: Problem }

export const answered = <T>(value: T, etag: string | null = null): Outcome<T> => ({ ok: true, value, ...(etag === null ? {} : { etag }) })
export const failed = (kind: Problem['kind'], said: Partial<Omit<Problem, 'kind'>> = {}): { ok: false; error: Problem } => ({ ok: false, error: { kind, code: null, message: '', details: {}, fields: [], ...said } })

/** What the server says to someone who may not ask this: an answer from before must not stay on the page. */
const barring: readonly ErrorCode[] = ['needsRole', 'outsideAreas', 'areaTooFine']
export const isBarred = ({ code }: Problem): boolean => code !== null && barring.includes(code)
