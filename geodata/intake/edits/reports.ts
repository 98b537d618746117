import type { Fault } from '../../model/fault.ts'
import { mobileIn } from './phone.ts'
import { textFaults } from './texts.ts'

/** What must not stand in the note of a report: nobody asks who reports, and nobody is to be told of there. */
export function reportFaults(note: string): Fault[] {
  const mobile = mobileIn(note)
  return [...textFaults(note, 'note'), ...(mobile === null ? [] : [{ field: 'note', code: 'mobilePhone', details: { found: mobile } } as const])]
}
