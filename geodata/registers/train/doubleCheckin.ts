import { keysOf, personsIn } from '../atoms.ts'
import { areaRow, byArea, nothing, percentOf, topArea, total } from '../areas.ts'
import { reportedAtoms } from '../memberAtoms.ts'
import type { Register, RegisterArea } from '../register.ts'
import { yearOf } from '../yearly.ts'

/** Named together in the answer: where most of the members are. */
const most = 3

/** 21 双报到: units that have reported to communities and communities to units, each direction for itself, and members in service who have reported, by community. */
export const doubleCheckin: Register = (input) => {
  const units = input.rows('checkin'), counts = input.rows('checkinCount').filter(({ area }) => area !== null)
  if (units.length === 0 && counts.length === 0) return nothing
  const atoms = reportedAtoms(counts), keys = keysOf(atoms, 'reported'), members = personsIn(input, atoms, 'reported')
  const own = byArea(input, units), communities = input.areas.at('community')
  const of = (rows: readonly (typeof units)[number][], direction: string): [number, number] => { const asked = rows.filter(({ fields }) => fields.direction === direction); return [asked.filter(({ fields }) => fields.reported).length, asked.length] }
  const [there, thereOf] = of(units, 'unitToCommunity'), [back, backOf] = of(units, 'communityToUnit')
  const ranked = communities.toSorted((a, b) => members(b.code) - members(a.code) || (a.code < b.code ? -1 : 1))
  const whole = members(null), top = topArea(input)?.code ?? '', first = ranked.slice(0, most), last: RegisterArea | undefined = ranked.at(-1)
  const city = input.rows('tally').filter(({ fields }) => fields.kind === 'reportedMembers' && fields.year <= yearOf(input.day))
  return {
    headlines: [
      { code: 'reported', value: whole, of: null, kind: 'count', persons: true, keys }, { code: 'unitsReported', value: there, of: thereOf, kind: 'count' }, { code: 'communitiesReported', value: back, of: backOf, kind: 'count' },
      ...(city.length === 0 ? [] : [{ code: 'cityReported', value: total(city, ({ fields }) => fields.done), of: null, kind: 'count' } as const]),
    ],
    columns: [
      { code: 'community', kind: 'area' }, { code: 'reported', kind: 'count', persons: true, keys }, { code: 'perHundredHouseholds', kind: 'ratio', rests: keys },
      { code: 'unitsReported', kind: 'count' }, { code: 'unitsDue', kind: 'count' }, { code: 'communitiesReported', kind: 'count' }, { code: 'communitiesDue', kind: 'count' },
    ],
    rows: communities.map((community) => {
      const households = input.residents(community.code)?.households ?? null, persons = members(community.code)
      return areaRow(community, [community.code, persons, households === null || households === 0 ? null : (100 * persons) / households, ...of(own(community.code), 'unitToCommunity'), ...of(own(community.code), 'communityToUnit')])
    }),
    order: { column: 'reported', largest: 'first' },
    map: { kind: 'areas', level: 'community', column: 'reported', worse: 'low' },
    answer: {
      members: { value: whole, areas: [top], keys }, most: first.map(({ name }) => name).join('、'),
      percent: { value: percentOf(total(first, ({ code }) => members(code)), whole), areas: [top, ...first.map(({ code }) => code)], keys, rate: true },
      least: last?.name ?? null, leastMembers: { value: last ? members(last.code) : null, areas: last ? [last.code] : [], keys }, units: there, unitsOf: thereOf, back, backOf,
    },
    atoms,
  }
}
