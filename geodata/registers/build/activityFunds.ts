import { areaRow, topArea, total } from '../areas.ts'
import { keysOf, personsIn, standingAtoms } from '../atoms.ts'
import type { Register } from '../register.ts'
import { ruleOf } from '../rule.ts'
import { newestFundYear } from './fundYear.ts'

const measure = 'direct'

/** 54 党员活动经费: so much for each member whose membership is kept in the community, against what was paid in the newest year; the largest gap first. */
export const activityFunds: Register = (input) => {
  const perMember = ruleOf(input.catalogue, 'activityYuanPerMember')
  const counts = input.rows('memberCount').filter(({ fields }) => fields.management === measure && fields.skill === null)
  const atoms = standingAtoms(counts, measure, ({ fields }) => fields.members), keys = keysOf(atoms, measure)
  const members = personsIn(input, atoms, measure)
  const year = newestFundYear(input, 'activities')
  const funds = input.rows('fund').filter(({ fields }) => fields.purpose === 'activities' && fields.year === year)
  const found = input.areas.at('community').flatMap((community) => {
    const own = funds.filter(({ area }) => area !== null && input.areas.above(area, 'community')?.code === community.code)
    const count = members(community.code), paid = total(own, ({ fields }) => fields.yuan)
    return count + paid === 0 ? [] : [{ community, count, due: count * perMember, paid }]
  }).toSorted((a, b) => b.due - b.paid - (a.due - a.paid) || (a.community.code < b.community.code ? -1 : 1))
  const due = total(found, (one) => one.due), paid = total(found, (one) => one.paid)
  const places = found.filter((one) => one.paid < one.due).length
  /** Where nobody has counted members, nothing is known to be due. */
  const known = <T>(one: { count: number }, value: T): T | null => (one.count === 0 ? null : value)
  const isKnown = due > 0
  const whole = { areas: [topArea(input)?.code ?? ''], keys, rate: true as const }
  return {
    headlines: [{ code: 'due', value: isKnown ? due : null, of: null, kind: 'yuan', rests: keys }, { code: 'paid', value: paid, of: null, kind: 'yuan' }, { code: 'paidShare', value: isKnown ? paid / due : null, of: isKnown ? due : null, kind: 'share', rests: keys }],
    columns: [
      { code: 'community', kind: 'area' }, { code: 'members', kind: 'count', persons: true, keys }, { code: 'due', kind: 'yuan', rests: keys }, { code: 'paid', kind: 'yuan' }, { code: 'gap', kind: 'yuan', rests: keys }, { code: 'paidShare', kind: 'share', rests: keys },
    ],
    rows: found.map((one) => areaRow(one.community, [one.community.code, known(one, one.count), known(one, one.due), one.paid, known(one, one.due - one.paid), known(one, one.paid / one.due)])),
    map: { kind: 'areas', level: 'community', column: 'paidShare', worse: 'low' },
    answer: { year, perMember, due: { value: isKnown ? due : null, ...whole }, paid, gap: { value: isKnown ? due - paid : null, ...whole }, communities: found.length, short: { value: isKnown ? places : null, ...whole } },
    atoms,
  }
}
