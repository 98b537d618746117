import { nothing, percentOf, shareOf, topArea, total } from '../areas.ts'
import { keysOf, standingAtoms } from '../atoms.ts'
import { grouped } from '../grouped.ts'
import type { Guarded, Register, Row } from '../register.ts'

/** Shares of fewer are not told (DOMAIN.md 7.2). */
const leastForShare = 30

const traits = ['over50', 'belowHighSchool'] as const

/** 31 干部结构: staff by team and where they came from: how many are over fifty, and without high school. Posts are told; of what age and schooling those are who hold them counts persons. */
export const staffStructure: Register = (input) => {
  const staff = input.rows('staff')
  const described = staff.filter(({ fields }) => fields.over50 !== null || fields.belowHighSchool !== null || fields.origin !== null)
  if (described.length === 0) return nothing
  const of = (rows: typeof described, column: 'actual' | 'over50' | 'belowHighSchool'): number => total(rows, ({ fields }) => fields[column])
  const share = (rows: typeof described, column: 'over50' | 'belowHighSchool'): number | null => { const known = rows.filter(({ fields }) => fields[column] !== null); return of(known, 'actual') < leastForShare ? null : shareOf(of(known, column), of(known, 'actual')) }
  const known = (rows: typeof described, column: 'over50' | 'belowHighSchool'): number | null => (rows.some(({ fields }) => fields[column] !== null) ? of(rows, column) : null)
  const top = topArea(input)?.code ?? ''
  const teamOf = ({ fields }: (typeof described)[number]): string => `${fields.kind} ${fields.origin ?? ''}`
  // Those of whom it is so and the others, told together or not at all: how many posts there are is known.
  const atoms = [...grouped(described, teamOf)].flatMap(([team, own]) => traits.flatMap((trait) => {
    const told = own.filter(({ fields }) => fields[trait] !== null)
    return [...standingAtoms(told, `${trait} ${team}:yes`, ({ fields }) => fields[trait]), ...standingAtoms(told, `${trait} ${team}:no`, ({ fields }) => Math.max(0, fields.actual - (fields[trait] ?? 0)))]
  }))
  const keysFor = (trait: (typeof traits)[number], teams: readonly string[]): string[] => [...new Set(teams)].flatMap((team) => [...keysOf(atoms, `${trait} ${team}:yes`), ...keysOf(atoms, `${trait} ${team}:no`)])
  const rows = [...grouped(described, teamOf)].map(([id, own]): Row => ({
    id, opens: 'area', area: top, position: null, cells: [own[0].fields.kind, own[0].fields.origin, of(own, 'actual'), known(own, 'over50'), share(own, 'over50'), known(own, 'belowHighSchool'), share(own, 'belowHighSchool')],
    keys: Object.fromEntries(traits.flatMap((trait) => [[trait, keysFor(trait, [id])], [`${trait}Share`, keysFor(trait, [id])]])),
  }))
  const cadres = described.filter(({ fields }) => fields.kind === 'cadre' && fields.over50 !== null)
  const keys = { over50: keysFor('over50', cadres.map(teamOf)), belowHighSchool: keysFor('belowHighSchool', cadres.map(teamOf)) }
  const percent = (trait: (typeof traits)[number]): Guarded => ({ value: percentOf(of(cadres, trait), of(cadres, 'actual')), areas: [top], keys: keys[trait], rate: true })
  return {
    headlines: [{ code: 'cadres', value: of(cadres, 'actual'), of: null, kind: 'count' }, { code: 'over50Share', value: share(cadres, 'over50'), of: null, kind: 'share', rests: keys.over50 }, { code: 'belowHighSchoolShare', value: share(cadres, 'belowHighSchool'), of: null, kind: 'share', rests: keys.belowHighSchool }],
    columns: [{ code: 'team', kind: 'text', choice: 'staff.kind' }, { code: 'origin', kind: 'text', choice: 'staff.origin' }, { code: 'actual', kind: 'count' }, { code: 'over50', kind: 'count', persons: true }, { code: 'over50Share', kind: 'share', persons: true }, { code: 'belowHighSchool', kind: 'count', persons: true }, { code: 'belowHighSchoolShare', kind: 'share', persons: true }],
    rows: rows.toSorted((a, b) => Number(a.cells[3] === null) - Number(b.cells[3] === null) || Number(b.cells[2]) - Number(a.cells[2]) || (a.id < b.id ? -1 : 1)), map: null,
    answer: { cadres: of(cadres, 'actual'), over50: percent('over50'), below: percent('belowHighSchool') }, atoms,
  }
}
