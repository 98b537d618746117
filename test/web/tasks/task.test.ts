import { describe, expect, it } from 'vitest'
import { daysLater, today } from '../../../web/tasks/day.ts'
import { besides, nextStates, signOf, taskOf } from '../../../web/tasks/task.ts'
import { taskAnswer } from './answers.ts'

describe('a task', () => {
  it('is read as what its sheet says, and whatever is not, as nothing', () => {
    expect(taskOf(taskAnswer('a'))).toMatchObject({ origin: 'gap', state: 'open', owner: '街道办事处', before: 32, after: null, note: null })
    expect(taskOf(taskAnswer('a', { origin: 'unheard', state: 'odd', before: 'many' }))).toMatchObject({ origin: 'other', state: 'open', before: null })
  })
  it('overdue has a sign of its own, whatever its state', () => {
    expect(signOf(taskAnswer('a'))).toBe('late')
    expect((['open', 'doing', 'done', 'dropped'] as const).map((state) => signOf(taskAnswer('a', { state }, { overdueDays: null })))).toEqual(['due', 'partial', 'done', 'none'])
  })
  it('that has ended can only be opened again', () => expect([nextStates.done, nextStates.dropped]).toEqual([['open'], ['open']]))
  it('without a place of its own stands beside the others of its area', () => {
    const at = (id: string, own: boolean, lon = 121) => ({ id, own, position: [lon, 31] as [number, number] })
    expect(besides([at('a', false), at('b', false), at('c', true), at('d', false, 122)])).toEqual([{ id: 'a', position: [121, 31], beside: 0 }, { id: 'b', position: [121, 31], beside: 1 }, { id: 'c', position: [121, 31] }, { id: 'd', position: [122, 31], beside: 0 }])
  })
})

describe('days', () => {
  it('are those of the city, eight hours ahead of Greenwich', () => expect([today(new Date('2026-06-30T15:59:00Z')), today(new Date('2026-06-30T16:01:00Z'))]).toEqual(['2026-06-30', '2026-07-01']))
  it('are counted over months and years', () => expect(daysLater('2026-12-31', 60)).toBe('2027-03-01'))
})
