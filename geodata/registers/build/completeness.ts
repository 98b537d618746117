import type { Slot } from '../../model/catalogue.ts'
import type { EntryOf } from '../../model/entry.ts'
import { slotStandings, type SlotStanding } from '../../model/register.ts'
import { grouped } from '../grouped.ts'
import type { RegisterArea, RegisterInput } from '../register.ts'
import { ruleOf } from '../rule.ts'
import { newest } from '../newest.ts'

export type SlotLevel = Slot['level']

/** One item at one place. `known` false: nobody has entered it, so that it counts as missing. */
export type SlotCell = { standing: SlotStanding; known: boolean; squareMetres: number | null; facility: string | null; entry: string | null }

export type CompletenessRow = {
  area: RegisterArea
  /** In the order of the items. */
  cells: readonly SlotCell[]
  /** Items built or shared and large enough, of those of the catalogue. */
  complete: number
  of: number
  /** Of the rooms whose size is known, without what lies in the open; null: no size is known. */
  squareMetres: number | null
  households: number | null
  perHundredHouseholds: number | null
  reachesThreshold: boolean | null
}

export type Completeness = {
  level: SlotLevel
  items: readonly (Slot & { counts: Record<SlotStanding, number> })[]
  /** Least complete first; areas of which nothing at all was entered are not among them. */
  rows: readonly CompletenessRow[]
  withoutData: number
  /** Square metres of rooms asked for each hundred households. */
  threshold: number
  thresholdConfirmed: boolean
  complete: number
  meanItems: number | null
}

/** Fewer households than this give no rate (DOMAIN 7.2). */
const leastHouseholds = 30

/** 一站一园一场七室 or 一所一校四中心: the catalogue's items by areas, as they stood on the day. */
export function completenessOf(input: RegisterInput, level: SlotLevel): Completeness {
  const slots = input.catalogue.slots.filter((slot) => slot.level === level)
  const codes = new Set(slots.map(({ code }) => code))
  const threshold = ruleOf(input.catalogue, 'squareMetresPerHundredHouseholds')
  const byArea = grouped(input.rows('slot').filter(({ fields }) => codes.has(fields.slot)), ({ area }) => (area === null ? null : (input.areas.above(area, level)?.code ?? null)))
  const areas = input.areas.at(level)
  const rows = areas.flatMap((area): CompletenessRow[] => {
    const own = byArea.get(area.code)
    return own === undefined ? [] : [rowOf(input, area, slots, own, threshold)]
  }).toSorted((a, b) => a.complete - b.complete || (a.area.code < b.area.code ? -1 : 1))
  return {
    level, items: slots.map((slot, at) => ({ ...slot, counts: countsOf(rows.map(({ cells }) => cells[at].standing)) })), rows, withoutData: areas.length - rows.length,
    threshold, thresholdConfirmed: input.catalogue.rules.some(({ code, confirmed }) => code === 'squareMetresPerHundredHouseholds' && confirmed),
    complete: rows.filter(({ complete, of }) => complete === of).length, meanItems: rows.length === 0 ? null : rows.reduce((sum, { complete }) => sum + complete, 0) / rows.length,
  }
}

function rowOf(input: RegisterInput, area: RegisterArea, slots: readonly Slot[], own: readonly EntryOf<'slot'>[], threshold: number): CompletenessRow {
  const cells = slots.map((slot) => cellOf(input, slot, newest(own.filter(({ fields }) => fields.slot === slot.code))))
  const rooms = cells.flatMap(({ standing, squareMetres }, at) => (squareMetres !== null && isThere(standing) && !slots[at].outdoors ? [squareMetres] : []))
  const squareMetres = rooms.length === 0 ? null : rooms.reduce((sum, one) => sum + one, 0)
  const households = input.residents(area.code)?.households ?? null
  // What a street's own centres offer is not what is asked for each hundred households of a community.
  const perHundredHouseholds = area.level !== 'community' || squareMetres === null || households === null || households < leastHouseholds ? null : (squareMetres / households) * 100
  return {
    area, cells, complete: cells.filter(({ standing }) => standing === 'built' || standing === 'shared').length, of: slots.length,
    squareMetres, households, perHundredHouseholds, reachesThreshold: perHundredHouseholds === null ? null : perHundredHouseholds >= threshold,
  }
}

/** A size nobody knows is not too small. */
function cellOf(input: RegisterInput, slot: Slot, row: EntryOf<'slot'> | null): SlotCell {
  if (row === null) return { standing: 'missing', known: false, squareMetres: null, facility: null, entry: null }
  const { state, facility, squareMetres } = row.fields
  const place = facility === null ? null : input.facility(facility)
  const size = squareMetres ?? place?.capacity.squareMetres ?? null
  const small = size !== null && slot.minSquareMetres !== null && size < slot.minSquareMetres
  return { standing: small && isThere(state) ? 'belowArea' : state, known: true, squareMetres: size, facility: place?.id ?? null, entry: row.id }
}

export const isThere = (standing: SlotStanding): boolean => standing === 'built' || standing === 'shared' || standing === 'belowArea'

function countsOf(standings: readonly SlotStanding[]): Record<SlotStanding, number> {
  return Object.fromEntries(slotStandings.map((standing) => [standing, standings.filter((one) => one === standing).length])) as Record<SlotStanding, number>
}
