import type { BuildingCountsRecord } from '../../geodata/model/building.ts'
import { hideSmall, type Hiding } from '../security/hide-small.ts'
import { countNames, type CountName, type ListRow } from './list-row.ts'
import type { Placed } from './list-rows.ts'
import type { PlainArea } from './places.ts'

/** Rows as they may be shown, how many there are, and how many counts are not written. */
export type ShownRows = { rows(): AsyncIterable<ListRow>; count: number; hidden: number }

/**
 * Counts of buildings pass the rule of small numbers within each smallest area, whose sums planners know; other lists are handed on as they are. The rows
 * are walked twice: how many there are, and what is hidden, depends on all of them. `progress` is told how many were met.
 */
export async function shownRows(rows: () => AsyncIterable<Placed>, k: number, progress: (met: number) => void): Promise<ShownRows> {
  const groups = new Map<string, { row: number; counts: readonly number[] }[]>()
  let count = 0
  for await (const row of rows()) {
    const residents = row.kind === 'building' ? row.record.residents : null
    if (residents) entryOf(groups, smallest(row.areas)).push({ row: count, counts: countNames.map((name) => residents[name]) })
    progress(++count)
  }
  const hidings = new Map<number, Hiding[]>()
  let hidden = 0
  for (const members of groups.values()) {
    for (const c of countNames.keys()) {
      hideSmall(members.map(({ counts }) => counts[c]), k).forEach((hiding, i) => {
        if (hiding === 'shown') return
        hidden++
        const own = hidings.get(members[i].row) ?? countNames.map((): Hiding => 'shown')
        own[c] = hiding
        hidings.set(members[i].row, own)
      })
    }
  }
  return { rows: () => shown(rows, hidings, k), count, hidden }
}

async function* shown(rows: () => AsyncIterable<Placed>, hidings: ReadonlyMap<number, readonly Hiding[]>, k: number): AsyncIterable<ListRow> {
  let count = 0
  for await (const row of rows()) {
    yield row.kind === 'building' ? { ...row, record: { ...row.record, residents: shownCounts(row.record.residents, hidings.get(count), k) } } : row
    count++
  }
}

function shownCounts(residents: BuildingCountsRecord['residents'], hidings: readonly Hiding[] | undefined, k: number) {
  if (!residents || !hidings) return residents
  const cell = (name: CountName): number | string => {
    const hiding = hidings[countNames.indexOf(name)]
    return hiding === 'shown' ? residents[name] : hiding === 'few' ? `<${k}` : '*'
  }
  return { ...residents, all: cell('all'), over60: cell('over60'), over80: cell('over80'), children: cell('children'), households: cell('households') }
}

/** Code of the smallest administrative area; '' outside all. */
const smallest = (areas: readonly PlainArea[]): string => areas.findLast(({ level }) => level !== 'estate')?.code ?? ''

function entryOf<T>(groups: Map<string, T[]>, key: string): T[] {
  const known = groups.get(key) ?? []
  groups.set(key, known)
  return known
}
