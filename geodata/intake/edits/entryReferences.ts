import type { Entry } from '../../model/entry.ts'
import type { Fault } from '../../model/fault.ts'
import { namedKind, referencesOf } from '../../model/sheets/references.ts'
import type { Facts } from './facts.ts'

/** The area and the unit of a row, and everything its fields name, are there and may be known of. No row names itself. */
export function referenceFaults(entry: Entry, facts: Facts): Fault[] {
  const { area, unit } = entry
  const repeated = new Map<string, number>()
  return [
    ...(area === null || facts.hasArea(area) ? [] : [missing('area', 'area', area)]),
    ...(unit === null || facts.hasUnit(unit) ? [] : [missing('unit', 'unit', unit)]),
    ...referencesOf(entry).flatMap(({ field, to, id }) => {
      // Of several ids in one field the place is said: seats.1
      const at = repeated.get(field) ?? 0
      repeated.set(field, at + 1)
      const path = Array.isArray(entry.fields[field]) ? `fields.${field}.${at}` : `fields.${field}`
      return id !== entry.id && leads(to, id, facts) ? [] : [missing(path, to, id)]
    }),
  ]
}

function leads(to: string, id: string, facts: Facts): boolean {
  switch (namedKind(to)) {
    case 'area': return facts.hasArea(id)
    case 'unit': return facts.hasUnit(id)
    case 'facility': return facts.hasFacility(id)
    case 'organisation': return facts.hasOrganisation(id)
    case 'entry': return facts.entry(id)?.sheet === to
  }
}

const missing = (field: string, expected: string, found: string): Fault => ({ field, code: 'missingReference', details: { expected, found } })
