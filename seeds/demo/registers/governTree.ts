import type { CityRecord } from '../../../geodata/model/city.ts'
import type { FieldsOf } from '../../../geodata/model/sheets/all.ts'
import type { Garden, GardenCommunity } from './garden.ts'
import { row } from './row.ts'
import { isResettled } from './slots.ts'

type Fields = FieldsOf<'partyOrganisation'>
const bare: Omit<Fields, 'tier' | 'form'> = { parent: null, members: null, retiredMembers: null, standardsMet: null, model: null, termEnd: '2027-06-30', underRepair: null }
const said = (fields: Pick<Fields, 'tier' | 'form'> & Partial<Fields>): Fields => ({ ...bare, ...fields })

/** Of the district's 26 communities one has a committee and three a branch; the others are general branches (369 = 4 + 323 + 42 in the city). */
export const formOf = (index: number): 'committee' | 'generalBranch' | 'branch' => (index === 6 ? 'committee' : index % 9 === 4 ? 'branch' : 'generalBranch')

/** Six tiers from the city to groups at buildings; branches on grids, a few estates with one as well. The resettlement community has four branches. */
export function* treeEntries(garden: Garden): Generator<CityRecord> {
  const dice = garden.dice('party tree')
  yield row('partyOrganisation', 'party-city', said({ tier: 'city', form: 'committee' }), { area: garden.city, name: '演示市委员会' })
  yield row('partyOrganisation', 'party-district', said({ tier: 'district', form: 'committee', parent: 'party-city' }), { area: garden.district, name: '柳浦区委员会' })
  for (const { code, name } of garden.streets) yield row('partyOrganisation', `party-${code}`, said({ tier: 'street', form: 'committee', parent: 'party-district' }), { area: code, name: `${name}党工委` })
  for (const [index, community] of garden.communities.entries()) {
    const parent = `party-${community.code}`, form = formOf(index)
    yield row('partyOrganisation', parent, said({ tier: 'community', form, parent: `party-${community.street}`, standardsMet: dice.whole(3, 5), model: index % 8 === 0, underRepair: index === 17 || index === 21 }), { area: community.code, name: `${community.name}${formName[form]}` })
    yield* belowCommunity(community, parent, index)
  }
}

const formName = { committee: '党委', generalBranch: '党总支', branch: '党支部' } as const

function* belowCommunity(community: GardenCommunity, parent: string, index: number): Generator<CityRecord> {
  for (const [at, grid] of community.grids.entries()) {
    // One grid of the resettlement community, and the last of every fifth, has no branch.
    const without = isResettled(community) ? at === community.grids.length - 1 : index % 5 === 2 && at === community.grids.length - 1
    const branch = `party-${grid.code}`
    if (!without) yield row('partyOrganisation', branch, said({ tier: 'grid', form: 'branch', parent }), { area: grid.code, name: `${grid.name}党支部` })
    if (isResettled(community)) continue
    for (let group = 0; group < Math.min(3, Math.ceil(grid.buildings.length / 4)); group++) yield row('partyOrganisation', `${branch}-group-${group + 1}`, said({ tier: 'building', form: 'group', parent: without ? parent : branch, termEnd: null }), { area: grid.code, name: `${grid.name}第${group + 1}楼栋党小组` })
  }
  for (const [at, estate] of community.estates.entries()) {
    if (isResettled(community) || (index + at) % 4 !== 0) continue
    yield row('partyOrganisation', `party-${estate.code}`, said({ tier: 'estate', form: 'branch', parent }), { area: estate.code, name: `${estate.name}党支部` })
  }
}

/** One organisation for each unit inside a community, save units that have one already: those of firms that are units (twoNewBranches.ts). */
export function* unitOrganisationEntries({ communities }: Garden, grown: readonly CityRecord[]): Generator<CityRecord> {
  const having = new Set(grown.flatMap((one) => (one.kind === 'entry' && one.record.sheet === 'partyOrganisation' ? [one.record.unit] : [])))
  for (const community of communities) {
    for (const { id, name, nature } of community.units) {
      if (having.has(id)) continue
      const form = nature === 'government' || nature === 'stateEnterprise' ? 'generalBranch' : 'branch'
      yield row('partyOrganisation', `party-${id}`, said({ tier: 'community', form, parent: `party-${community.code}` }), { area: community.code, unit: id, name: `${name}${formName[form]}` })
    }
  }
}
