import { seatCategories, seatGroups } from '../../model/sheets/govern.ts'
import { areaRow, nothing, percentOf, shareOf } from '../areas.ts'
import { grouped } from '../grouped.ts'
import type { Register, Row } from '../register.ts'
import { standingSeats, type StandingSeat } from './seats.ts'

const groups = ['institution', 'twoNewPropertyTower', 'police', 'retired'] as const

/** 2 席位构成: seats by category and group, vacant ones among them; two-new, property and towers are one group of three kinds. */
export const seatMix: Register = (input) => {
  const seats = standingSeats(input, 'community')
  if (seats.length === 0) return nothing
  const inGroup = (own: readonly StandingSeat[], group: string): number => own.filter(({ seat }) => seatGroups[seat.fields.category] === group).length
  const rows = [...grouped(seats, ({ area }) => area?.code ?? null)].flatMap(([code, own]): Row[] => (own[0].area === null ? [] : [areaRow(own[0].area, [
    code, own.length, ...seatCategories.map((category) => own.filter(({ seat }) => seat.fields.category === category).length), ...groups.map((group) => shareOf(inGroup(own, group), own.length)),
  ])]))
  const counts = groups.map((group) => inGroup(seats, group))
  return {
    headlines: groups.map((group, i) => ({ code: group, value: counts[i], of: seats.length, kind: 'count' })),
    columns: [{ code: 'community', kind: 'area' }, { code: 'seats', kind: 'count' }, ...seatCategories.map((code) => ({ code, kind: 'count' }) as const), ...groups.map((group) => ({ code: `${group}Share`, kind: 'share' }) as const)],
    rows: rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    map: null,
    answer: { seats: seats.length, ...Object.fromEntries(groups.flatMap((group, i) => [[group, counts[i]], [`${group}Percent`, percentOf(counts[i], seats.length)]])) },
    atoms: [],
  }
}
