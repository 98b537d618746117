import { describe, expect, test } from 'vitest'
import type { Entry } from '../../../geodata/model/entry.ts'
import type { FieldsOf } from '../../../geodata/model/sheets/all.ts'
import { chamberAndTower } from '../../../geodata/registers/govern/chamberAndTower.ts'
import { communitySize } from '../../../geodata/registers/govern/communitySize.ts'
import { electedBodies } from '../../../geodata/registers/govern/electedBodies.ts'
import { fiveTogether } from '../../../geodata/registers/govern/fiveTogether.ts'
import { fourLevels } from '../../../geodata/registers/govern/fourLevels.ts'
import { grids } from '../../../geodata/registers/govern/grids.ts'
import { massOrganisations } from '../../../geodata/registers/govern/massOrganisations.ts'
import { organisationForms } from '../../../geodata/registers/govern/organisationForms.ts'
import { placeCounts } from '../../../geodata/registers/govern/placeCounts.ts'
import { requiredPosts } from '../../../geodata/registers/govern/requiredPosts.ts'
import { resettlementBodies } from '../../../geodata/registers/govern/resettlementBodies.ts'
import { rulesInPlace } from '../../../geodata/registers/govern/rulesInPlace.ts'
import { selfGovernance } from '../../../geodata/registers/govern/selfGovernance.ts'
import { selfGoverningBodies } from '../../../geodata/registers/govern/selfGoverningBodies.ts'
import { sixTiers } from '../../../geodata/registers/govern/sixTiers.ts'
import { threePlusN } from '../../../geodata/registers/govern/threePlusN.ts'
import { threeTiers } from '../../../geodata/registers/govern/threeTiers.ts'
import { catalogue } from '../../../seeds/catalogue.ts'
import { column, figure } from '../../tools/asked-table.ts'
import { handInput } from '../../tools/hand-input.ts'
import { entry, organisation } from '../../tools/registers.ts'

type Party = FieldsOf<'partyOrganisation'>
const party = (id: string, area: string, tier: Party['tier'], form: Party['form'], unit: string | null = null): Entry =>
  entry(id, 'partyOrganisation', { tier, form, parent: null, members: null, retiredMembers: null, standardsMet: null, model: null, termEnd: null, underRepair: null }, { area, unit })
const body = (area: string, kind: FieldsOf<'body'>['kind'], present: boolean, more: Partial<FieldsOf<'body'>> = {}): Entry => entry(`${area} ${kind} ${JSON.stringify(more)}`, 'body', { kind, present, postsRequired: null, postsFilled: null, termEnd: null, ...more }, { area })
const unit = (id: string, nature: 'government' | 'property', community: string) => ({ id, name: id, nature, position: [116.4, 39.9] as [number, number], community, validFrom: null, validTo: null, source: 'drawn by hand', date: null })

/** West is complete; middle lacks its grid's branch; east has an estate's branch only. One organisation is a unit's, one is shared by firms. */
const tree = [
  party('city', 'c', 'city', 'committee'), party('district', 'd', 'district', 'committee'), party('street', 's', 'street', 'committee'),
  party('west', 'w', 'community', 'generalBranch'), party('west-grid', 'w1', 'grid', 'branch'), party('west-group', 'w1', 'building', 'group'), party('middle', 'm', 'community', 'committee'), party('east-estate', 'eE', 'estate', 'branch'),
  party('unit-branch', 'w', 'community', 'branch', 'u1'), party('firms', 'm', 'building', 'branch'),
]
const input = handInput({ entries: tree, units: [unit('u1', 'property', 'w'), unit('u2', 'government', 'w')], organisations: [organisation('firm', { branch: 'firms' })] })
const estateTier = handInput({ entries: tree, catalogue: { ...catalogue, choices: catalogue.choices.map((choice) => (choice.code === 'branchTier' ? { ...choice, chosen: 'estate' } : choice)) } })

