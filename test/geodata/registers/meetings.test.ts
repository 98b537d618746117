import { describe, expect, test } from 'vitest'
import type { Entry } from '../../../geodata/model/entry.ts'
import type { MeetingKind } from '../../../geodata/model/sheets/govern.ts'
import { awareness } from '../../../geodata/registers/govern/awareness.ts'
import { jointMeetings } from '../../../geodata/registers/govern/jointMeetings.ts'
import { meetingFrequency } from '../../../geodata/registers/govern/meetingFrequency.ts'
import { meetingItems } from '../../../geodata/registers/govern/meetingItems.ts'
import { endOfPeriod, expectedBy, yearlyState } from '../../../geodata/registers/yearly.ts'
import { column, figure } from '../../tools/asked-table.ts'
import { handInput } from '../../tools/hand-input.ts'
import { entry } from '../../tools/registers.ts'

const meeting = (area: string, kind: MeetingKind, day: string, items: readonly number[] = []): Entry =>
  entry(`${area} ${kind} ${day}`, 'meeting', { kind, day, unitsPresent: null, majorItems: items[0] ?? null, fundItems: items[1] ?? null, jointItems: items[2] ?? null, volunteerItems: items[3] ?? null }, { area })
const monthly = (area: string, months: readonly number[]): Entry[] => months.map((month) => meeting(area, 'committee', `2026-0${month}-10`))

describe('so many a year, by the day', () => {
  test.each([[12, '2026-06-30', 6], [12, '2026-06-29', 5], [4, '2026-06-30', 2], [4, '2026-03-30', 0], [4, '2026-03-31', 1], [2, '2026-06-30', 1], [12, '2026-12-31', 12], [0, '2026-12-31', 0]])('%i a year: by %s %i', (perYear, day, expected) => {
    expect(expectedBy(perYear, day)).toBe(expected)
  })

  test('periods end with their last month', () => {
    expect([endOfPeriod(2026, 4, 1), endOfPeriod(2026, 12, 2), endOfPeriod(2024, 12, 2), endOfPeriod(2026, 2, 2)]).toEqual(['2026-03-31', '2026-02-28', '2024-02-29', '2026-12-31'])
  })

  test('what is due by the end of a year is late when the year is over, and done from its day on', () => {
    expect([yearlyState(null, 2026, '2026-12-31'), yearlyState(null, 2025, '2026-01-01'), yearlyState('2026-05-01', 2026, '2026-04-30'), yearlyState('2026-05-01', 2026, '2026-05-01')]).toEqual(['due', 'late', 'due', 'done'])
  })
})

/** West met six times this year, middle five times (none in March), east never. */
const entries = [...monthly('w', [1, 2, 3, 4, 5, 6]), ...monthly('m', [1, 2, 4, 5, 6]), meeting('w', 'committee', '2025-12-10'), meeting('w', 'greatCommittee', '2026-02-20', [1, 0, 3, 2]), meeting('w', 'greatCommittee', '2026-05-20', [2, 1, 1, 0]), meeting('m', 'greatCommittee', '2026-05-21', [0, 0, 4, 1])]

describe('meetings drawn by hand', () => {
  test('each community and kind is held against the catalogue’s number, with its months', () => {
    const table = meetingFrequency(handInput({ entries }))
    expect(table.rows.map(({ id, cells }) => [id, cells[2], cells[3], cells.at(-1)])).toEqual([['e committee', 0, 6, 'late'], ['e greatCommittee', 0, 2, 'late'], ['m committee', 5, 6, 'late'], ['m greatCommittee', 1, 2, 'late'], ['w committee', 6, 6, 'done'], ['w greatCommittee', 2, 2, 'done']])
    expect(['month2', 'month3', 'month7'].map((code) => column(table, code)[2])).toEqual([1, 0, null])
    expect(figure(table, 'behind')).toEqual([4, 6])
    expect(column(table, 'due')[2]).toBe('2026-06-30')
  })

  test('on another day the same meetings are enough', () => {
    expect(meetingFrequency(handInput({ entries, day: '2026-02-28' })).rows.filter(({ cells }) => cells.at(-1) === 'late').map(({ id }) => id)).toEqual(['e committee'])
  })

  test('joint meetings: two a year of every community, and of the street that ever met', () => {
    const table = jointMeetings(handInput({ entries: [meeting('w', 'joint', '2026-04-02'), meeting('s', 'joint', '2025-11-02')] }))
    expect(table.rows.map(({ id, cells }) => [id, cells.at(-1)])).toEqual([['e', 'late'], ['m', 'late'], ['s', 'late'], ['w', 'done']])
    expect(figure(table, 'held')).toEqual([1, 4])
  })

  test('major matters are a share of all recorded items of great committees this year', () => {
    const table = meetingItems(handInput({ entries }))
    expect([figure(table, 'majorItems'), column(table, 'majorShare')]).toEqual([[3, 15], [0.3, 0]])
  })

  test('nothing recorded is no table', () => {
    expect([meetingFrequency, jointMeetings, meetingItems, awareness].map((register) => register(handInput({})).rows.length)).toEqual([0, 0, 0, 0])
  })

  test('survey answers are a table without a map, and no share of fewer than thirty', () => {
    const answer = (id: string, answered: number, share: number): Entry => entry(id, 'surveyAnswer', { year: 2025, question: id, asked: 120, answered, share }, { area: 's' })
    const table = awareness(handInput({ entries: [answer('one', 118, 24), answer('two', 29, 50)] }))
    expect([table.map, column(table, 'share'), figure(table, 'answered')]).toEqual([null, [null, 0.24], [118, 120]])
  })
})
