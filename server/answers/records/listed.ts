import type { OpenCity } from '../open-city.ts'
import type { ListedKind } from './city-lists.ts'
import { placeOf, standingAt } from './place.ts'
import { readIndex, revisedIndex, type RecordIndex, type Stand } from './record-index.ts'

/** The index of a kind, read once a city. */
export function indexOf(open: OpenCity, kind: ListedKind): Promise<RecordIndex> {
  const known = open.lists.byKind.get(kind) ?? readIndex(open.names, kind, standOf(open, kind))
  open.lists.byKind.set(kind, known)
  return known
}

/** Takes over the lists of the city before, with the records that changed since; those of areas stay, since areas only change with a new city. */
export function carryLists(before: OpenCity, after: OpenCity, changed: ReadonlyMap<string, readonly string[]>): void {
  for (const [kind, index] of before.lists.byKind) {
    const ids = changed.get(kind) ?? []
    after.lists.byKind.set(kind, ids.length === 0 ? index : index.then((old) => revisedIndex(old, ids, after.names, kind, standOf(after, kind))))
  }
}

const standOf = (open: OpenCity, kind: ListedKind): Stand => (record) => standingAt(open, placeOf(kind, record))
