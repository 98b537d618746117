import { createPinia, setActivePinia } from 'pinia'
import { beforeAll, describe, expect, test } from 'vitest'
import { createApp } from 'vue'
import * as z from 'zod/mini'
import { exchanges } from '../../../geodata/contract/all.ts'
import type { AnswerOf } from '../../../geodata/contract/exchange.ts'
import type { WallBoard, WallNumber } from '../../../geodata/contract/wall.ts'
import { seededRandom } from '../../../geodata/kernel/random.ts'
import { createClient } from '../../../web/api/client.ts'
import { clientKey } from '../../../web/api/key.ts'
import { useWallStore, type WallAnswer } from '../../../web/stores/wall.ts'
import { planted } from '../../seeds/planted.ts'
import { servedCity } from '../../tools/served-city.ts'

/** A choice on the map through the store, against what the API says of each chosen area by itself. */
const { identity, records, all } = planted()
const { app } = await servedCity({ identity, records })
const get = async (path: string): Promise<unknown> => (await app.request(`http://127.0.0.1/api/v1/${path}`, { headers: { host: '127.0.0.1' } })).json()

const vue = createApp({})
vue.provide(clientKey, createClient((input, init) => Promise.resolve(app.request(new URL(String(input), 'http://127.0.0.1').href, { ...init, headers: { ...(init?.headers as Record<string, string>), host: '127.0.0.1' } }))))
const pinia = createPinia()
vue.use(pinia)
setActivePinia(pinia)
const wall = useWallStore()

/** Through the store, as a touch or a lasso does it. */
async function shown(codes: readonly string[], level: string): Promise<WallAnswer> {
  wall.change({ only: [] })
  wall.choose(codes, level)
  await wall.ask({ asked: wall.asked, lang: 'zh', rests: codes.join() })
  expect(wall.problem).toBeNull()
  if (!wall.answer) throw new Error('no answer')
  expect(wall.answer.only.map(({ code }) => code).toSorted()).toEqual([...codes].toSorted())
  return wall.answer
}

const codesAt = (level: string): string[] => all('area').filter((area) => area.level === level).map(({ code }) => code).toSorted()
const random = seededRandom(20261122)
const some = (codes: readonly string[], most: number): string[] => {
  const taken = new Set<string>()
  for (let left = 1 + Math.floor(random() * most); left > 0; left--) taken.add(codes[Math.floor(random() * codes.length)])
  return [...taken]
}
/** Enough grids for chances to meet; each is asked for by itself once. */
const communities = codesAt('community'), grids = codesAt('grid').filter((_, at) => at % 6 === 0)
const single = new Map<string, WallAnswer>()
const coverage = new Map<string, AnswerOf<typeof exchanges.coverage>['byArea'][number]>()
const firms = new Map<string, { covered: number; total: number }>()

beforeAll(async () => {
  for (const code of [...communities, ...grids]) single.set(code, z.parse(exchanges.wall.answer.schema, await get(`wall?area=${code}`)))
  for (const row of z.parse(exchanges.coverage.answer.schema, await get('coverage?category=canteen&minutes=10&group=60plus')).byArea) coverage.set(row.code, row)
  const { kinds } = z.parse(exchanges.organisationCoverage.answer.schema, await get('organisations/coverage'))
  for (const { code, figures } of kinds.find(({ kind }) => kind === 'enterprise')?.byArea ?? []) firms.set(code, figures.organised)
}, 120_000)

type Figure = { value: number | null; of: number | null }
const plus = (figures: readonly Figure[]): Figure => {
  const sum = (part: 'value' | 'of'): number | null => { const told = figures.flatMap((one) => (one.value === null && one.of === null ? [] : one[part] ?? [])); return told.length === 0 ? null : told.reduce((a, b) => a + b, 0) }
  return { value: sum('value'), of: sum('of') }
}
const part = ({ value, of }: Figure): Figure => ({ value, of })
const partsOf = (codes: readonly string[]): WallAnswer[] => codes.flatMap((code) => single.get(code) ?? [])

