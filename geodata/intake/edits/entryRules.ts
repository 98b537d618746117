import type { Entry } from '../../model/entry.ts'
import type { Fault } from '../../model/fault.ts'
import type { SheetCode } from '../../model/sheets/all.ts'
import type { FieldValue } from '../../model/sheets/field.ts'
import type { Facts } from './facts.ts'

/** What spans several fields of a row, and several rows. The row is right by its sheet already. */
export function ruleFaults(entry: Entry, facts: Facts): Fault[] {
  const { sheet, fields } = entry
  return [
    ...(orders[sheet] ?? []).flatMap(([first, then, strict]) => orderFaults(fields, first, then, strict)),
    ...(parts[sheet] ?? []).flatMap(([part, whole]) => partFaults(fields, part, whole)),
    ...(sheet === 'partyOrganisation' ? circleFaults(entry, facts) : []),
    ...(sheet === 'tenure' ? overlapFaults(entry, facts) : []),
    ...(sheet === 'byElection' ? roundFaults(entry, facts) : []),
  ]
}

/** Days in their order; strict: they are not the same. */
const orders: Partial<Record<SheetCode, readonly (readonly [first: string, then: string, strict: boolean])[]>> = {
  committee: [['termStart', 'termEnd', true]], task: [['opened', 'closed', false]],
}

/** What is a part of another count, or of a number. Claimed posts may be more than those needed: that is good to know. */
const parts: Partial<Record<SheetCode, readonly (readonly [part: string, whole: string | number])[]>> = {
  partyOrganisation: [['retiredMembers', 'members'], ['standardsMet', 5]],
  steward: [['assigned', 'buildings']],
  estate: [['ownersPartyMembers', 'ownersMembers']],
  surveyAnswer: [['answered', 'asked']],
  checkinCount: [['membersWithPost', 'members']],
  staff: [['over50', 'actual'], ['belowHighSchool', 'actual']],
  newEmployment: [['organised', 'workers'], ['members', 'workers']],
}

type Fields = Readonly<Record<string, FieldValue>>

function orderFaults(fields: Fields, first: string, then: string, strict: boolean): Fault[] {
  const [from, to] = [fields[first], fields[then]]
  if (typeof from !== 'string' || typeof to !== 'string' || (strict ? from < to : from <= to)) return []
  return [{ field: `fields.${then}`, code: strict ? 'notAfter' : 'badOrder', details: { expected: from, found: to } }]
}

function partFaults(fields: Fields, part: string, whole: string | number): Fault[] {
  const [found, expected] = [fields[part], typeof whole === 'number' ? whole : fields[whole]]
  return typeof found === 'number' && typeof expected === 'number' && found > expected ? [{ field: `fields.${part}`, code: 'tooLarge', details: { expected, found } }] : []
}

/** Nothing stands above itself. */
function circleFaults({ id, fields }: Entry, facts: Facts): Fault[] {
  const above = new Set<string>()
  for (let parent = fields['parent']; typeof parent === 'string' && !above.has(parent); parent = facts.entry(parent)?.fields['parent'] ?? null) {
    if (parent === id) return [{ field: 'fields.parent', code: 'circle', details: { found: String(fields['parent']) } }]
    above.add(parent)
  }
  return []
}

/** Nobody holds a seat that another holds: [validFrom, validTo) of two tenures do not meet. */
function overlapFaults({ id, fields, validFrom, validTo }: Entry, facts: Facts): Fault[] {
  const other = facts.referring('tenure', String(fields['seat'])).find((one) => one.id !== id && begins(one.validFrom) < ends(validTo) && begins(validFrom) < ends(one.validTo))
  return other ? [{ field: 'validFrom', code: 'overlaps', details: { found: other.name || other.id, from: other.validFrom, to: other.validTo } }] : []
}

const begins = (day: string | null): string => day ?? ''
/** After every day there is. */
const ends = (day: string | null): string => day ?? '\uFFFF'

/** 增补: a committee fills its empty seats once in a term (document 000). Its seats are its own. */
function roundFaults({ id, fields }: Entry, facts: Facts): Fault[] {
  const committee = facts.entry(String(fields['committee']))
  if (!committee) return []
  const seats = Array.isArray(fields['seats']) ? fields['seats'] : []
  const elsewhere = seats.findIndex((seat) => facts.entry(seat)?.fields['committee'] !== committee.id)
  if (elsewhere >= 0) return [{ field: `fields.seats.${elsewhere}`, code: 'otherCommittee', details: { found: seats[elsewhere] } }]
  if (!isOfTerm(fields, committee)) return []
  const other = facts.referring('byElection', committee.id).find((one) => one.id !== id && one.fields['committee'] === committee.id && isOfTerm(one.fields, committee))
  return other ? [{ field: 'fields.committee', code: 'secondRound', details: { found: other.name || other.id, committee: committee.name || committee.id } }] : []
}

/** A round that was not called off, of the term the committee is in; without a day it is still to come. */
function isOfTerm({ date, status }: Fields, { fields: { termStart } }: Entry): boolean {
  return status !== 'cancelled' && (typeof date !== 'string' || typeof termStart !== 'string' || date >= termStart)
}
