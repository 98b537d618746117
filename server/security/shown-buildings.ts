import type { ResidentCounts } from '../../geodata/model/building.ts'
import { hideSmall, saysNothing, type Hiding } from './hide-small.ts'
import { shownCounts } from './shown-counts.ts'

/** Counts of a building in the order of their columns. */
export const countNames = ['all', 'over60', 'over80', 'children', 'households'] as const
export type CountName = (typeof countNames)[number]
export type HouseCounts = ResidentCounts & { households: number }

/**
 * What of the counts of buildings may be written where the reader knows the sum of each column: no count below k, none that gives such a one away with the
 * others of its row, and none whose column does. By row and by `countNames`. O(rows log rows).
 */
export function shownBuildings(rows: readonly HouseCounts[], k: number): Hiding[][] {
  const within = rows.map((row) => shownCounts(row, k))
  const columns = countNames.map((name): Hiding[] => {
    if (name === 'households') return hideSmall(rows.map(({ households }) => households), k)
    const hidings = rows.map((row, i): Hiding => (within[i][name] !== null ? 'shown' : isFew(row[name], k) ? 'few' : 'kept'))
    const counts = sumOfHidden(k), rests = sumOfHidden(k)
    const hide = (row: HouseCounts): void => {
      counts.add(row[name])
      // The rest of the building too: whoever knows that 97 of 100 are older knows the three who are not.
      rests.add(row.all - row[name])
    }
    rows.forEach((row, i) => { if (hidings[i] !== 'shown') hide(row) })
    const others = rows.map((_, i) => i).filter((i) => hidings[i] === 'shown' && rows[i][name] >= k).toSorted((a, b) => rows[a][name] - rows[b][name] || a - b)
    for (const i of others) {
      if (counts.isSafe() && rests.isSafe()) break
      hidings[i] = 'kept'
      hide(rows[i])
    }
    return hidings
  })
  return rows.map((_, i) => columns.map((column) => column[i]))
}

const isFew = (count: number, k: number): boolean => count > 0 && count < k

/** What is known of the hidden counts of a column: their sum. */
function sumOfHidden(k: number): { add(count: number): void; isSafe(): boolean } {
  let few = 0, kept = 0, sum = 0
  return {
    add(count) {
      if (isFew(count, k)) few++
      else kept++
      sum += count
    },
    isSafe: () => few === 0 || saysNothing(few, kept, sum, k),
  }
}
