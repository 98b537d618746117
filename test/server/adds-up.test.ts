import { describe, expect, test } from 'vitest'
import { buildingStates, groups } from '../../geodata/model/words.ts'
import { askAllGaps, askCoverage, askGaps, askStates } from '../tools/asking.ts'
import { servedCity } from '../tools/served-city.ts'
import { shown } from '../tools/shown.ts'
import { planted } from '../seeds/planted.ts'

const { app } = await servedCity(planted())

const categories = ['canteen', 'clinic', 'market', 'station', 'kindergarten']
/** Counts of the records themselves: rows of fewer than ten are not shown. */
const counts = new Map(planted().records.flatMap((one) => (one.kind === 'building' && one.record.residents ? [[one.record.id, one.record.residents] as const] : [])))
const fieldOf = { all: 'all', '60plus': 'over60', '80plus': 'over80', children: 'children' } as const
const countOf = (id: string, group: keyof typeof fieldOf): number => counts.get(id)?.[fieldOf[group]] ?? 0

const profiles = ['planning', 'elderly', 'wheelchair'] as const

describe('coverage and gaps of the demonstration city add up to the last resident', () => {
  for (const category of categories) {
    for (const minutes of [5, 10, 15]) {
      test(`${category} within ${minutes} minutes, every profile and group`, async () => {
        for (const profile of profiles) {
          for (const group of groups) {
            const question = { category, minutes, metric: 'network', profile, group }
            const coverage = await askCoverage(app, question)
            const rows = await askAllGaps(app, { ...question, limit: 1000 })
            const left = rows.reduce((sum, row) => sum + countOf(row.building.id, group), 0)
            const { totalResidents } = await askGaps(app, { ...question, limit: 1 })
            expect([left, null]).toContain(totalResidents)
            expect(rows.filter((row) => row.residents !== null && row.residents !== countOf(row.building.id, group))).toEqual([])
            expect(rows.filter((row) => row.residents !== null && row.residents > 0 && row.residents < 10)).toEqual([])
            expect({ question, sum: shown(coverage.residents.covered) + left, buildings: coverage.buildings.covered + rows.length }).toEqual({ question, sum: coverage.residents.total, buildings: coverage.buildings.total })
            expect(new Set(rows.map((row) => row.building.index)).size).toBe(rows.length)
          }
        }
      })
    }
  }
})

test('sums over communities and grids are the sums of the city, for every denominator', async () => {
  const { byArea, residents, households, buildings, landSquareMetres, communities } = await askCoverage(app, { category: 'canteen', minutes: 10, profile: 'elderly' })
  for (const level of ['community', 'grid']) {
    const rows = byArea.filter((row) => row.level === level || row.code === 'outside')
    const sum = (pick: (row: (typeof rows)[number]) => { covered: number | null; total: number | null }): { covered: number; total: number } =>
      rows.map(pick).reduce((total: { covered: number; total: number }, one) => ({ covered: total.covered + shown(one.covered), total: total.total + shown(one.total) }), { covered: 0, total: 0 })
    expect(sum((row) => row.residents)).toEqual({ covered: residents.covered, total: residents.total })
    expect(sum((row) => row.households)).toEqual({ covered: households.covered, total: households.total })
    expect(sum((row) => row.buildings)).toEqual({ covered: buildings.covered, total: buildings.total })
    expect(sum((row) => row.landSquareMetres)).toEqual({ covered: landSquareMetres.covered, total: landSquareMetres.total })
    if (level === 'community') expect(sum((row) => row.communities)).toEqual({ covered: communities.covered, total: communities.total })
  }
})

test('the share that rests on estimates is that of the records', async () => {
  const { residents } = await askCoverage(app, { category: 'canteen', group: '60plus' })
  let total = 0, estimated = 0
  for (const { kind, record } of planted().records) {
    if (kind !== 'building' || record.residents === null) continue
    total += record.residents.over60
    if (!record.residents.counted) estimated += record.residents.over60
  }
  expect(estimated).toBeGreaterThan(0)
  expect([residents.total, residents.estimatedShare]).toEqual([total, estimated / total])
})

test('the bytes for the map tell the same story as the summary', async () => {
  const question = { category: 'clinic', minutes: 10 }
  const coverage = await askCoverage(app, question)
  const { states, residents, version } = await askStates(app, question)
  expect(version).toBe(coverage.dataVersion)
  expect(coverage.states).toEqual(buildingStates.map((state, i) => ({ state, buildings: states.reduce((sum, one) => sum + Number(one === i), 0), residents: residents[i] })))
})

test('within one area the same sums hold', async () => {
  const { byArea } = await askCoverage(app, { category: 'canteen' })
  const community = byArea.find((row) => row.level === 'community')
  const question = { category: 'canteen', minutes: 5, area: community?.code ?? '' }
  const [coverage, rows] = [await askCoverage(app, question), await askAllGaps(app, question)]
  expect(shown(coverage.residents.covered) + rows.reduce((sum, row) => sum + countOf(row.building.id, '60plus'), 0)).toBe(coverage.residents.total)
  expect(rows.every((row) => row.building.areas.community === community?.code)).toBe(true)
})
