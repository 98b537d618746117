import type { Entry } from '../../model/entry.ts'
import type { Fault } from '../../model/fault.ts'
import { validityFaults, dayFaults } from './days.ts'
import type { Facts } from './facts.ts'
import { positionFaults } from './position.ts'
import { textFaults } from './texts.ts'

/** A row of a register against its sheet. */
export function entryFaults(entry: Entry, facts: Facts): Fault[] {
  const { position, date, ...validity } = entry
  return [...textFaults(entry), ...(position === null ? [] : positionFaults(position, facts.cityBox)), ...validityFaults(validity), ...dayFaults('date', date)]
}
