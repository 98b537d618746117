import { describe, expect, test } from 'vitest'
import { actRegisters } from '../../../geodata/registers/act/all.ts'
import type { TallyKind } from '../../../geodata/registers/act/tallies.ts'
import { catalogue } from '../../../seeds/catalogue.ts'
import { column, figure } from '../../tools/asked-table.ts'
import { handInput, type HandEvent } from '../../tools/hand-input.ts'
import { entry } from '../../tools/registers.ts'

const tally = (area: string, kind: TallyKind, year: number, done: number, required: number | null = null) => entry(`${area}-${kind}-${year}`, 'tally', { kind, year, required, done }, { area })
const item = (area: string, code: string, mode: 'window' | 'online' | 'agent' = 'window') => entry(`${area}-${code}`, 'serviceItem', { item: code, mode, facility: null }, { area })

describe('act, by hand', () => {
  test('40: items of the catalogue by community, the fewest first; what the catalogue does not know is none', () => {
    const all = catalogue.serviceItems.map(({ code }) => item('w', code))
    const table = actRegisters.serviceItems(handInput({ entries: [...all, item('e', 'birth'), item('e', 'bill', 'online'), item('e1', 'training', 'agent'), item('e', 'juggling')] }))
    expect(table.rows.map(({ cells }) => cells)).toEqual([['e', 3, 38, 1, 1, 1, 'partial'], ['w', 38, 38, 38, 0, 0, 'done']])
    // (38 + 3) / 2
    expect([figure(table, 'mean'), figure(table, 'full'), figure(table, 'everywhere')]).toEqual([[20.5, 38], [1, 2], [3, 38]])
    expect(table.answer).toMatchObject({ communities: 2, least: 3, places: '东社区' })
  })

  test('41, 62, 49: the newest year until the day', () => {
    const entries = [tally('c', 'platformFunctions', 2025, 12, 12), tally('c', 'platformFunctions', 2027, 13, 13), tally('c', 'platformCourses', 2025, 400), tally('w', 'onlineMeetings', 2025, 3), tally('w', 'onlineMeetings', 2026, 5), tally('e', 'onlineMeetings', 2026, 0), tally('w', 'clubs', 2026, 4), tally('w1', 'serviceTeams', 2026, 2), tally('e', 'clubs', 2026, 1)]
    const input = handInput({ entries })
    expect(actRegisters.platformUse(input).answer).toEqual({ year: 2025, functions: 12, wanted: 12, courses: 400 })
    expect(actRegisters.onlineMeetings(input).answer).toMatchObject({ year: 2026, held: 5, with: 1, communities: 3, without: 2, places: '中社区、东社区' })
    const clubs = actRegisters.clubs(input)
    expect(clubs.rows.map(({ cells }) => cells)).toEqual([['e', 1, 0, 1], ['w', 4, 2, 6]])
    expect(clubs.answer).toMatchObject({ clubs: 5, teams: 2, least: 1, places: '东社区' })
  })

  test('61: five counters, and who has all five', () => {
    const five = (['jointOrganisations', 'jointBuilding', 'sharedResources', 'jointServices', 'jointActivities'] as const).map((kind, at) => tally('w', kind, 2026, at + 1))
    const table = actRegisters.fiveLinks(handInput({ entries: [...five, tally('e', 'jointServices', 2026, 7)] }))
    expect(table.rows.map(({ cells }) => cells)).toEqual([['w', 1, 2, 3, 4, 5, 15], ['e', 0, 0, 0, 7, 0, 7]])
    expect([figure(table, 'all'), figure(table, 'jointServices')]).toEqual([[1, 2], [11, null]])
  })

  test('42: answered of all, settled of those whose outcome is told, satisfied of settled; no rate of fewer than 30', () => {
    const request = (area: string, month: string, times: number, more: Partial<HandEvent> = {}): HandEvent => ({ stream: 'request', month, category: 'noise', area, times, ...more })
    const events = [
      request('w1', '2026-06', 60, { responded: 57, resolved: 30, satisfied: 24 }), request('w1', '2025-07', 40, { responded: 40, resolved: 30, satisfied: 21 }),
      // Thirteen months ago, and a month to come.
      request('w1', '2025-06', 500), request('w1', '2026-07', 500), request('e1', '2026-05', 29, { responded: 29, resolved: 29, satisfied: 29 }),
    ]
    const table = actRegisters.requests(handInput({ events }))
    expect(table.rows.map(({ cells }) => cells)).toEqual([['w', 100, 0.97, 0.6, 0.75, 40, false], ['e', 29, null, null, null, 0, false]])
    expect(table.answer).toMatchObject({ from: '2025-07', to: '2026-06', requests: 129, places: '西社区' })
    // (97 + 29) / 129, (60 + 29) / 129, (45 + 29) / 89
    expect(figure(table, 'responded')).toEqual([126 / 129, 129])
    expect(figure(table, 'satisfied')).toEqual([74 / 89, 89])
  })

  test('48: hazards by community; where nobody tells what is put right, no column says so', () => {
    const seen: HandEvent[] = [{ stream: 'hazard', month: '2026-06', category: 'lamp', area: 'e1', times: 32 }, { stream: 'hazard', month: '2026-01', category: 'cable', area: 'w1', times: 1 }]
    const table = actRegisters.hazards(handInput({ events: seen }))
    expect([table.rows.map(({ cells }) => cells), table.headlines.map(({ code }) => code)]).toEqual([[['e', 32, false], ['w', 1, false]], ['hazards']])
    const told = actRegisters.hazards(handInput({ events: seen.map((event) => ({ ...event, resolved: 1 })) }))
    expect([figure(told, 'openHazards'), column(told, 'open')]).toEqual([[31, 33], [31, 0]])
  })

  test('60: notice windows with their size, and the channels of each community as its newest row says', () => {
    const channel = (area: string, present: boolean, validFrom: string | null = null) => entry(`${area}-${String(present)}`, 'document', { kind: 'channelGroup', present, squareMetres: null }, { area, validFrom })
    const sign = entry('sign', 'plaque', { facility: null, kind: 'noticeWindow', direction: 'communityToUnit', squareMetres: 55, cost: 130_000 }, { area: 'w', position: [116.5, 39.95], validFrom: '2012-09-01', name: '橱窗' })
    const table = actRegisters.channels(handInput({ entries: [sign, channel('w', false), channel('w', true, '2026-01-01')] }))
    expect(table.rows.map(({ cells, position }) => [...cells, position])).toEqual([['橱窗', 'w', 55, '2012-09-01', true, false, [116.5, 39.95]]])
    expect(table.answer).toMatchObject({ windows: 1, squareMetres: 55, largest: 55, largestPlace: '西社区', without: 2 })
  })

  test('68: of a year that is over all is asked, of the day\'s own what whole months ask; late ones first', () => {
    const table = actRegisters.visitsAndLetters(handInput({ entries: [tally('w', 'homeVisits', 2025, 119, 120), tally('e', 'homeVisits', 2026, 60, 120), tally('m', 'homeVisits', 2026, 59, 120), tally('m', 'lettersAndVisits', 2026, 4), tally('w', 'feedbackReviews', 2025, 4, 4), tally('w', 'homeVisits', 2024, 0, 120)] }))
    expect(table.rows.map(({ id, cells }) => [id, cells[4], cells[7]])).toEqual([
      ['m-homeVisits-2026', 60, 'late'], ['w-homeVisits-2025', 120, 'late'], ['e-homeVisits-2026', 60, 'due'], ['w-feedbackReviews-2025', 4, 'done'], ['m-lettersAndVisits-2026', null, 'none'],
    ])
    expect(table.answer).toMatchObject({ duties: 4, late: 2, communities: 2, places: '西社区、中社区' })
  })

  test('70: a task is late the day after its time, and a refused one is in nobody\'s way', () => {
    const task = (id: string, admitted: boolean, until: string | null) => entry(id, 'admittedTask', { department: '统计', admitted, until }, { area: 'w' })
    const table = actRegisters.admittedTasks(handInput({ entries: [task('open', true, null), task('today', true, '2026-06-30'), task('over', true, '2026-06-20'), task('refused', false, '2026-01-01')] }))
    expect(table.rows.map(({ id, cells }) => [id, cells[5], cells[6]])).toEqual([['over', 10, 'late'], ['open', null, 'done'], ['today', null, 'done'], ['refused', null, 'none']])
    expect(table.answer).toMatchObject({ asked: 4, admitted: 3, refused: 1, expired: 1, place: '西社区', most: 3 })
  })

  test('74, 78: services by way and by audience, the largest part first, parts that add up to one', () => {
    const offer = (id: string, unit: string, way: 'claimed' | 'paired', audience: 'older' | 'children', area = 'w') => entry(id, 'serviceOffer', { kind: id, audience, way, timesAYear: 2 }, { unit, area })
    const input = handInput({ entries: [offer('a', 'u', 'paired', 'older'), offer('b', 'u', 'paired', 'children', 'e'), offer('c', 'v', 'claimed', 'older')] })
    const ways = actRegisters.waysOfServing(input)
    expect(ways.rows.map(({ cells }) => cells)).toEqual([['paired', 2, 2 / 3, 1, 2, 4], ['claimed', 1, 1 / 3, 1, 1, 2]])
    expect(actRegisters.servedAudiences(input).answer).toMatchObject({ offers: 3, older: 2, children: 1, disabled: 0 })
  })

  test('without data there are no rows', () => {
    for (const [code, register] of Object.entries(actRegisters)) expect([code, register(handInput({})).rows]).toEqual([code, []])
  })
})
