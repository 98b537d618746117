import * as z from 'zod/mini'
import { describe, expect, test } from 'vitest'
import { exchanges } from '../../../geodata/contract/all.ts'
import type { Entry } from '../../../geodata/model/entry.ts'
import { standsOn } from '../../../geodata/model/entry.ts'
import { registerList } from '../../../geodata/model/registerList.ts'
import { planted } from '../../seeds/planted.ts'
import { nestedDifferences, recoveredCells, setKey, type Region } from '../../tools/attack.ts'
import { servedCity } from '../../tools/served-city.ts'
import type { RegisterAnswer } from './asked.ts'

/** Whoever knows which rows there are, but none of their counts, and reads every answer a leader gets: every register with persons, every level, every month. */
const k = 10
const { app, logIn } = await servedCity(planted())
const headers = { leader: await logIn('leader'), planner: await logIn('planner') }
type Who = keyof typeof headers

const areas = planted().all('area')
const parents = new Map(areas.map(({ code, parent }) => [code, parent]))
function isIn(code: string | null, above: string | null): boolean {
  if (above === null) return true
  for (let at = code; at; at = parents.get(at) ?? null) if (at === above) return true
  return false
}

type Counted = { area: string | null; month: string | null; validFrom: string | null; validTo: string | null; count: number; part: string }
const entries = planted().all('entry')
const rowsOf = (sheet: string, holds: (fields: Entry['fields']) => boolean, count: string, part: (fields: Entry['fields']) => string = () => ''): Counted[] =>
  entries.filter((entry) => entry.sheet === sheet && holds(entry.fields)).map(({ area, validFrom, validTo, fields }) => ({ area, validFrom, validTo, month: typeof fields['month'] === 'string' ? fields['month'] : null, count: Number(fields[count]), part: part(fields) }))

/** What is counted, and the columns and headlines that tell it; `part`: the part of it that a figure's name or row tells. */
const measures: Readonly<Record<string, { rows: Counted[]; told: Readonly<Record<string, readonly string[]>> }>> = {
  reported: { rows: rowsOf('checkinCount', () => true, 'members'), told: { doubleCheckin: ['reported'], claimedPosts: ['reported'], memberMix: ['inService'] } },
  direct: { rows: rowsOf('memberCount', (fields) => fields['management'] === 'direct', 'members', (fields) => String(fields['age'])), told: { memberMix: ['direct'], communitySize: ['directMembers'], activityFunds: ['members'] } },
  floating: { rows: rowsOf('memberCount', (fields) => fields['management'] === 'floating', 'members'), told: { memberMix: ['floating'], communitySize: ['floatingMembers'] } },
  pairs: { rows: rowsOf('pairing', (fields) => fields['kind'] === 'memberMember', 'pairs'), told: { pairings: ['memberPairs'] } },
  served: { rows: rowsOf('serviceRecord', () => true, 'persons'), told: { claimedPosts: ['servedThisMonth'] } },
  // Cadres alone are described in the demonstration, in one row of the table.
  over50: { rows: rowsOf('staff', (fields) => fields['over50'] !== null, 'over50'), told: { staffStructure: ['over50'] } },
  belowHighSchool: { rows: rowsOf('staff', (fields) => fields['belowHighSchool'] !== null, 'belowHighSchool'), told: { staffStructure: ['belowHighSchool'] } },
  skills: { rows: rowsOf('memberCount', (fields) => fields['skill'] !== null, 'members', (fields) => String(fields['skill'])), told: { memberSkills: ['members'] } },
}
/** Told of a whole team, not of every community. */
const ofTeams = new Set(['over50', 'belowHighSchool'])
const codes = [...new Set(Object.values(measures).flatMap(({ told }) => Object.keys(told)))]
const months = Array.from({ length: 24 }, (_, i) => new Date(Date.UTC(2024, 6 + i, 1)).toISOString().slice(0, 7))
const lastDay = (month: string): string => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10)

async function ask(who: Who, code: string, month: string, area: string | null): Promise<RegisterAnswer | null> {
  const response = await app.request(`/api/v1/registers/${code}?month=${month}&limit=1000${area === null ? '' : `&area=${area}`}`, { headers: headers[who] })
  return response.status === 404 || response.status === 403 ? null : z.parse(exchanges.register.answer.schema, await response.json())
}

const sets = new Map<string, string>()
/** The rows that a figure is of, put together once for all who are told it. */
function setOf(measure: string, month: string, area: string | null, part: string | null): string {
  const name = JSON.stringify([measure, month, area, part])
  const known = sets.get(name)
  if (known !== undefined) return known
  const day = lastDay(month)
  const set = setKey(measures[measure].rows.map((row) => (row.month === null ? standsOn(row, day) : row.month === month) && isIn(row.area, area) && (part === null || row.part === part)))
  sets.set(name, set)
  return set
}

