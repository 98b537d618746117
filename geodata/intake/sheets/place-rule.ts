import type { CityRecord } from '../../model/city.ts'
import type { Entry } from '../../model/entry.ts'
import type { Position } from '../../model/geometry.ts'
import { parentOf } from '../../model/sheets/references.ts'
import type { Known } from './known.ts'

/** Whether a record lies within the areas of whoever brings it; no areas: everywhere. */
export function placeRule(known: Known, areas: readonly string[]): (record: CityRecord) => boolean {
  if (areas.length === 0) return () => true
  const holds = known.areas.holder(areas)
  const inside = (code: string | null): boolean => code !== null && known.areas.chain(code).some((one) => areas.includes(one))
  const at = (position: Position | null, area: string | null): boolean => (area === null ? position !== null && holds(position) : inside(area) && (position === null || holds(position)))
  return (one) => {
    switch (one.kind) {
      case 'entry': return at(one.record.position, areaOfEntry(one.record, known))
      case 'unit': return holds(one.record.position)
      case 'facility': return holds(one.record.position)
      case 'organisation': case 'eventCount': return at(one.record.position, one.kind === 'eventCount' ? one.record.area : one.record.community)
      default: return false
    }
  }
}

/** The area a row is about; a seat, a tenure and a by-election that of their committee, what names a unit alone that of the unit. */
function areaOfEntry(entry: Entry, known: Known, depth = 0): string | null {
  if (entry.area !== null) return entry.area
  // A seat leads to its committee, a tenure to its seat: two steps.
  const parent = parentOf(entry)
  const next = parent === null || depth > 2 ? null : known.find('entry', parent.id)
  if (next && 'sheet' in next) return areaOfEntry(next, known, depth + 1)
  const unit = entry.unit === null ? null : known.find('unit', entry.unit)
  return unit && 'community' in unit ? unit.community : null
}
