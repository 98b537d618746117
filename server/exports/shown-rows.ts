import type { BuildingCountsRecord } from '../../geodata/model/building.ts'
import type { Area } from '../../geodata/model/area.ts'
import { hideSmall, type Hiding } from './hide-small.ts'
import { countNames, type CountName, type ListRow } from './list-row.ts'
import type { Placed } from './list-rows.ts'

/** Rows as they may be shown; how many counts are not written. */
export type ShownRows = { rows(): AsyncIterable<ListRow>; hidden: number }

/**
 * Counts of buildings pass the rule of small numbers within each smallest area, whose sums planners know. The rows are walked twice: what is hidden
 * depends on all of them. Other lists are handed on as they are.
 */
export async function shownRows(rows: () => AsyncIterable<Placed>, k: number): Promise<ShownRows> {
  const groups = new Map<string, { row: number; counts: readonly number[] }[]>()
  let count = 0
  for await (const row of rows()) {
    if (row.kind !== 'building') return { rows: () => others(rows), hidden: 0 }
    const { residents } = row.record
    if (residents) entryOf(groups, smallest(row.areas)).push({ row: count, counts: countNames.map((name) => residents[name]) })
    count++
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
  return { rows: () => buildings(rows, hidings, k), hidden }
}

async function* others(rows: () => AsyncIterable<Placed>): AsyncIterable<ListRow> {
  for await (const row of rows()) if (row.kind !== 'building') yield row
}

async function* buildings(rows: () => AsyncIterable<Placed>, hidings: ReadonlyMap<number, readonly Hiding[]>, k: number): AsyncIterable<ListRow> {
  let count = 0
  for await (const row of rows()) {
    if (row.kind === 'building') yield { kind: 'building', areas: row.areas, record: { ...row.record, residents: shownCounts(row.record.residents, hidings.get(count), k) } }
    count++
  }
}

function shownCounts(residents: BuildingCountsRecord['residents'], hidings: readonly Hiding[] | undefined, k: number) {
  if (!residents || !hidings) return residents
  const shown = (name: CountName): number | string => {
    const hiding = hidings[countNames.indexOf(name)]
    return hiding === 'shown' ? residents[name] : hiding === 'few' ? `<${k}` : '*'
  }
  return { ...residents, all: shown('all'), over60: shown('over60'), over80: shown('over80'), children: shown('children'), households: shown('households') }
}

/** Code of the smallest administrative area; '' outside all. */
const smallest = (areas: readonly Area[]): string => areas.findLast(({ level }) => level !== 'estate')?.code ?? ''

function entryOf<T>(groups: Map<string, T[]>, key: string): T[] {
  const known = groups.get(key) ?? []
  groups.set(key, known)
  return known
}
