import { keysOf, personsIn } from '../atoms.ts'
import { areaRow, nothing, percentOf, shareOf, topArea } from '../areas.ts'
import { ageAtoms, directAtoms, leadAtoms, reportedAtoms } from '../memberAtoms.ts'
import type { Register } from '../register.ts'

const ages = ['to35', 'to60', 'over60'] as const

/** 29 党员构成: members by how they are led, by community and grid, per hundred residents; ages by street and above. In service are those who reported, in the same blocks as register 21. */
export const memberMix: Register = (input) => {
  const counts = input.rows('memberCount')
  if (counts.every(({ fields }) => fields.skill !== null)) return nothing
  const lead = [...directAtoms(counts), ...leadAtoms(counts, 'floating'), ...reportedAtoms(input.rows('checkinCount'))], aged = ageAtoms(input, counts)
  const atoms = [...lead, ...aged]
  const direct = personsIn(input, atoms, 'direct'), floating = personsIn(input, atoms, 'floating'), inService = personsIn(input, atoms, 'reported')
  const keys = { direct: keysOf(atoms, 'direct'), floating: keysOf(atoms, 'floating'), inService: keysOf(atoms, 'reported') }
  const ageCounts = ages.map((age) => personsIn(input, atoms, `age:${age}`)(null)), ageKeys = ages.map((age) => keysOf(atoms, `age:${age}`))
  const top = topArea(input)?.code ?? ''
  const known = ageCounts.reduce((sum, count) => sum + count, 0)
  const hasGrids = lead.some(({ area }) => input.areas.of(area)?.level === 'grid')
  const areas = [...input.areas.at('community'), ...(hasGrids ? input.areas.at('grid') : [])]
  // Whoever is counted by community is not counted by grid: that is not nobody.
  const byGrid = new Set(lead.flatMap(({ area, key }) => (input.areas.of(area)?.level === 'grid' ? [key.split('|')[0]] : [])))
  const counted = (level: string, measure: string, count: number): number | null => (level === 'grid' && !byGrid.has(measure) ? null : count)
  const perHundred = (code: string): number | null => { const residents = input.residents(code)?.all ?? null; return residents === null || residents === 0 ? null : (100 * direct(code)) / residents }
  const densest = input.areas.at('community').map((area) => ({ area, value: perHundred(area.code) })).filter(({ value }) => value !== null).toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0)).at(0)
  return {
    headlines: [
      { code: 'direct', value: direct(null), of: null, kind: 'count', persons: true, keys: keys.direct }, { code: 'floating', value: floating(null), of: null, kind: 'count', persons: true, keys: keys.floating }, { code: 'inService', value: inService(null), of: null, kind: 'count', persons: true, keys: keys.inService },
      ...ages.map((age, i) => ({ code: `${age}Share`, value: shareOf(ageCounts[i], known), of: null, kind: 'share', rests: ageKeys.flat() }) as const),
    ],
    columns: [
      { code: 'area', kind: 'area' }, { code: 'level', kind: 'text', choice: 'partyOrganisation.tier' }, { code: 'direct', kind: 'count', persons: true, keys: keys.direct }, { code: 'membersPerHundred', kind: 'ratio', rests: keys.direct },
      { code: 'floating', kind: 'count', persons: true, keys: keys.floating }, { code: 'inService', kind: 'count', persons: true, keys: keys.inService },
    ],
    rows: areas.map((area) => areaRow(area, [area.code, area.level, counted(area.level, 'direct', direct(area.code)), perHundred(area.code), counted(area.level, 'floating', floating(area.code)), counted(area.level, 'reported', inService(area.code))])),
    map: { kind: 'areas', level: 'community', column: 'membersPerHundred', worse: null },
    answer: {
      direct: { value: direct(null), areas: [top], keys: keys.direct }, percent: { value: percentOf(ageCounts[2], known), areas: [top], keys: ageKeys.flat(), rate: true },
      densest: densest?.area.name ?? null, perHundred: { value: densest?.value == null ? null : Math.round(densest.value * 100) / 100, areas: [densest?.area.code ?? ''], keys: keys.direct, rate: true },
    },
    atoms,
  }
}
