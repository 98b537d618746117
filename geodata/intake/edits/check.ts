import type { BuildingCountsRecord } from '../../model/building.ts'
import type { Editable } from '../../model/edit.ts'
import type { Facility, Unit } from '../../model/facility.ts'
import type { Fault } from '../../model/fault.ts'
import type { Organisation } from '../../model/organisation.ts'
import type { SheetCode } from '../../model/sheets/all.ts'
import { countFaults } from './counts.ts'
import { creditCodeFaults } from './creditCode.ts'
import { entryFaults } from './entry.ts'
import { dayFaults, validityFaults } from './days.ts'
import type { Facts } from './facts.ts'
import { offerFaults, suspensionFaults } from './offer.ts'
import { phoneFaults } from './phone.ts'
import { positionFaults } from './position.ts'
import { textFaults } from './texts.ts'

/** Faults that are told even where the record had them before: references lead nowhere, or what must not be kept would be. */
const always: ReadonlySet<Fault['code']> = new Set(['deniedName', 'identityNumber', 'takenCreditCode', 'missingReference'])

/**
 * Everything wrong with a record beside its shape, which the contract's schemas hold: real days, orders, sums, references, names.
 * `standing`: the record as it is; what was wrong with it already and stays as it is, is not the editor's to put right. null: a new one.
 */
export function checkRecord(editable: Editable, facts: Facts, standing: Editable | null = null): Fault[] {
  const known = new Set(standing === null ? [] : faultsOf(standing, facts).filter(({ code }) => !always.has(code)).map((fault) => JSON.stringify(fault)))
  return faultsOf(editable, facts).filter((fault) => !known.has(JSON.stringify(fault)))
}

/** Of a record that stood before and is put back, only what must never be, and what another record has taken meanwhile. */
export const checkRestored = (editable: Editable, facts: Facts): Fault[] => faultsOf(editable, facts).filter(({ code }) => always.has(code) || taken.has(code))
const taken: ReadonlySet<Fault['code']> = new Set(['overlaps', 'secondRound'])

function faultsOf({ kind, record }: Editable, facts: Facts): Fault[] {
  switch (kind) {
    case 'facility': return facilityFaults(record, facts)
    case 'unit': return unitFaults(record, facts)
    case 'organisation': return organisationFaults(record, facts)
    case 'gate': return [...textFaults(record), ...positionFaults(record.position, facts.cityBox), ...areaFaults('estate', record.estate, facts), ...dayFaults('date', record.date)]
    case 'building': return buildingFaults(record)
    case 'entry': return entryFaults(record, facts)
  }
}

function facilityFaults(facility: Facility, facts: Facts): Fault[] {
  const { category, position, unit, admission, phone, capacity, offer, suspensions, date, ...validity } = facility
  const { minAge, maxAge, onlyAreas } = admission
  const { seats, spareSeats } = capacity
  return [
    ...textFaults(facility),
    ...(facts.hasCategory(category) ? [] : [missing('category', 'category', category)]),
    ...positionFaults(position, facts.cityBox),
    ...unitFault(unit, facts),
    ...(minAge !== null && maxAge !== null && minAge > maxAge ? [{ field: 'admission.maxAge', code: 'badOrder', details: { expected: minAge, found: maxAge } } as const] : []),
    ...onlyAreas.flatMap((code, i) => areaFaults(`admission.onlyAreas.${i}`, code, facts)),
    ...phoneFaults('phone', phone), ...offerFaults(offer), ...suspensionFaults(suspensions),
    ...(seats !== null && spareSeats !== null && spareSeats > seats ? [{ field: 'capacity.spareSeats', code: 'tooLarge', details: { expected: seats, found: spareSeats } } as const] : []),
    ...validityFaults(validity), ...dayFaults('date', date),
  ]
}

function unitFaults(unit: Unit, facts: Facts): Fault[] {
  const { position, community, date, ...validity } = unit
  return [...textFaults(unit), ...positionFaults(position, facts.cityBox), ...areaFaults('community', community, facts), ...validityFaults(validity), ...dayFaults('date', date)]
}

function organisationFaults(organisation: Organisation, facts: Facts): Fault[] {
  const { id, creditCode, position, community, unit, date, registeredCommunity, carrier, branch, instructor, employees, members, ...validity } = organisation
  return [
    ...textFaults(organisation), ...creditCodeFaults('creditCode', creditCode, id, facts.creditCodeOwner), ...(position === null ? [] : positionFaults(position, facts.cityBox)),
    ...areaFaults('community', community, facts), ...unitFault(unit, facts), ...areaFaults('registeredCommunity', registeredCommunity, facts),
    ...rowFault('carrier', carrier, 'carrier', facts), ...rowFault('branch', branch, 'partyOrganisation', facts), ...rowFault('instructor', instructor, 'instructor', facts),
    ...(members !== null && employees !== null && members > employees ? [{ field: 'members', code: 'tooLarge', details: { expected: employees, found: members } } as const] : []),
    ...validityFaults(validity), ...dayFaults('date', date),
  ]
}

const buildingFaults = ({ residents }: BuildingCountsRecord): Fault[] => (residents === null ? [] : [...textFaults(residents, 'residents'), ...countFaults(residents), ...dayFaults('residents.date', residents.date)])

const areaFaults = (field: string, code: string | null, facts: Facts): Fault[] => (code === null || facts.hasArea(code) ? [] : [missing(field, 'area', code)])
const unitFault = (id: string | null, facts: Facts): Fault[] => (id === null || facts.hasUnit(id) ? [] : [missing('unit', 'unit', id)])

/** A row of a register, of that sheet. */
const rowFault = (field: string, id: string | null, sheet: SheetCode, facts: Facts): Fault[] => (id === null || facts.entry(id)?.sheet === sheet ? [] : [missing(field, sheet, id)])

/** `expected` is a kind or a sheet; words/faults.ts says it in the reader's language. */
const missing = (field: string, expected: 'area' | 'unit' | 'category' | SheetCode, found: string): Fault => ({ field, code: 'missingReference', details: { expected, found } })
