import { describe, expect, test } from 'vitest'
import { isCreditCode } from '../../geodata/kernel/creditCode.ts'
import type { Entry } from '../../geodata/model/entry.ts'
import type { OrganisationKind } from '../../geodata/model/organisation.ts'
import { checksOf } from '../../geodata/registers/twoNew/checks.ts'
import { cutsOf } from '../../geodata/registers/twoNew/cuts.ts'
import { firmsOf } from '../../geodata/registers/twoNew/firm.ts'
import { figuresOf, type Figures } from '../../geodata/registers/twoNew/tally.ts'
import { planted, usualSeed } from './planted.ts'

const least = 3

describe.each([usualSeed, 7])('the organisations of the demo grown from seed %i', (seed) => {
  const { records } = planted(seed)
  const organisations = records.flatMap((one) => (one.kind === 'organisation' ? [one.record] : []))
  const entries = records.flatMap((one): Entry[] => (one.kind === 'entry' ? [one.record] : []))
  const units = records.flatMap((one) => (one.kind === 'unit' ? [one.record] : []))
  const communities = new Set(records.flatMap((one) => (one.kind === 'area' && one.record.level === 'community' ? [one.record.code] : [])))
  const of = (sheet: Entry['sheet']): Entry[] => entries.filter((entry) => entry.sheet === sheet)
  const firms = firmsOf(organisations, ({ community }) => community)
  const { kinds, byCarrier } = cutsOf(firms, (community) => [community], least)
  const all = (kind: OrganisationKind): Figures => figuresOf(kinds[kind].all)

  test('of 705 registered enterprises 620 operate and 391 are organised: 55.5 % becomes 63.1 % (story 7)', () => {
    const { registered, excluded, operating, overRegistered, organised } = all('enterprise')
    expect([registered, excluded, operating]).toEqual([705, { shell: 61, closed: 23, duplicate: 1 }, 620])
    expect([overRegistered.covered, overRegistered.share?.toFixed(3), organised.covered, organised.share?.toFixed(3)]).toEqual([391, '0.555', 391, '0.631'])
  })

  test('9 % have their own, 54 % share one, 24 % are reached by work alone, 13 % are not covered', () => {
    const { operating, single, joint, workOnly, uncovered, work, jointBranches } = all('enterprise')
    expect([single.covered, joint.covered, workOnly, uncovered].map((count) => Math.round((100 * count) / operating))).toEqual([9, 54, 24, 13])
    expect(work.share?.toFixed(2)).toBe('0.87')
    expect(jointBranches).toBeLessThan(joint.covered / 5)
  })

  test.each([['tower', 71, 92], ['park', 78, 95], ['market', 48, 83], ['internet', 55, 80]] as const)('%s: organised %i %, reached by work %i %', (scene, organised, work) => {
    const tally = kinds.enterprise.byScene.get(scene)
    const figures = tally && figuresOf(tally)
    expect([figures?.organised.share, figures?.work.share].map((share) => Math.round(100 * (share ?? 0)))).toEqual([organised, work])
  })

  test('one tower has three firms that shall have an organisation of their own and have none, and no other carrier has any', () => {
    const undone = [...byCarrier].map(([id, tallies]) => ({ id, undone: tallies.enterprise.due - tallies.enterprise.dueDone })).filter(({ undone: count }) => count > 0)
    expect(undone.map(({ undone: count }) => count)).toEqual([3])
    expect(of('carrier').find(({ id }) => id === undone[0].id)?.fields['kind']).toBe('tower')
  })

  test('one tower lies in two communities and has firms in both', () => {
    const across = of('carrier').filter(({ fields }) => fields['alsoIn'] !== null)
    expect(across).toHaveLength(1)
    const homes = [...new Set(organisations.filter(({ carrier }) => carrier === across[0].id).map(({ community }) => community))]
    expect(homes.toSorted()).toEqual([across[0].area, ...(across[0].fields['alsoIn'] as string[])].toSorted())
  })

  test('ninety social organisations stand apart; some meet in the rooms of their community and have no place', () => {
    const { registered, operating, organised, work } = all('socialOrganisation')
    expect([registered, operating, organised.covered, work.covered]).toEqual([97, 90, 56, 76])
    expect(organisations.filter(({ kind, position }) => kind === 'socialOrganisation' && position === null).length).toBeGreaterThan(5)
  })

  test('the private enterprises among the units are in the register, under their names', () => {
    const linked = organisations.filter(({ unit }) => unit !== null)
    expect(linked.length).toBeGreaterThan(50)
    expect(linked.filter(({ unit, name }) => units.find(({ id }) => id === unit)?.name !== name)).toEqual([])
  })

  test('every credit code is valid and of a division that does not exist, and one is given twice', () => {
    const codes = organisations.map(({ creditCode }) => creditCode ?? '')
    expect(codes.filter((code) => !isCreditCode(code) || !/^(91|51|52)990101/.test(code))).toEqual([])
    expect(codes.length - new Set(codes).size).toBe(1)
  })

  test('whatever an organisation names is there', () => {
    const ids = new Set(entries.map(({ id }) => id))
    const named = organisations.flatMap(({ carrier, branch, instructor }) => [carrier, branch, instructor].filter((id) => id !== null))
    expect(named.filter((id) => !ids.has(id))).toEqual([])
    expect(organisations.filter(({ community }) => community === null || !communities.has(community))).toEqual([])
    expect(of('partyOrganisation').filter(({ id }) => id.startsWith('two-new-')).length).toBeGreaterThan(80)
    const room = of('instructor').reduce((sum, { fields }) => sum + Number(fields['room']), 0)
    expect(room > 20 && room < all('enterprise').uncovered).toBe(true)
  })

  test('the checks find what was planted and nothing else', () => {
    const kindOf = new Map(of('carrier').map(({ id, fields }) => [id, fields['kind'] as 'tower']))
    const found = checksOf(firms, { least, dataDate: '2026-06-30', carrierKind: (id) => kindOf.get(id) ?? null, isAsked: () => true })
    expect(found.map(({ code }) => code)).toEqual(['unchecked', 'duplicateCode', 'jointInTwoCarriers', 'registeredElsewhere', 'stale'])
    expect(found.filter(({ code }) => code === 'unchecked' || code === 'stale' || code === 'duplicateCode').map(({ organisations: ids }) => ids.length)).toEqual([12, 1, 4])
  })

  test('workers of five trades are counted by street over 24 months', () => {
    const rows = of('newEmployment')
    expect([new Set(rows.map(({ fields }) => fields['platform'])).size, new Set(rows.map(({ fields }) => fields['month'])).size]).toEqual([5, 24])
    expect(rows.filter(({ fields }) => Number(fields['organised']) > Number(fields['workers']) || Number(fields['members']) > Number(fields['workers']))).toEqual([])
  })
})
