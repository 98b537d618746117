import { describe, expect, test } from 'vitest'
import { catalogue } from '../../../seeds/catalogue.ts'
import { admits } from '../../../geodata/kernel/admission.ts'
import { answerCoverage } from '../../../geodata/kernel/coverage.ts'
import { answerGaps } from '../../../geodata/kernel/gaps.ts'
import { fillQuestion } from '../../../geodata/kernel/question.ts'
import { answerStates } from '../../../geodata/kernel/states.ts'
import { audiences } from '../../../geodata/model/facility.ts'
import type { Audience, Group } from '../../../geodata/model/facility.ts'
import { emptyOverlay } from '../../../geodata/model/overlay.ts'
import { buildingStates, gapReasons } from '../../../geodata/model/question.ts'
import type { CityRecord } from '../../../geodata/model/city.ts'
import { buildCity } from '../../tools/build-city.ts'
import { area, at, building, facility, smallBox, smallRecords, square, street } from '../../tools/small-city.ts'

const city = buildCity(catalogue, smallBox, smallRecords)
const tenMinutes = fillQuestion(catalogue, { category: 'canteen', limit: { minutes: 10 } })

describe('the city drawn by hand', () => {
  test('covers three homes, just misses one, leaves out the rest and says why', () => {
    const gaps = answerGaps(city, emptyOverlay, tenMinutes)
    expect([...gaps.state].map((state) => buildingStates[state])).toEqual(['marginal', 'uncovered', 'uncovered', 'uncovered', 'uncovered', 'uncovered', 'uncovered', 'cut'])
    expect([...gaps.reason].map((reason) => gapReasons[reason])).toEqual(['noneInReach', 'noneInReach', 'noneInReach', 'noneInReach', 'noneInReach', 'notAdmitted', 'notAdmitted', 'notConnected'])
    expect([...gaps.nearest]).toEqual([0, 0, 0, 0, 0, 0, 0, -1])
    expect(gaps.missesByMetres[0]).toBeCloseTo(gaps.metres[0] - 600, 3)
    expect(Number.isNaN(gaps.metres[7])).toBe(true)
  })

  test('counts residents, households, homes and communities, with the unknown house apart', () => {
    const { summary, areas } = answerCoverage(city, emptyOverlay, tenMinutes)
    expect(summary).toMatchObject({ residentsCovered: 60, residentsTotal: 220, householdsCovered: 120, householdsTotal: 440, buildingsCovered: 3, buildingsTotal: 11, communitiesCovered: 0, communitiesTotal: 2, noDataBuildings: 1, facilities: 2, admittingFacilities: 1 })
    const west = city.areas.byCode.get('110105001001') ?? -1
    expect([areas.residentsCovered[west], areas.residentsTotal[west], areas.buildingsTotal[city.areas.count]]).toEqual([60, 100, 1])
  })

  test('opening the staff canteen covers the east, and both communities count', () => {
    const opened = { ...emptyOverlay, admissions: [{ facility: 'canteen-staff', admission: { audience: 'everyone' as const, minAge: null, maxAge: null, onlyAreas: [] } }] }
    const { summary } = answerCoverage(city, opened, fillQuestion(catalogue, { category: 'canteen', limit: { metres: 1100 } }))
    expect(summary).toMatchObject({ buildingsCovered: 10, communitiesCovered: 2, communitiesTotal: 2, admittingFacilities: 2 })
  })

  test('a category without sites leaves homes uncovered, not cut off; only the far house is', () => {
    const gaps = answerGaps(city, emptyOverlay, fillQuestion(catalogue, { category: 'library' }))
    expect([...gaps.state].map((state) => buildingStates[state])).toEqual([...Array.from({ length: 10 }, () => 'uncovered'), 'cut'])
    expect([...gaps.reason].map((reason) => gapReasons[reason])).toEqual([...Array.from({ length: 10 }, () => 'noneInReach'), 'notConnected'])
    expect([...gaps.nearest].every((nearest) => nearest === -1)).toBe(true)
  })

  test('in a straight line nothing is cut off', () => {
    const states = answerStates(city, emptyOverlay, { ...tenMinutes, metric: 'straight' })
    expect([...states].map((state) => buildingStates[state])).toEqual(['covered', 'covered', 'covered', 'covered', 'marginal', ...Array.from({ length: 6 }, () => 'uncovered'), 'nodata', 'other'])
  })
})

describe('a community', () => {
  // Twenty homes of one resident each along a street; the first ones stand within the limit.
  const row = (covered: number): CityRecord[] => [
    { kind: 'area', record: area('c', 'community', '社区', null, square(-1, -1, 40, 10)) },
    { kind: 'area', record: area('empty', 'community', '无人社区', null, square(50, 50, 1, 1)) },
    { kind: 'street', record: street('s', [at(0, 0), at(30, 0)]) },
    { kind: 'facility', record: facility('f', 'canteen', 0, 0) },
    ...Array.from({ length: 20 }, (_, k): CityRecord => ({ kind: 'building', record: building(`b${k}`, k < covered ? 1 : 20, 0.1, { residents: { all: 1, over60: 1, over80: 0, children: 0, households: 1, basis: 'permanent', counted: true, source: 'drawn by hand', date: null } }) })),
  ]
  const communities = (covered: number, group: Group = '60plus'): number[] => {
    const { summary } = answerCoverage(buildCity(catalogue, smallBox, row(covered)), emptyOverlay, fillQuestion(catalogue, { category: 'canteen', limit: { metres: 500 }, group }))
    return [summary.residentsCovered, summary.communitiesCovered, summary.communitiesTotal]
  }

  test('is covered from 95 % of its residents on, and not before', () => {
    expect([communities(18), communities(19), communities(20)]).toEqual([[18, 0, 1], [19, 1, 1], [20, 1, 1]])
  })

  test('without residents of the group is in neither count', () => {
    expect(communities(20, '80plus')).toEqual([0, 0, 0])
  })
})

