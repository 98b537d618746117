import type { Entry } from '../../model/entry.ts'
import type { Fault } from '../../model/fault.ts'
import { sheets } from '../../model/sheets/all.ts'
import type { Presence } from '../../model/sheets/field.ts'
import { validityFaults, dayFaults } from './days.ts'
import { fieldFaults } from './entryFields.ts'
import { referenceFaults } from './entryReferences.ts'
import { ruleFaults } from './entryRules.ts'
import type { Facts } from './facts.ts'
import { mobileFaults } from './phone.ts'
import { positionFaults } from './position.ts'
import { textFaults } from './texts.ts'

/** A row of a register against its sheet, and against the rows it stands beside. */
export function entryFaults(entry: Entry, facts: Facts): Fault[] {
  const own = sheetFaults(entry, facts)
  return own.length > 0 ? own : ruleFaults(entry, facts)
}

/** What the sheet alone asks of a row, and that what it names is there: the rest is said once this is right. */
export function sheetFaults(entry: Entry, facts: Facts): Fault[] {
  const { position, date, area, unit, ...validity } = entry
  const sheet = sheets[entry.sheet]
  return [
    ...textFaults(entry), ...mobileFaults(entry),
    ...presenceFaults('area', area, sheet.area), ...presenceFaults('unit', unit, sheet.unit), ...presenceFaults('position', position, sheet.position),
    ...fieldFaults(entry), ...referenceFaults(entry, facts),
    ...(position === null ? [] : positionFaults(position, facts.cityBox)), ...validityFaults(validity), ...dayFaults('date', date),
  ]
}

function presenceFaults(field: string, value: unknown, presence: Presence): Fault[] {
  if (value === null) return presence === 'required' ? [{ field, code: 'missingField', details: {} }] : []
  return presence === 'none' ? [{ field, code: 'notOfSheet', details: {} }] : []
}
