import type { Identity } from '../kernel/figures.ts'
import { organisationKinds } from '../model/organisation.ts'
import { seatCategories } from '../model/sheets/govern.ts'
import { grouped } from './grouped.ts'
import type { RegisterInput } from './register.ts'
import { figuresOf } from './twoNew/tally.ts'
import { twoNewOf } from './twoNew/ofInput.ts'

/** A building by the smallest area it lies in: a grid, else what its register names. */
export type Household = { area: string; residents: number; households: number }

/** What must hold of the registers of any city (DOMAIN.md 11.3), each worked out another way than the registers do. Without rows an identity holds and says so. */
export function registerIdentities(input: RegisterInput, homes: readonly Household[]): Identity[] {
  return [seatsAddUp(input), vacanciesAddUp(input), formsAddUp(input), ...organisationKinds.map((kind) => twoNewNested(input, kind)), gridsAddUp(input, homes), householdsAddUp(input, homes), postsCoverMembers(input), pairedWithin(input)]
}

const none = (name: string): Identity => ({ name, holds: true, detail: 'no rows' })

/** Every seat is of one category, and no number stands twice in a committee. */
function seatsAddUp(input: RegisterInput): Identity {
  const name = 'seatCategories', seats = input.rows('seat')
  if (seats.length === 0) return none(name)
  const counts = seatCategories.map((category) => seats.filter(({ fields }) => fields.category === category).length)
  const sum = counts.reduce((all, one) => all + one, 0)
  const numbers = new Set(seats.map(({ fields }) => `${fields.committee} ${fields.number}`)).size
  return { name, holds: sum === seats.length && numbers === seats.length, detail: `${counts.join(' + ')} = ${seats.length} seats, ${numbers} numbers` }
}

/** Vacant seats, one by one, are the seats less the open tenures; no seat is held twice and no tenure is of a seat that is not there. */
function vacanciesAddUp(input: RegisterInput): Identity {
  const name = 'vacancies', seats = input.rows('seat')
  if (seats.length === 0 && input.rows('tenure').length === 0) return none(name)
  const open = grouped(input.rows('tenure'), ({ fields }) => fields.seat)
  const there = new Set(seats.map(({ id }) => id))
  // A tenure goes with its seat: one of a seat that stands no more is of the past.
  const held = [...open].filter(([seat]) => there.has(seat)).reduce((sum, [, tenures]) => sum + tenures.length, 0)
  const vacant = seats.filter(({ id }) => !open.has(id)).length
  return { name, holds: vacant === seats.length - held && vacant >= 0, detail: `${seats.length} seats - ${held} open tenures = ${vacant} vacant` }
}

/** 4 + 323 + 42 = 369: each community that has an organisation has it in one form. */
function formsAddUp(input: RegisterInput): Identity {
  const name = 'organisationForms'
  const places = input.rows('placeRegister').filter(({ fields }) => fields.level === 'community' && fields.form !== null)
  // Of the communities themselves: those of units have a unit.
  const organisations = input.rows('partyOrganisation').filter(({ unit, fields }) => unit === null && fields.tier === 'community')
  if (places.length === 0 && organisations.length === 0) return none(name)
  const forms = ['committee', 'generalBranch', 'branch'] as const
  const counts = forms.map((form) => places.filter(({ fields }) => fields.form === form).length)
  const distinct = new Set(places.map(({ id, name: called, area, fields }) => called === '' ? id : `${area ?? ''}/${fields.parent ?? ''}/${called}`)).size
  const communities = new Set(organisations.map(({ id, area }) => area ?? id)).size
  return {
    name, holds: counts.reduce((sum, one) => sum + one, 0) === distinct && communities === organisations.length,
    detail: `${counts.join(' + ')} = ${distinct} communities of the register; ${organisations.length} organisations of ${communities} communities`,
  }
}

