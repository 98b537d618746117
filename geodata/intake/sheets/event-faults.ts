import type { EventCount } from '../../model/eventCount.ts'
import type { Fault } from '../../model/fault.ts'
import type { Box } from '../../model/geometry.ts'
import { dayFaults } from '../edits/days.ts'
import { positionFaults } from '../edits/position.ts'
import { textFaults } from '../edits/texts.ts'

/** Everything wrong with monthly counts: parts are never more than what they are parts of. */
export function eventFaults(event: EventCount, cityBox: Box | null): Fault[] {
  const { times, responded, resolved, satisfied, position, date } = event
  const atMost = (field: string, found: number | null, expected: number | null): Fault[] => (found !== null && expected !== null && found > expected ? [{ field, code: 'tooLarge', details: { expected, found } }] : [])
  return [
    ...textFaults(event), ...(position === null ? [] : positionFaults(position, cityBox)), ...dayFaults('date', date),
    ...atMost('responded', responded, times), ...atMost('resolved', resolved, responded ?? times), ...atMost('satisfied', satisfied, resolved ?? responded ?? times),
  ]
}