describe('organisations on the tree, drawn by hand', () => {
  test('six tiers: by tier and form, without those of units and firms; the branch’s tier is the catalogue’s', () => {
    const table = sixTiers(input)
    expect(table.rows.map(({ id, cells }) => [id, cells[6], cells[7], cells[8]])).toEqual([['city', 1, 1, 1], ['district', 1, 1, 1], ['street', 1, 1, 1], ['community', 2, 3, 2], ['estate', 1, 1, 1], ['grid', 1, 3, 1], ['building', 1, null, null]])
    expect([figure(table, 'withBranch'), figure(table, 'unitOrganisations'), figure(sixTiers(estateTier), 'withBranch')]).toEqual([[1, 3], [1, null], [1, 1]])
  })

  test('four levels: each is its own and the sum of those below', () => {
    const table = fourLevels(input)
    expect(table.rows.map(({ id, cells }) => [id, cells[2], cells[3], cells[4]])).toEqual([['c', 1, 8, 1], ['d', 1, 7, 1], ['s', 1, 6, 1], ['w', 1, 3, 1], ['m', 1, 1, 0], ['e', 0, 1, 0]])
  })

  test('three tiers: complete where grids bear the branch, otherwise where estates do', () => {
    expect(threeTiers(input).rows.map(({ id, cells }) => [id, cells.at(-1)])).toEqual([['e', 'missing'], ['m', 'partial'], ['w', 'done']])
    expect(figure(threeTiers(estateTier), 'full')).toEqual([0, 3])
  })

  test('grids without a branch are missing only where branches sit on grids', () => {
    expect(grids(input).rows.map(({ id, cells }) => [id, cells.at(-1)])).toEqual([['e1', 'missing'], ['m1', 'missing'], ['w1', 'done']])
    expect(column(grids(estateTier), 'state')).toEqual(['none', 'none', 'none'])
  })

  test('forms: of the city’s urban communities where its register is at hand, else of those on the map', () => {
    const urban = (['committee', 'generalBranch', 'generalBranch', null] as const).map((form, i) => entry(`p${i}`, 'placeRegister', { level: 'community', parent: null, urban: true, central: i === 0, form, greatCommittee: null }, { area: 'c' }))
    const codes = ['committee', 'generalBranch', 'branch', 'unstated']
    expect(codes.map((code) => figure(organisationForms(input), code))).toEqual([[1, 3], [1, 3], [0, 3], [1, 3]])
    expect(codes.map((code) => figure(organisationForms(handInput({ entries: [...tree, ...urban] })), code))).toEqual([[1, 4], [2, 4], [0, 4], [1, 4]])
  })

  test('platforms are told by their own count, never as a sum of villages and communities', () => {
    const places = (['town', 'village', 'village', 'community'] as const).map((level, i) => entry(`p${i}`, 'placeRegister', { level, parent: null, urban: false, central: false, form: null, greatCommittee: null }, { area: 'c' }))
    const table = placeCounts(handInput({ entries: [...places, entry('t', 'tally', { kind: 'platforms', year: 2025, required: null, done: 7 }, { area: 'c' })] }))
    expect([figure(table, 'villages'), figure(table, 'platforms'), table.answer['sum']]).toEqual([[2, null], [7, null], 3])
  })

  test('organisations of units by the unit’s nature', () => {
    const table = chamberAndTower(input)
    expect([figure(table, 'unitOrganisations'), figure(table, 'communitiesWith'), figure(table, 'unitsWith'), figure(table, 'towers')]).toEqual([[1, null], [1, 3], [1, 2], [1, 1]])
  })

  test('sizes rest on what the reader is told: no households, no row of figures', () => {
    const member = entry('m', 'memberCount', { management: 'direct', age: null, skill: null, members: 98 }, { area: 'w1' })
    const table = communitySize(handInput({ entries: [member], residents: { w: { all: 4000, households: 1750 } } }))
    expect(table.rows.map(({ id, cells }) => [id, cells[1], cells[2], cells[4], cells[7], cells[8]])).toEqual([['w', 1750, 4000, 4000 / 1750, 98, 2.45]])
    expect(table.atoms).toEqual([{ area: 'w1', key: 'direct||', count: 98 }])
  })
})

