import type { OpenCity } from '../open-city.ts'
import type { ListedKind } from './city-lists.ts'
import { placeOf, standingAt } from './place.ts'
import { readIndex, revisedIndex, withDependents, type RecordIndex, type Stand } from './record-index.ts'

/** The index of a kind, read once a city. */
export function indexOf(open: OpenCity, kind: ListedKind): Promise<RecordIndex> {
  const known = open.lists.byKind.get(kind) ?? readIndex(open.names, kind, standOf(open, kind))
  open.lists.byKind.set(kind, known)
  return known
}

/** Takes over the lists of the city before, with the records that changed since; those of areas stay, since areas only change with a new city. */
export function carryLists(before: OpenCity, after: OpenCity, changed: ReadonlyMap<string, readonly string[]>): void {
  for (const [kind, index] of before.lists.byKind) {
    // What a row names may have gone elsewhere, or be hidden now: units, sites, and other rows.
    const ids = kind === 'entry' ? [...changed.values()].flat() : (changed.get(kind) ?? [])
    const next = ids.length === 0 ? index : index.then((old) => revisedIndex(old, kind === 'entry' ? rowsAmong(old, ids, changed.get(kind) ?? []) : ids, after.names, kind, standOf(after, kind)))
    // Whoever asks for the list is told what went wrong.
    next.catch(() => {})
    after.lists.byKind.set(kind, next)
  }
}

/** Rows to read again: those that changed, and those that name what did. */
const rowsAmong = (index: RecordIndex, ids: readonly string[], changed: readonly string[]): string[] => [...withDependents(index, ids)].filter((id) => index.byId.has(id) || changed.includes(id))

const standOf = (open: OpenCity, kind: ListedKind): Stand => (record, rowOf) => standingAt(open, placeOf(kind, record), rowOf)
