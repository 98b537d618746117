import type { City } from '../../geodata/kernel/columns.ts'
import type { GapAnswer } from '../../geodata/kernel/figures.ts'
import type { Group } from '../../geodata/model/facility.ts'
import type { ResidentCounts } from '../../geodata/model/building.ts'
import { hideSmall, saysNothing, type Hiding } from './hide-small.ts'
import { shownCounts } from './shown-counts.ts'

/** What of a list of buildings may be shown: by row, and its sums; null: it would give a count below k away. */
export type ShownGaps = { rows: readonly Hiding[]; totalResidents: number | null; estimatedShare: number | null }

/** The rule for the display of buildings: counts below k are hidden, and others with them until no sum of the list gives them away. O(rows log rows). */
export function shownGaps(city: City, answer: GapAnswer, k: number): ShownGaps {
  const { residents, counted } = city.buildings
  const rows = hideSmall(Array.from(answer.residents), k)
  const field = fieldOf[answer.question.group]
  answer.building.forEach((i, row) => {
    if (rows[row] !== 'shown') return
    const counts = { all: residents.all[i], over60: residents['60plus'][i], over80: residents['80plus'][i], children: residents.children[i] }
    if (shownCounts(counts, k)[field] === null) rows[row] = 'kept'
  })
  /** Whether the sum over some rows says nothing about any hidden one of them. */
  const isSafe = (of: (row: number) => boolean): boolean => {
    let few = 0, kept = 0, sum = 0
    rows.forEach((hiding, row) => {
      if (hiding === 'shown' || !of(row)) return
      if (hiding === 'few') few++
      else kept++
      sum += answer.residents[row]
    })
    return few === 0 || saysNothing(few, kept, sum, k)
  }
  const totalResidents = isSafe(() => true) ? answer.totalResidents : null
  const isCounted = (row: number): boolean => counted[answer.building[row]] === 1
  const sharesSafe = totalResidents !== null && totalResidents > 0 && isSafe(isCounted) && isSafe((row) => !isCounted(row))
  return { rows, totalResidents, estimatedShare: sharesSafe ? answer.estimatedResidents / answer.totalResidents : null }
}

const fieldOf: Readonly<Record<Group, keyof ResidentCounts>> = { all: 'all', '60plus': 'over60', '80plus': 'over80', children: 'children' }
