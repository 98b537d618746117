import { describe, expect, test } from 'vitest'
import { organisationKinds, type Scene } from '../../../../geodata/model/organisation.ts'
import type { Size } from '../../../../geodata/model/twoNew.ts'
import { checksOf } from '../../../../geodata/registers/twoNew/checks.ts'
import { cutsOf } from '../../../../geodata/registers/twoNew/cuts.ts'
import { dispatchOf } from '../../../../geodata/registers/twoNew/dispatch.ts'
import { firmsOf } from '../../../../geodata/registers/twoNew/firm.ts'
import { dueFirms, excludedFirms, uncoveredFirms, waitingFirms } from '../../../../geodata/registers/twoNew/lists.ts'
import { figuresOf, newTally, type Tally } from '../../../../geodata/registers/twoNew/tally.ts'
import { branchesByHand, byHand, checksByHand, listsByHand, restByHand, sixty, sixtyCarriers, sixtyInstructors, sixtyStreets } from '../../../fixtures/twoNewSixty.ts'

const least = 3
const firms = firmsOf(sixty, ({ community }) => community)
const cuts = cutsOf(firms, (community) => [community, sixtyStreets[community]], least)
const idsOf = (list: typeof firms): string => list.map(({ organisation }) => organisation.id).join(' ')

function tallyOf(cut: string): Tally {
  const [kind, name] = cut.split(' ') as [(typeof organisationKinds)[number], string]
  const own = cuts.kinds[kind]
  if (name === 'all' || name === 'outside' || name === 'aboveScale') return own[name]
  return own.byArea.get(name) ?? own.byScene.get(name === 'null' ? null : (name as Scene)) ?? own.bySize.get(name as Size) ?? cuts.byCarrier.get(name)?.[kind] ?? newTally()
}

describe('the register of sixty rows made by hand', () => {
  test('holds sixty rows: 46 enterprises and 14 social organisations', () => {
    expect(organisationKinds.map((kind) => sixty.filter((one) => one.kind === kind).length)).toEqual([46, 14])
  })

  test.each(byHand.map(([cut, ...numbers]) => ({ cut, numbers })))('$cut counts as worked out by hand', ({ cut, numbers }) => {
    const { registered, excluded: { shell, closed, duplicate }, operating, single, joint, organised, attached, work, due } = figuresOf(tallyOf(cut))
    expect([registered, shell, closed, duplicate, operating, single.covered, joint.covered, organised.covered, attached.covered, work.covered, due.total, due.covered]).toEqual(numbers)
    expect([single.total, joint.total, organised.total, attached.total, work.total]).toEqual(Array(5).fill(operating))
  })

  test.each(branchesByHand)('%s: %i joint branches, however many firms they cover', (cut, branches) => {
    expect(figuresOf(tallyOf(cut)).jointBranches).toBe(branches)
  })

  test.each(organisationKinds)('%s: persons, unchecked rows and rows of which nothing is said', (kind) => {
    const { members, employees, unchecked, unsaid } = figuresOf(cuts.kinds[kind].all)
    expect({ members, employees, unchecked, unsaid }).toEqual(restByHand[kind])
  })

  test('22 of 40 enterprises are organised, 28 reached by work, 6 by work alone, 12 by nothing; of all 46 registered it would be 22', () => {
    const { organised, work, workOnly, uncovered, overRegistered } = figuresOf(cuts.kinds.enterprise.all)
    expect([organised.share, work.share, workOnly, uncovered, overRegistered]).toEqual([22 / 40, 28 / 40, 6, 12, { covered: 22, total: 46, share: 22 / 46 }])
  })

  test('every pitfall is found, with those it concerns', () => {
    const found = checksOf(firms, { least, dataDate: '2026-06-30', carrierKind: (id) => sixtyCarriers[id as keyof typeof sixtyCarriers], isAsked: () => true })
    expect(found.map(({ code, organisations }) => [code, organisations.join(' ')])).toEqual(checksByHand)
  })

  test('asked about one community, a check names only those in it, though the branch reaches beyond', () => {
    const found = checksOf(firms, { least, dataDate: '2026-06-30', carrierKind: () => null, isAsked: ({ community }) => community === 'C' })
    expect(found.find(({ code }) => code === 'jointInTwoCarriers')?.organisations).toEqual(['e34'])
    expect(found.some(({ code }) => code === 'singleShared')).toBe(false)
  })

  test('lists hold those without cover, those due, those waiting and those left out, in their order', () => {
    expect([uncoveredFirms(firms), dueFirms(firms, least), waitingFirms(firms, least), excludedFirms(firms)].map(idsOf)).toEqual([listsByHand.uncovered, listsByHand.due, listsByHand.waiting, listsByHand.excluded])
  })

  test('of two rows of one code the one that operates is counted, then the organised one, then the smaller id', () => {
    expect(excludedFirms(firms).flatMap(({ organisation, exclusion }) => (exclusion?.of ? [[organisation.id, exclusion.of]] : []))).toEqual([['e14', 'e01'], ['e22', 'e23'], ['e32', 'e31'], ['s13', 's05']])
  })

  test('instructors go to the same carrier, then the community, then the street, and never beyond their room', () => {
    const where = (area: string) => ({ community: area in sixtyStreets ? area : null, street: sixtyStreets[area] ?? area })
    const sent = dispatchOf(waitingFirms(firms, least), sixtyInstructors, where)
    expect(Object.fromEntries([...sent].map(([firm, { instructor, room }]) => [firm, [instructor, room]]))).toEqual(listsByHand.sent)
    for (const { id, fields } of sixtyInstructors) expect([...sent.values()].filter(({ instructor }) => instructor === id).length).toBeLessThanOrEqual(fields.room)
  })
})
