import type { ResidentCounts } from '../../geodata/model/building.ts'

export type ShownCounts = Record<keyof ResidentCounts, number | null>

/**
 * Counts of one building that may be shown together: none of 1 to k - 1, and none that with the others gives such a one away (who is left of a group
 * when a part of it is known). The whole comes first, then the older, the oldest, children; null: not shown.
 */
export function shownCounts({ all, over60, over80, children }: ResidentCounts, k: number): ShownCounts {
  const few = (count: number): boolean => count > 0 && count < k
  if (few(all)) return { all: null, over60: null, over80: null, children: null }
  const older = few(over60) || few(all - over60) ? null : over60
  const whole = older ?? all
  const oldest = few(over80) || few(whole - over80) ? null : over80
  const between = all - children - (older ?? oldest ?? 0)
  return { all, over60: older, over80: oldest, children: few(children) || few(all - children) || few(between) ? null : children }
}
