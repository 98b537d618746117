import { createHash } from 'node:crypto'
import { Refusal } from './refusal.ts'

/** Where the next page begins, tied to the data version and to the query, so that a page never mixes two cities or two questions. */
export function cursorAt(offset: number, dataVersion: string, query: string): string {
  return Buffer.from(JSON.stringify([offset, dataVersion, fingerprint(query)])).toString('base64url')
}

/** 0 without a cursor. Refusal staleVersion when the data have changed since, badCursor for anything else that does not belong here. */
export function offsetOf(cursor: string | undefined, dataVersion: string, query: string): number {
  if (cursor === undefined) return 0
  const [offset, version, print] = read(cursor)
  if (typeof offset !== 'number' || !Number.isInteger(offset) || offset < 1 || print !== fingerprint(query)) throw new Refusal('badCursor', { parameter: 'cursor', found: cursor })
  if (version !== dataVersion) throw new Refusal('staleVersion', { expected: dataVersion, found: String(version) })
  return offset
}

function read(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}

const fingerprint = (query: string): string => createHash('sha256').update(query).digest('base64url').slice(0, 16)

/** Where the next page begins in a list that changes while it is read: after a record, whatever came or went since. */
export const keyCursor = (last: string, query: string): string => Buffer.from(JSON.stringify([last, fingerprint(query)])).toString('base64url')

/** The record after which the page begins. Refusal badCursor for what does not belong to this query. */
export function keyOf(cursor: string, query: string): string {
  const [last, print] = read(cursor)
  if (typeof last !== 'string' || print !== fingerprint(query)) throw new Refusal('badCursor', { parameter: 'cursor', found: cursor })
  return last
}
