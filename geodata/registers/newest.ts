import type { Validity } from '../model/provenance.ts'

/** The row that began last; of rows that began together the last given. null: there is none. */
export function newest<T extends Validity>(rows: readonly T[]): T | null {
  let best: T | null = null
  for (const row of rows) if (best === null || (row.validFrom ?? '') >= (best.validFrom ?? '')) best = row
  return best
}
