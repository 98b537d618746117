import { describe, expect, it } from 'vitest'
import { classOf, legendClasses } from '../../../web/registers/classes.ts'
import { mapKind, markOf, nameOf, overlayContent, rowOf } from '../../../web/registers/content.ts'
import { grouped, wantedRegisters } from '../../../web/registers/filtering.ts'
import { monthsBetween } from '../../../web/registers/month.ts'
import { nextOrder, readOrder, sorted, writeOrder } from '../../../web/registers/sorting.ts'
import { taskOf } from '../../../web/registers/taskable.ts'
import { listed, registerAnswer, registersAnswer, seatRow } from './answers.ts'

describe('the list of registers', () => {
  const all = registersAnswer().registers
  const codes = (wanted: Partial<Parameters<typeof wantedRegisters>[1]>) => wantedRegisters(all, { q: null, view: null, late: false, ...wanted }).map(({ code }) => code)
  it('is filtered by every word of the text, by kind and by what is overdue', () => {
    expect(codes({})).toEqual(['vacancies', 'doubleCheckin', 'sevenLeads'])
    expect(codes({ q: '空缺 席位' })).toEqual(['vacancies'])
    expect(codes({ q: '空缺 报到' })).toEqual([])
    expect(codes({ q: '21' })).toEqual(['doubleCheckin'])
    expect(codes({ view: 'narrative' })).toEqual(['sevenLeads'])
    expect(codes({ late: true })).toEqual(['vacancies'])
  })
  it('stands under its headings in their order; a heading without registers is left out', () => {
    expect(grouped([listed(40, 'serviceItems', { group: 'act' }), ...all]).map(({ group, rows }) => [group, rows.length])).toEqual([['govern', 1], ['train', 2], ['act', 1]])
  })
})

describe('sorting', () => {
  const rows = [{ cells: [3, '乙'] }, { cells: [null, '甲'] }, { cells: [10, '丙'] }]
  it('puts figures by size either way, and what has no value last', () => {
    expect(sorted(rows, 0, true).map(({ cells }) => cells[0])).toEqual([10, 3, null])
    expect(sorted(rows, 0, false).map(({ cells }) => cells[0])).toEqual([3, 10, null])
  })
  it('goes round: the largest first, the smallest first, as the server sorted', () => {
    const first = nextOrder(null, 'days', false)
    expect(first).toEqual({ by: 'days', descending: true })
    const second = nextOrder(first, 'days', false)
    expect(second).toEqual({ by: 'days', descending: false })
    expect(nextOrder(second, 'days', false)).toBeNull()
    expect(nextOrder(null, 'name', true)).toEqual({ by: 'name', descending: false })
  })
  it('is written into the address and read back', () => {
    for (const order of [{ by: 'days', descending: true }, { by: 'days', descending: false }, null]) expect(readOrder(writeOrder(order))).toEqual(order)
  })
})

describe('classes', () => {
  it('hold what lies up to their bound; beyond the last is the last; nothing told is a class of its own', () => {
    expect([0, 50, 51, 200, 300, null].map((value) => classOf(value, [50, 200]))).toEqual([0, 0, 1, 1, 1, 'few'])
  })
  it('are counted, and those no value can fall into are left out', () => {
    expect(legendClasses([0, 0, 2], [0, 0, 1, 2, null])).toEqual([{ step: 0, above: null, to: 0, count: 2 }, { step: 2, above: 0, to: 2, count: 2 }])
  })
})

describe('what is drawn', () => {
  it('is written as its column is; values of its own between nothing and one are shares', () => {
    const answer = registerAnswer()
    const own = (values: number[]) => mapKind(registerAnswer({ map: answer.map && { ...answer.map, column: 'own', areas: values.map((value, at) => ({ code: String(at), name: '', value })) } }))
    expect([mapKind(answer), own([0, 0.44, 1]), own([0, 1]), own([0.5, 3])]).toEqual(['days', 'share', 'count', 'count'])
  })
  it('are areas by class; too few to be told is not the same as nothing known', () => {
    expect(overlayContent(registerAnswer(), registerAnswer().rows, null, null).areas?.rows.map(({ step }) => step)).toEqual([1, 'few', 0])
    expect(overlayContent(registerAnswer({ protection: null }), [], null, null).areas?.rows.map(({ step }) => step)).toEqual([1, 'none', 0])
  })
  it('are places with the sign of their state, and curves by their rows', () => {
    const map = { kind: 'points' as const, level: null, column: null, worse: null, areas: [], classes: [], lines: [] }
    const placed = { ...seatRow(1, 120), position: [121, 31] as [number, number] }
    expect(overlayContent(registerAnswer({ map }), [placed, seatRow(2, 20)], null, null).places).toEqual([{ id: 'seat-1', name: '310101001', position: [121, 31], sign: 'late' }])
    const lines = { ...map, kind: 'lines' as const, lines: [{ from: [121, 31] as [number, number], to: [121.1, 31] as [number, number], count: 2, row: 'seat-1' }] }
    expect(overlayContent(registerAnswer({ map: lines }), [placed], null, null).threads).toMatchObject([{ id: 'seat-1', count: 2 }])
  })
  it('is found from the row, and the row from it', () => {
    const answer = registerAnswer()
    expect(markOf(answer, answer.rows[1])).toBe('310101002')
    expect(rowOf(answer, answer.rows, '310101002')?.id).toBe('seat-2')
    expect([markOf(answer, undefined), rowOf(answer, answer.rows, 'nowhere')]).toEqual([null, undefined])
    expect(nameOf({ ...seatRow(1, 120), cells: [null, 'late', '甲单位'] })).toBe('甲单位')
  })
})

describe('months and tasks', () => {
  it('runs over the turn of a year, and is nothing when it ends before it begins', () => {
    expect(monthsBetween('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
    expect(monthsBetween('2026-02', '2026-01')).toEqual([])
  })
  it('makes tasks of what is late or missing, with the subject that the contract asks for', () => {
    const vacant = { ...seatRow(1, 120), opens: 'entry' as const }
    expect(taskOf('vacancies', vacant, '一号席')).toEqual({ origin: 'vacancy', subject: 'seat-1', name: '一号席' })
    expect(taskOf('vacancies', { ...seatRow(1, 20), opens: 'entry' }, '一号席')).toBeNull()
    expect(taskOf('memberMix', vacant, '一号席')).toBeNull()
    expect(taskOf('meetingFrequency', { ...seatRow(1, 120), id: '310101001 greatCommittee' }, '甲')?.subject).toBe('greatCommittee:310101001')
    expect(taskOf('meetingFrequency', { ...seatRow(1, 120), id: 'elsewhere greatCommittee' }, '甲')).toBeNull()
    expect(taskOf('jointMeetings', seatRow(1, 120), '甲')?.subject).toBe('joint:310101001')
  })
})