describe('a gate in a wall', () => {
  // A street in the west, a path in the east that meets it twice: through a gate close by, and far around.
  const records = (locked: 'never' | 'always' | { hours: string }): CityRecord[] => [
    { kind: 'street', record: street('outside', [at(0, 0), at(0, 5), at(0, 20)]) },
    { kind: 'street', record: street('inside', [at(0, 5), at(1, 5), at(4, 5), at(4, 20), at(0, 20)], { class: 'path' }) },
    { kind: 'gate', record: { id: 'near', name: '近门', position: at(1, 5), estate: null, locked, source: 'drawn by hand', date: null } },
    { kind: 'building', record: building('home', 3, 5.1, { entrances: [at(3, 5.1)] }) },
    { kind: 'facility', record: facility('canteen', 'canteen', -0.1, 3) },
  ]
  const metresOf = (locked: 'never' | 'always' | { hours: string }, openedGates: string[] = []): number => {
    const walled = buildCity(catalogue, smallBox, records(locked))
    const gaps = answerGaps(walled, { ...emptyOverlay, openedGates }, fillQuestion(catalogue, { category: 'canteen', limit: { metres: 1 } }))
    return gaps.metres[0]
  }

  test('locked all day sends the walk around; open, locked at hours or opened lets it through', () => {
    const through = metresOf('never')
    expect(through).toBeLessThan(520)
    expect(metresOf('always')).toBeGreaterThan(through + 2500)
    expect(metresOf({ hours: '22:00-06:00' })).toBe(through)
    expect(metresOf('always', ['near'])).toBe(through)
  })

  test('at both ends of a street locks in who lives there, but not from the site beside them', () => {
    const lockedIn: CityRecord[] = [
      { kind: 'street', record: street('outside', [at(0, 0), at(0, 20)]) },
      { kind: 'street', record: street('inside', [at(0, 20), at(5, 20), at(9, 20), at(9, 0)]) },
      ...[at(5, 20), at(9, 20)].map((position, k): CityRecord => ({ kind: 'gate', record: { id: `g${k}`, name: '门', position, estate: null, locked: 'always', source: 'drawn by hand', date: null } })),
      { kind: 'building', record: building('home', 6, 20.1, { entrances: [at(6, 20.1)] }) },
      { kind: 'facility', record: facility('canteen', 'canteen', 8.5, 20.1) },
    ]
    const walled = buildCity(catalogue, smallBox, lockedIn)
    const stateOf = (category: string): string => buildingStates[answerStates(walled, emptyOverlay, fillQuestion(catalogue, { category, limit: { metres: 50 } }))[0]]
    expect([stateOf('canteen'), stateOf('clinic')]).toEqual(['uncovered', 'cut'])
  })

  test('on no vertex of a street blocks nothing', () => {
    const off = records('always').map((row): CityRecord => (row.kind === 'gate' ? { kind: 'gate', record: { ...row.record, position: at(0, 4) } } : row))
    const walled = buildCity(catalogue, smallBox, off)
    expect(walled.gates.node[0]).toBe(-1)
    expect(answerGaps(walled, emptyOverlay, fillQuestion(catalogue, { category: 'canteen', limit: { metres: 1 } })).metres[0]).toBe(metresOf('never'))
  })
})

describe('admission', () => {
  const groupsOf = (audience: Audience, minAge: number | null, maxAge: number | null): Group[] => (['all', '60plus', '80plus', 'children'] as const).filter((group) => admits({ audience, minAge, maxAge, onlyAreas: [] }, group))

  test('covers a group only when every member may come in', () => {
    expect(groupsOf('everyone', null, null)).toEqual(['all', '60plus', '80plus', 'children'])
    expect(groupsOf('everyone', 60, null)).toEqual(['60plus', '80plus'])
    expect(groupsOf('everyone', 65, null)).toEqual(['80plus'])
    expect(groupsOf('everyone', null, 14)).toEqual(['children'])
    expect(groupsOf('everyone', 18, 70)).toEqual([])
    expect(groupsOf('retired', null, null)).toEqual(['60plus', '80plus'])
  })

  test('of staff, members, couriers and by arrangement covers nobody', () => {
    for (const audience of audiences) if (audience !== 'everyone' && audience !== 'retired') expect([audience, groupsOf(audience, null, null)]).toEqual([audience, []])
  })

  test('for residents of an area that does not exist covers nobody', () => {
    const records = smallRecords.map((row): CityRecord => (row.kind === 'facility' ? { kind: 'facility', record: { ...row.record, admission: { ...row.record.admission, onlyAreas: ['no such area'] } } } : row))
    expect(answerCoverage(buildCity(catalogue, smallBox, records), emptyOverlay, tenMinutes).summary.buildingsCovered).toBe(0)
  })
})

test('defaults of a question: the group of the category, the middle of its minutes, network, planning, whole city, any hour', () => {
  expect(fillQuestion(catalogue, { category: 'canteen' })).toEqual({ category: 'canteen', area: null, limit: { minutes: 10 }, metric: 'network', profile: 'planning', group: '60plus', at: null })
})
