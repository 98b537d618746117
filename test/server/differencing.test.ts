import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Reader } from '../../geodata/contract/exchange.ts'
import { seededRandom } from '../../geodata/kernel/random.ts'
import { catalogue } from '../../seeds/catalogue.ts'
import { coverageAnswer } from '../../server/answers/coverage.ts'
import { openCity, type OpenCity } from '../../server/answers/open-city.ts'
import { reviseCity } from '../../server/answers/revise-city.ts'
import { openStore } from '../../server/store/open-store.ts'
import type { Store } from '../../server/store/store.ts'
import { nestedDifferences, recoveredCells, type Region } from '../tools/attack.ts'
import { editCounts } from '../tools/edit-counts.ts'
import { allowedQuestions, figures, observe, type Observed } from '../tools/observations.ts'
import { fewPeople } from '../tools/few-people.ts'
import { randomCity, recordsOf } from '../tools/random-city.ts'
import { smallIdentity } from '../tools/small-city.ts'
import { temporaryFolder } from '../tools/temporary-folder.ts'
import { planted } from '../seeds/planted.ts'

/**
 * Everything that leaders and the public may ask of the demonstration city is asked, in three editions between which counts were edited; then all that is told is
 * put together by somebody who knows every building and street: nested limits, wholes less their parts, groups against groups, households, editions, and elimination.
 */
const k = 10
const leader: Reader = { role: 'leader', areas: [] }, everyone: Reader = { role: 'public', areas: [] }, exact: Reader = { role: 'planner', areas: [] }
const isSmall = (count: number): boolean => Math.abs(count) > 0 && Math.abs(count) < k

const editions: { open: OpenCity; seen: Observed }[] = []
let store: Store

beforeAll(async () => {
  store = await openStore(join(temporaryFolder(), 'demo.sqlite'))
  await store.load({ ...planted(), catalogue, actor: 'test', replace: false })
  let open = await openCity(store)
  const random = seededRandom(3)
  for (const direction of [0, 1, -1]) {
    if (!open) throw new Error('the city is not there')
    if (direction !== 0) {
      await editCounts(store, open, random, direction)
      open = await reviseCity(open, store)
      if (!open) throw new Error('counts were to be revised in place')
    }
    editions.push({ open, seen: await observe(open, leader) })
  }
}, 300_000)
afterAll(() => store.close())

describe('an attack on what leaders are told', () => {
  test('reads every figure of every grid, in three editions that differ', () => {
    for (const { open, seen } of editions) for (const figure of figures) expect([...seen.keys()].filter((key) => key.startsWith(`${figure} `)).length).toBeGreaterThan(open.city.areas.count / 4)
    expect(editions.map(({ open }) => open.base.length > 0)).toEqual([false, true, true])
    expect(changed(editions[0].seen, editions[1].seen)).toBeGreaterThan(10)
    expect(changed(editions[1].seen, editions[2].seen)).toBeGreaterThan(10)
  })

  test('finds no cell of one to nine by elimination over all sets', () => {
    for (const { seen } of editions) expect(smallCells(seen)).toEqual([])
  })

  test('finds none as the difference of two limits, categories, profiles or areas', () => {
    for (const { seen } of editions) for (const [key, region] of seen) expect([key, nestedDifferences(region).filter((count) => count < 0 || isSmall(count))]).toEqual([key, []])
  })

  test('finds none as the difference of two groups', () => {
    for (const { seen } of editions) expect(groupDifferences(seen).filter((count) => count < 0 || isSmall(count))).toEqual([])
  })

  test('finds none as the difference of two editions', () => {
    for (const [before, after] of [[0, 1], [1, 2]]) {
      const moved = movedBetween(editions[before].seen, editions[after].seen)
      for (const [key, region] of moved) expect([key, [...region.sums.values()].filter(isSmall)]).toEqual([key, []])
      expect(smallCells(moved)).toEqual([])
    }
  })
})

test('the public is told nothing that leaders are not', async () => {
  const { open } = editions[2]
  let compared = 0
  for (const query of allowedQuestions(open)) {
    const [told, seen] = [await coverageAnswer(open, query, everyone, 'zh'), await coverageAnswer(open, query, leader, 'zh')]
    expect(told).toEqual({ ...seen, protection: told.protection, byArea: seen.byArea.filter((row) => row.level !== 'grid') })
    compared += told.byArea.length
  }
  expect(compared).toBeGreaterThan(10_000)
}, 120_000)

