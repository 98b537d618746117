import type { Residents } from '../../model/building.ts'
import type { Fault } from '../../model/fault.ts'

/** Parts are never more than what they are parts of; the bands from 60 and up to 14 share nobody. A household has at least one resident. */
export function countFaults({ all, over60, over80, children, households }: Residents): Fault[] {
  const faults: Fault[] = []
  if (over80 > over60) faults.push({ field: 'residents.over80', code: 'tooLarge', details: { expected: over60, found: over80 } })
  // `parts` are names of fields; words/faults.ts says them in the reader's language.
  if (over60 + children > all) faults.push({ field: 'residents.all', code: 'partsExceed', details: { parts: 'over60+children', expected: all, found: over60 + children } })
  if (all > 0 && households > all) faults.push({ field: 'residents.households', code: 'tooLarge', details: { expected: all, found: households } })
  return faults
}