/** 工作覆盖 >= 组织覆盖 >= 单独组建, each within what operates, over all and in every community. Kinds are never summed. */
function twoNewNested(input: RegisterInput, kind: (typeof organisationKinds)[number]): Identity {
  const name = `twoNew ${kind}`, cuts = twoNewOf(input).cuts.kinds[kind]
  const whole = figuresOf(cuts.all)
  if (whole.registered === 0) return none(name)
  const communities = [...cuts.byArea.values(), cuts.outside].map(figuresOf)
  const nested = [whole, ...communities, ...[...cuts.byScene.values(), ...cuts.bySize.values()].map(figuresOf)].every(({ operating, work, organised, single, registered, excluded }) =>
    work.covered >= organised.covered && organised.covered >= single.covered && operating >= work.covered && single.covered >= 0 && registered === operating + excluded.shell + excluded.closed + excluded.duplicate)
  const sum = communities.reduce((all, { operating }) => all + operating, 0)
  return { name, holds: nested && sum === whole.operating, detail: `${whole.operating} operating >= ${whole.work.covered} work >= ${whole.organised.covered} organised >= ${whole.single.covered} single; ${sum} by community` }
}

/** Residents of the grids and of homes in no grid are those of the community. */
function gridsAddUp(input: RegisterInput, homes: readonly Household[]): Identity {
  const name = 'gridResidents', grids = input.areas.at('grid')
  if (grids.length === 0) return none(name)
  const byGrid = grouped(grids, ({ parent }) => parent)
  const loose = sumBy(homes, ({ residents }) => residents)
  let outside = 0
  const wrong = input.areas.at('community').filter(({ code }) => {
    const all = input.residents(code)?.all
    const own = loose.get(code) ?? 0
    outside += own
    return all !== null && all !== undefined && all !== own + (byGrid.get(code) ?? []).reduce((sum, grid) => sum + (input.residents(grid.code)?.all ?? 0), 0)
  })
  return { name, holds: wrong.length === 0, detail: wrong.length === 0 ? `${grids.length} grids, ${outside} residents in no grid` : `not in ${wrong.map(({ code }) => code).slice(0, 3).join(', ')}` }
}

/** Households of the buildings are those of their grid. */
function householdsAddUp(input: RegisterInput, homes: readonly Household[]): Identity {
  const name = 'gridHouseholds', grids = input.areas.at('grid')
  if (grids.length === 0) return none(name)
  const sums = sumBy(homes, ({ households }) => households)
  const wrong = grids.filter(({ code }) => { const told = input.residents(code)?.households; return told !== null && told !== undefined && told !== (sums.get(code) ?? 0) })
  return { name, holds: wrong.length === 0, detail: wrong.length === 0 ? `${grids.length} grids` : `not in ${wrong.map(({ code }) => code).slice(0, 3).join(', ')}` }
}

function sumBy(homes: readonly Household[], of: (home: Household) => number): Map<string, number> {
  const sums = new Map<string, number>()
  for (const home of homes) sums.set(home.area, (sums.get(home.area) ?? 0) + of(home))
  return sums
}

/** Nobody has a post that nobody claimed: where both are told. */
function postsCoverMembers(input: RegisterInput): Identity {
  const name = 'claimedPosts'
  const claimed = grouped(input.rows('post'), ({ area }) => area)
  const withPost = grouped(input.rows('checkinCount').filter(({ fields }) => fields.membersWithPost !== null), ({ area }) => area)
  const both = [...withPost].filter(([area]) => claimed.has(area)).map(([area, rows]) => ({ area, members: rows.reduce((sum, { fields }) => sum + (fields.membersWithPost ?? 0), 0), posts: (claimed.get(area) ?? []).reduce((sum, { fields }) => sum + fields.claimed, 0) }))
  if (both.length === 0) return none(name)
  const wrong = both.filter(({ members, posts }) => posts < members)
  return { name, holds: wrong.length === 0, detail: wrong.length === 0 ? `${both.length} areas` : wrong.slice(0, 3).map(({ area, members, posts }) => `${area}: ${posts} posts < ${members} members`).join(', ') }
}

/** 双结对: paired communities are communities. */
function pairedWithin(input: RegisterInput): Identity {
  const name = 'pairedCommunities', rows = input.rows('pairing').filter(({ fields }) => fields.kind === 'unitCommunity')
  if (rows.length === 0) return none(name)
  const communities = input.areas.at('community').length
  const paired = new Set(rows.map(({ area }) => area))
  const lost = [...paired].filter((area) => area === null || input.areas.above(area, 'community') === null)
  return { name, holds: lost.length === 0 && paired.size <= communities, detail: `${paired.size} paired <= ${communities} communities${lost.length === 0 ? '' : `, ${lost.join(', ')} in none`}` }
}