test('a town in which hardly a building has ten people, and whole grids have fewer, gives nothing away either', async () => {
  const city = fewPeople(randomCity(12), 12)
  // Hours that differ from site to site, so that asking hour by hour takes sites away one at a time.
  const few = { ...city, facilities: city.facilities.map((row, i) => ({ ...row, hours: ['每天 7:00-12:00', '每天 11:00-18:00', '周一至周五 7:00-19:00', '周六、周日 9:00-17:00', null][i % 5] })) }
  const town = await openStore(join(temporaryFolder(), 'few.sqlite'))
  await town.load({ identity: { ...smallIdentity, coding: 'text', demo: true }, records: recordsOf(few), catalogue, actor: 'test', replace: false })
  const open = await openCity(town)
  if (!open) throw new Error('the town is not there')
  const [shielded, plain] = [await observe(open, leader), await observe(open, exact)]
  const differences = (seen: Observed): number[] => [...[...seen.values()].flatMap(nestedDifferences), ...groupDifferences(seen)].filter(isSmall)
  expect([smallCells(shielded), differences(shielded)]).toEqual([[], []])
  expect(Math.min(smallCells(plain).length, differences(plain).length)).toBeGreaterThan(100)
  expect([...shielded.keys()].filter((key) => key.startsWith('all ')).length).toBeLessThan(plain.size / 5)
  town.close()
}, 60_000)

describe('the same attack on exact figures', () => {
  let seen: Observed
  beforeAll(async () => { seen = await observe(editions[0].open, exact) }, 120_000)

  test('finds cells of one to nine, and they are the true ones', () => {
    const found = smallCells(seen)
    const { residents, households } = editions[0].open.city.buildings
    const column = (key: string): Int32Array => { const figure = figures.find((one) => key.startsWith(`${one} `)) ?? 'all'; return figure === 'households' ? households : residents[figure] }
    expect(found.filter(({ key, value, buildings }) => buildings.reduce((sum, building) => sum + column(key)[building], 0) !== value)).toEqual([])
    expect(found.length).toBeGreaterThan(50)
    expect(found.filter(({ key }) => key.startsWith('80plus')).length).toBeGreaterThan(10)
  })

  test('finds them by nested limits and by groups as well', () => {
    expect([...seen.values()].flatMap(nestedDifferences).filter(isSmall).length).toBeGreaterThan(50)
    expect(groupDifferences(seen).filter(isSmall).length).toBeGreaterThan(10)
  })

  test('finds the edit of a single building between editions', async () => {
    const later = await observe(editions[1].open, exact)
    expect(smallCells(movedBetween(seen, later)).length).toBeGreaterThan(10)
  })
})

const smallCells = (seen: Observed): { key: string; value: number; buildings: number[] }[] =>
  [...seen].flatMap(([key, region]) => recoveredCells(region).filter(({ value }) => isSmall(value)).map(({ value, members }) => ({ key, value, buildings: members.map((member) => region.buildings[member]) })))

/** The sums of the later edition less those of the earlier, over the same sets. */
function movedBetween(before: Observed, after: Observed): Observed {
  const moved: Observed = new Map()
  for (const [key, region] of after) {
    const earlier = before.get(key)
    if (!earlier) continue
    const sums = new Map([...region.sums].flatMap(([set, sum]) => (earlier.sums.has(set) ? [[set, sum - (earlier.sums.get(set) ?? 0)] as const] : [])))
    moved.set(key, { buildings: region.buildings, sums })
  }
  return moved
}

const changed = (before: Observed, after: Observed): number => [...movedBetween(before, after).values()].filter(({ sums }) => [...sums.values()].some((sum) => sum !== 0)).length

/** All less the older, the older less the oldest, and who is neither old nor a child, wherever they are told of the same buildings. */
function groupDifferences(seen: Observed): number[] {
  const differences: number[] = []
  for (const [key, all] of seen) {
    if (!key.startsWith('all ')) continue
    const of = (figure: string): Region | undefined => seen.get(key.replace('all ', `${figure} `))
    const older = of('60plus'), oldest = of('80plus'), children = of('children')
    for (const [set, sum] of all.sums) {
      const [a, b, c] = [older?.sums.get(set), oldest?.sums.get(set), children?.sums.get(set)]
      if (a !== undefined) differences.push(sum - a)
      if (c !== undefined) differences.push(sum - c)
      if (a !== undefined && b !== undefined) differences.push(a - b)
      if (a !== undefined && c !== undefined) differences.push(sum - a - c)
    }
  }
  return differences
}