function checkNumbers(answer: WallAnswer, parts: readonly WallAnswer[]): void {
  for (const number of answer.numbers) {
    const own = parts.flatMap(({ numbers }) => numbers.filter((one) => one.code === number.code))
    expect(part(number), number.code).toEqual(plus(own))
    for (const fact of number.facts) expect(part(fact), `${number.code} ${fact.code}`).toEqual(plus(own.flatMap((one: WallNumber) => one.facts.filter(({ code }) => code === fact.code))))
    for (const [at, point] of number.months.entries()) expect(part(point), `${number.code} ${point.month}`).toEqual(plus(own.map((one) => one.months[at])))
  }
}

let listsHeld = 0
function checkBoards(answer: WallAnswer, parts: readonly WallAnswer[]): void {
  for (const board of answer.boards) {
    const own = parts.flatMap(({ boards }) => boards.filter((one) => one.code === board.code))
    if (board.kind === 'matrix') expect(board.rows.map(({ code }) => code).toSorted(), board.code).toEqual(own.flatMap((one) => (one.kind === 'matrix' ? one.rows.map(({ code }) => code) : [])).toSorted())
    else if (board.kind === 'halfHours') {
      const hours = own.filter((one) => one.kind === 'halfHours')
      expect(board.covered, board.code).toEqual(board.covered.map((_, at) => plus(hours.map((one) => ({ value: one.covered[at], of: null }))).value))
    } else {
      const lists = own.filter((one): one is Extract<WallBoard, { total: number; rows: unknown; measures: unknown }> => 'measures' in one)
      // What a part leaves out of its list cannot be added up here; the board of the choice is made of the whole lists.
      if (lists.some(({ rows, total }) => rows.length < total)) continue
      listsHeld++
      for (const row of board.rows) {
        const found = lists.flatMap(({ rows }) => rows.filter(({ id }) => id === row.id)), sum = plus(found)
        // A reason nobody has in one of the areas is no row there; its homes are in the whole all the same.
        expect(found.length === lists.length ? part(row) : row.value, `${board.code} ${row.id}`).toEqual(found.length === lists.length ? sum : sum.value)
      }
      expect(board.total, board.code).toBe(new Set(lists.flatMap(({ rows }) => rows.map(({ id }) => id))).size)
    }
  }
}

describe('what is chosen on the map', () => {
  test('is summed alike on every number and board, whatever is chosen: 200 random choices', { timeout: 240_000 }, async () => {
    for (let turn = 0; turn < 200; turn++) {
      const level = turn % 2 === 0 ? 'community' : 'grid'
      const codes = level === 'community' ? some(communities, 10) : some(grids, 12)
      const answer = await shown(codes, level), parts = partsOf(codes)
      checkNumbers(answer, parts)
      checkBoards(answer, parts)
      // The same through the exchanges that planners ask.
      const meals = answer.numbers.find(({ code }) => code === 'meals'), reached = codes.map((code) => coverage.get(code))
      const people = reached.reduce((sum, row) => sum + (row?.residents.total ?? 0), 0), homes = reached.reduce((sum, row) => sum + (row?.buildings.total ?? 0), 0)
      // Where nobody lives nobody is counted.
      expect(meals?.value ?? 0).toBe(reached.reduce((sum, row) => sum + (row?.residents.covered ?? 0), 0))
      expect(meals?.of ?? 0).toBe(people)
      const left = answer.numbers.find(({ code }) => code === 'leftOut')
      expect([left?.value ?? 0, left?.of ?? 0]).toEqual([reached.reduce((sum, row) => sum + (row ? row.buildings.total - row.buildings.covered : 0), 0), homes])
      const total = codes.reduce((sum, code) => sum + (firms.get(code)?.total ?? 0), 0)
      // Where no enterprise operates there is nothing to be told.
      if (level === 'community') expect(part(answer.numbers.find(({ code }) => code === 'twoNew') ?? { value: -1, of: -1 })).toEqual(total === 0 ? { value: null, of: null } : { value: codes.reduce((sum, code) => sum + (firms.get(code)?.covered ?? 0), 0), of: total })
    }
    expect(listsHeld).toBeGreaterThan(400)
  })
})
