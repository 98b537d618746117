import type { ErrorCode } from '../../geodata/contract/errors.ts'

/**
 * Why there is no answer. network: the server was not reached; notReady: it is starting; shape: its answer is not what the contract says;
 * cancelled: the reader stopped it; server: it said no, with a code and a sentence of its own.
 */
export type Problem = { kind: 'network' | 'notReady' | 'shape' | 'cancelled' | 'server'; code: ErrorCode | null; message: string }

export type Outcome<T> = { ok: true; value: T } | { ok: false; error: Problem }

export const answered = <T>(value: T): Outcome<T> => ({ ok: true, value })
export const failed = (kind: Problem['kind'], message = '', code: ErrorCode | null = null): Outcome<never> => ({ ok: false, error: { kind, code, message } })
