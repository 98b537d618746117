import type { Issue } from './issue.ts'

/** Failure as a value: what could be made, or every reason why not. */
export type Result<T> = { ok: true; value: T } | { ok: false; issues: readonly Issue[] }

export function made<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function failed<T>(...issues: readonly Issue[]): Result<T> {
  return { ok: false, issues }
}