/** Every figure of persons that was told, as a sum over rows, by measure. */
async function observe(who: Who): Promise<Map<string, Region>> {
  const seen = new Map(Object.entries(measures).map(([name, { rows }]) => [name, { buildings: rows.map((_, i) => i), sums: new Map<string, number>() }]))
  const note = (measure: string, month: string, area: string | null, value: number | null, part: string | null): void => {
    if (value === null) return
    const set = setOf(measure, month, area, part)
    const told = seen.get(measure)?.sums
    // Two registers never tell two figures of one set.
    if (told?.has(set) && told.get(set) !== value) throw new Error(`${measure} ${month} ${area}: told ${value} and ${told.get(set)}`)
    told?.set(set, value)
  }
  const asks = [...months.map((month) => ({ month, area: null as string | null })), ...areas.filter(({ level }) => level !== 'estate' && level !== 'grid').map(({ code }) => ({ month: '2026-06', area: code as string | null })), ...areas.filter(({ level }) => level === 'grid').slice(0, 8).map(({ code }) => ({ month: '2026-06', area: code as string | null }))]
  for (const code of codes) {
    for (const { month, area } of asks) {
      const answer = await ask(who, code, month, area)
      if (answer === null) continue
      for (const [measure, { told }] of Object.entries(measures)) {
        for (const column of told[code] ?? []) {
          const at = answer.columns.findIndex((one) => one.code === column)
          for (const row of answer.rows) note(measure, month, measure === 'skills' ? area : row.area, row.cells[at] as number | null, measure === 'skills' ? String(row.cells[0]) : null)
          const headline = answer.headlines.find((one) => one.code === column)
          if (headline) note(measure, month, area, headline.value, null)
        }
      }
      if (code === 'memberMix') noteAges(answer, month, area)
    }
  }
  return seen

  /** Shares of ages times the members they are shares of. */
  function noteAges(answer: RegisterAnswer, month: string, area: string | null): void {
    const all = answer.headlines.find((one) => one.code === 'direct')?.value ?? null
    for (const age of ['to35', 'to60', 'over60']) {
      const share = answer.headlines.find((one) => one.code === `${age}Share`)?.value ?? null
      if (all !== null && share !== null) note('direct', month, area, Math.round(all * share), age)
    }
  }
}

const isSmall = (value: number): boolean => value > 0 && value < k
const smallCells = (seen: Map<string, Region>): string[] => [...seen].flatMap(([measure, region]) => recoveredCells(region).filter(({ value }) => isSmall(value)).map(({ value, members }) => `${measure} ${value}: ${members.join()}`))
const smallDifferences = (seen: Map<string, Region>): string[] => [...seen].flatMap(([measure, region]) => [...new Set(nestedDifferences(region).filter(isSmall))].map((value) => `${measure} ${value}`))

test('every register that counts persons is attacked', async () => {
  const counting: string[] = []
  for (const { code } of registerList) {
    const answer = await ask('leader', code, '2026-06', null)
    if (answer?.columns.some(({ persons }) => persons)) counting.push(code)
  }
  expect(counting.filter((code) => !codes.includes(code))).toEqual([])
}, 60_000)

describe('what a leader is told of persons', () => {
  test('gives away no cell of one to nine, over all registers, levels, months and parts', async () => {
    const seen = await observe('leader')
    expect([...seen].map(([measure, { sums }]) => [measure, sums.size > (ofTeams.has(measure) ? 0 : 5)])).toEqual(Object.keys(measures).map((measure) => [measure, true]))
    expect(smallCells(seen)).toEqual([])
    expect(smallDifferences(seen)).toEqual([])
  }, 240_000)

  test('is null wherever a count is hidden, in rates and sentences too, and in no order of rows', async () => {
    const answer = await ask('leader', 'doubleCheckin', '2026-06', null)
    const hidden = answer?.rows.filter(({ cells }) => cells[1] === null) ?? []
    expect(hidden.length).toBeGreaterThan(1)
    expect(hidden.map(({ cells }) => cells[2])).toEqual(hidden.map(() => null))
    expect(answer?.rows.slice(-hidden.length).map(({ id }) => id)).toEqual(hidden.map(({ id }) => id).toSorted())
    expect(answer?.answer).toContain('少于 10')
    expect(answer?.protection?.k).toBe(k)
  })

  test('a planner’s file holds the same as a leader’s, whatever the planner sees on screen', async () => {
    for (const code of codes) {
      const [leader, planner] = await Promise.all((['leader', 'planner'] as const).map(async (who) => (await app.request(`/api/v1/registers/${code}/export?month=2026-06&format=csv`, { headers: headers[who] })).text()))
      expect(planner).toBe(leader)
    }
  }, 60_000)

  test('a planner of one street sees exact counts there, and elsewhere what a leader sees', async () => {
    const street = areas.find(({ name }) => name === '望澜街道')?.code ?? ''
    const local = await logIn('planner', [street])
    const cells = async (area: string, who: Readonly<Record<string, string>>) => z.parse(exchanges.register.answer.schema, await (await app.request(`/api/v1/registers/doubleCheckin?month=2026-06${area}`, { headers: who })).json()).rows.map(({ id, cells: row }) => [id, row[1]])
    expect((await cells(`&area=${street}`, local)).some(([, count]) => count === 6)).toBe(true)
    expect(await cells('', local)).toEqual(await cells('', headers.leader))
  })
})

test('the same attack on exact figures finds small cells of every measure that has some', async () => {
  const seen = await observe('planner')
  const found = smallCells(seen)
  expect(found).toContain(`reported 6: ${measures['reported'].rows.findIndex(({ count }) => count === 6)}`)
  for (const [measure, { rows }] of Object.entries(measures)) if (measure !== 'floating' && measure !== 'direct' && rows.some(({ count }) => isSmall(count))) expect(found.some((cell) => cell.startsWith(measure))).toBe(true)
}, 240_000)