describe('bodies drawn by hand', () => {
  test('three bodies and the grids; a body recorded as not there is not there', () => {
    const table = threePlusN(handInput({ entries: [...tree, body('w', 'partyOrganisation', true), body('w', 'residentsCommittee', true), body('w', 'workStation', false), body('m', 'residentsCommittee', true)] }))
    expect(table.rows.map(({ id, cells }) => [id, cells[4], cells[5], cells[6], cells.at(-1)])).toEqual([['e', 0, 1, 0, 'missing'], ['m', 1, 1, 0, 'partial'], ['w', 2, 1, 1, 'partial']])
  })

  test('posts short are required less filled, never negative', () => {
    const table = requiredPosts(handInput({ entries: [body('w', 'residentsCommittee', true, { postsRequired: 7, postsFilled: 5 }), body('m', 'residentsCommittee', true, { postsRequired: 5, postsFilled: 6 }), body('e', 'workStation', true, { postsRequired: 3 })] }))
    expect(table.rows.map(({ area, cells }) => [area, cells[4], cells.at(-1)])).toEqual([['e', 3, 'missing'], ['w', 2, 'partial'], ['m', 0, 'done']])
    expect(figure(table, 'postsFilled')).toEqual([10, 15])
  })

  test('mass organisations: nothing recorded is not the same as none', () => {
    const all = (['union', 'youthLeague', 'womensFederation', 'elderAssociation'] as const).flatMap((kind) => [body('w', kind, true), body('m', kind, false)])
    const table = massOrganisations(handInput({ entries: all }))
    expect(Object.fromEntries(table.rows.map(({ id, cells }) => [id, [cells[5], cells.at(-1)]]))).toEqual({ w: [4, 'done'], m: [0, 'missing'], e: [null, 'none'] })
  })

  test('elected bodies are late from the day their term ends', () => {
    const entries = [body('w', 'residentsCommittee', true, { termEnd: '2026-06-30' }), body('m', 'residentsCommittee', true, { termEnd: '2026-07-01' }), body('e', 'residentsAssembly', false)]
    expect(electedBodies(handInput({ entries })).rows.map(({ area, cells }) => [area, cells.at(-1)])).toEqual([['w', 'late'], ['e', 'missing'], ['m', 'done']])
  })

  test('bodies of self-government and of a resettlement community are counted by kind', () => {
    const entries = [body('w', 'council', true), body('w', 'estateGroup', true, { postsRequired: 1 }), body('w', 'estateGroup', true), body('m', 'council', false), body('e', 'shareCooperative', true), body('e', 'shareCooperative', false, { postsRequired: 5 }), body('e', 'managementCommittee', true)]
    expect(selfGoverningBodies(handInput({ entries })).rows.map(({ id, cells }) => [id, ...cells.slice(1)])).toEqual([['w', 1, 0, 2, 3], ['e', 0, 0, 0, 0], ['m', 0, 0, 0, 0]])
    expect(['shareCooperative', 'managementCommittee', 'propertyCompany'].map((code) => figure(resettlementBodies(handInput({ entries })), code))).toEqual([[1, 2], [1, 1], [0, 0]])
  })

  test('an estate with neither firm nor committee is unmanaged; stewards are counted beside', () => {
    const estate = (property: 'company' | 'withdrawn', owners: 'committee' | 'resigned', validFrom: string, validTo: string | null): Entry => entry(`estate ${validFrom}`, 'estate', {
      kind: 'ordinary', buildStatus: 'built', households: 391, property, owners, propertyCompany: null, ownersMembers: owners === 'committee' ? 21 : null, ownersPartyMembers: owners === 'committee' ? 17 : null, ownersTermEnd: null, floorSquareMetres: null, officeSquareMetres: null, businessSquareMetres: null,
    }, { area: 'eE', validFrom, validTo })
    const entries = [estate('withdrawn', 'resigned', '2025-03-10', '2025-07-05'), estate('company', 'committee', '2025-07-05', null), entry('steward', 'steward', { buildings: 8, assigned: 6 }, { area: 'e1' })]
    const [spring, now] = ['2025-06-30', '2026-06-30'].map((day) => selfGovernance(handInput({ entries, day })))
    expect([figure(spring, 'unmanaged'), figure(now, 'unmanaged'), figure(now, 'stewards'), column(now, 'partyShare'), column(now, 'state')]).toEqual([[1, 1], [0, 1], [6, 8], [17 / 21], ['done']])
  })

  test('rules: six of each community, and how many communities have each', () => {
    const document = (area: string, kind: FieldsOf<'document'>['kind'], present: boolean): Entry => entry(`${area} ${kind}`, 'document', { kind, present, squareMetres: null }, { area })
    const table = rulesInPlace(handInput({ entries: [...(['rulesOfProcedure', 'seatRules', 'appraisal', 'memberRole', 'coordination', 'funding'] as const).map((kind) => document('w', kind, true)), document('m', 'funding', false), document('m', 'appraisal', true), document('m', 'pledge', true)] }))
    expect(table.rows.map(({ id, cells }) => [id, cells[7], cells.at(-1)])).toEqual([['e', 0, 'missing'], ['m', 1, 'partial'], ['w', 6, 'done']])
    expect([figure(table, 'full'), figure(table, 'appraisal')]).toEqual([[1, 3], [2, 3]])
  })

  test('five headings: rows, and communities that have any', () => {
    const table = fiveTogether(handInput({ entries: [body('w', 'council', true), body('m', 'council', true), entry('post', 'post', { kind: '岗', needed: 1, claimed: 0 }, { area: 'e1' })] }))
    expect(table.rows.map(({ id, cells }) => [id, cells[2], cells[3]])).toEqual([['govern', 2, 2], ['share', 0, 0], ['train', 1, 1], ['act', 0, 0], ['build', 0, 0]])
  })
})
