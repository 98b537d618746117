import type { RegisterState } from '../../model/register.ts'
import { namesOf, total } from '../areas.ts'
import { newest } from '../newest.ts'
import { grouped } from '../grouped.ts'
import type { Register, RegisterInput, Row } from '../register.ts'
import { ruleOf } from '../rule.ts'

export type OwedRooms = { id: string; area: string; community: string | null; floor: number; office: Rooms; business: Rooms; owed: number; given: number; missing: number }
type Rooms = { owed: number; given: number }

/** Of each estate whose floor area is known: rooms owed by the catalogue's shares, rooms handed over, and what is missing; square metres. Rooms nobody entered were not handed over. */
export function owedRooms(input: RegisterInput): OwedRooms[] {
  const office = ruleOf(input.catalogue, 'officeRoomShare'), business = ruleOf(input.catalogue, 'businessRoomShare')
  const estates = [...grouped(input.rows('estate').filter(({ area }) => area !== null), ({ area }) => area).values()].flatMap((rows) => newest(rows) ?? [])
  return estates.flatMap(({ id, area, fields }): OwedRooms[] => {
    const floor = fields.floorSquareMetres
    if (area === null || floor === null) return []
    const rooms = [{ owed: Math.round(floor * office), given: fields.officeSquareMetres ?? 0 }, { owed: Math.round(floor * business), given: fields.businessSquareMetres ?? 0 }] as const
    return [{
      id, area, community: input.areas.above(area, 'community')?.code ?? null, floor, office: rooms[0], business: rooms[1],
      owed: rooms[0].owed + rooms[1].owed, given: rooms[0].given + rooms[1].given, missing: rooms.reduce((sum, { owed, given }) => sum + Math.max(0, owed - given), 0),
    }]
  }).toSorted((a, b) => b.missing - a.missing || (a.id < b.id ? -1 : 1))
}

/** 44 配建用房欠账: estates in arrears first. */
export const roomsOwed: Register = (input) => {
  const estates = owedRooms(input)
  const inArrears = estates.filter(({ missing }) => missing > 0)
  const communities = input.areas.at('community').filter(({ code }) => inArrears.some(({ community }) => community === code))
  const owed = total(inArrears, (one) => one.owed), given = total(inArrears, (one) => one.given), missing = total(inArrears, (one) => one.missing)
  return {
    headlines: [{ code: 'missingRooms', value: missing, of: owed, kind: 'squareMetres' }, { code: 'given', value: given, of: owed, kind: 'squareMetres' }, { code: 'inArrears', value: inArrears.length, of: estates.length, kind: 'count' }],
    columns: [
      { code: 'estate', kind: 'area' }, { code: 'community', kind: 'area' }, { code: 'floor', kind: 'squareMetres' }, { code: 'officeOwed', kind: 'squareMetres' }, { code: 'officeGiven', kind: 'squareMetres' },
      { code: 'businessOwed', kind: 'squareMetres' }, { code: 'businessGiven', kind: 'squareMetres' }, { code: 'missingRooms', kind: 'squareMetres' }, { code: 'state', kind: 'state' },
    ],
    rows: estates.map(({ id, area, community, floor, office, business, given: handed, missing: gap }): Row => ({
      id, opens: 'entry', area, position: input.areas.of(area)?.centre ?? null, cells: [area, community, floor, office.owed, office.given, business.owed, business.given, gap, stateOf(handed, gap)],
    })),
    map: { kind: 'areas', level: 'estate', column: 'missingRooms', worse: 'high', values: Object.fromEntries(estates.map(({ area, missing: gap }) => [area, gap])) },
    answer: { estates: inArrears.length, owed, office: total(inArrears, (one) => one.office.owed), business: total(inArrears, (one) => one.business.owed), given, missing, places: namesOf(communities), settled: inArrears.length === 0 ? estates.length : null },
    atoms: [],
  }
}

const stateOf = (given: number, missing: number): RegisterState => (missing === 0 ? 'done' : given === 0 ? 'missing' : 'partial')
