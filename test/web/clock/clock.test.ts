// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { calendarOf } from '../../../geodata/hours/calendar.ts'
import { addDays } from '../../../geodata/hours/clock.ts'
import { catalogue } from '../../../seeds/catalogue.ts'
import { readAt, writtenAt } from '../../../web/clock/at.ts'
import { heightsOf, pathOf, steppedBy, topOf, type ClockAnswer, type ClockDay } from '../../../web/clock/bars.ts'
import ClockStrip from '../../../web/clock/ClockStrip.vue'
import { presetAt, presetCodes } from '../../../web/clock/presets.ts'
import { useCityStore } from '../../../web/stores/city.ts'
import { useQuestionStore } from '../../../web/stores/question.ts'
import { useSessionStore } from '../../../web/stores/session.ts'
import { coverageAnswer } from '../answers.ts'
import { mounted, settle } from '../mounted.ts'
import { smallServer } from '../server.ts'

const calendar = calendarOf(catalogue.holidays)

describe('usual times', () => {
  const of = (today: string, years = calendar): (string | null)[] => presetCodes.map((code) => { const at = presetAt(code, today, years); return at === null ? null : writtenAt(at) })
  it('are days of their kinds by the calendar: no make-up Saturday, no Monday off', () => {
    expect(of('2026-02-14')).toEqual(['2026-02-24T11:30+08:00', '2026-02-24T17:30+08:00', '2026-03-07T11:30+08:00', '2026-02-17T11:30+08:00'])
    expect(of('2026-10-01')).toEqual(['2026-10-08T11:30+08:00', '2026-10-08T17:30+08:00', '2026-10-17T11:30+08:00', '2026-02-17T11:30+08:00'])
  })
  it('find the first day of the lunar year, the last one where the next is not arranged', () => {
    expect(of('2025-01-01')[3]).toBe('2025-01-29T11:30+08:00')
    expect(of('2027-05-01')[3]).toBe('2026-02-17T11:30+08:00')
  })
  it('go by weekdays in a year without a calendar, and know no lunar year without any', () => {
    expect(of('2031-01-03', calendarOf([]))).toEqual(['2031-01-03T11:30+08:00', '2031-01-03T17:30+08:00', '2031-01-04T11:30+08:00', null])
  })
  it('are read back from the address', () => {
    for (const at of of('2026-02-14')) expect(readAt(at ?? '')).toBe(at)
  })
})

const day = (iso: string, other: Partial<ClockDay> = {}): ClockDay => ({
  day: iso, type: 'workday', name: '', calendarMissing: false, covered: Array.from({ length: 48 }, (_, h) => (h >= 22 && h < 26 ? 40 : 0)), share: Array.from({ length: 48 }, (_, h) => (h >= 22 && h < 26 ? 0.4 : 0)), open: Array.from({ length: 48 }, (_, h) => (h >= 22 && h < 26 ? 3 : 0)), ...other,
})
const clockAnswer = (monday: string, other: Partial<ClockAnswer> = {}): ClockAnswer => {
  const { question, rule, dataDate, dataVersion, catalogueVersion, demo } = coverageAnswer()
  return {
    question, rule, dataDate, dataVersion, catalogueVersion, demo, protection: null, residents: { covered: 80, total: 100, share: 0.8, estimatedShare: 0 }, unknownSites: 1, sites: 4, calendarMissing: false,
    days: Array.from({ length: 7 }, (_, i) => day(addDays(monday, i), i === 6 ? { type: 'holiday', name: '春节' } : i === 5 ? { type: 'makeup' } : {})), examples: [day('2026-02-09'), day('2026-03-01', { type: 'rest' }), day('2026-02-15', { type: 'holiday', name: '春节' })], ...other,
  }
}

describe('the bars', () => {
  it('stand against what any opening hour covers, and against the sites where no rate is told', () => {
    expect(heightsOf(day('2026-02-09'), clockAnswer('2026-02-09'))[22]).toBeCloseTo(0.5)
    const untold = clockAnswer('2026-02-09', { residents: { covered: null, total: null, share: null, estimatedShare: null } })
    expect(heightsOf(day('2026-02-09', { share: Array.from({ length: 48 }, () => null) }), untold)[22]).toBeCloseTo(0.75)
    expect(heightsOf(day('2026-02-09'), { residents: { covered: 0, total: 5, share: 0, estimatedShare: 0 }, sites: 0 }).every((height) => height >= 0 && height <= 1)).toBe(true)
  })
  it('draw one bar for each half hour with anybody, and none for nobody', () => {
    expect(pathOf([0, 0.5, 1]).match(/z/g)).toHaveLength(2)
    expect(pathOf([0.5])).toBe('M0.1 100V50h.8V100z')
    expect([topOf(day('2026-02-09')), topOf(day('2026-02-09', { share: [null] }))]).toEqual([0.4, null])
  })
  it('are walked by half hours and days, and never beyond their ends', () => {
    expect(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'x'].map((key) => steppedBy(key, 60, 7))).toEqual([59, 61, 12, 108, 48, 95, null])
    expect([steppedBy('ArrowLeft', 0, 7), steppedBy('ArrowUp', 3, 7), steppedBy('ArrowRight', 335, 7), steppedBy('PageDown', 300, 7)]).toEqual([0, 3, 335, 300])
  })
})

/** Without blanks, thin ones between figures and Chinese among them. */
const plain = (text: string | undefined): string => (text ?? '').replaceAll(/[\u2009 ]/g, '')

describe('the strip', () => {
  beforeEach(() => { vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-02-11T04:00:00Z') }) })
  afterEach(() => {
    document.body.innerHTML = ''
    vi.useRealTimers()
  })
  const strip = async (other: Partial<ClockAnswer> = {}) => {
    const server = smallServer(({ path, query }) => (path === '/api/v1/coverage/clock' ? { body: clockAnswer(query.get('week') ?? '2026-02-09', other) } : undefined))
    const view = await mounted(ClockStrip, { server })
    await useSessionStore().read()
    await useCityStore().refresh()
    await settle()
    return { ...view, server, question: useQuestionStore() }
  }

  it('asks the question of the page without its hour, and shows seven days and three of their kinds', async () => {
    const { wrapper, server } = await strip()
    expect(Object.fromEntries(server.askedFor('/api/v1/coverage/clock')[0].query)).toEqual({ category: 'canteen', metric: 'network', profile: 'planning', group: '60plus', minutes: '10' })
    expect(wrapper.findAll('.name').map((name) => plain(name.text()))).toEqual(['周一2月9日', '周二2月10日', '周三2月11日', '周四2月12日', '周五2月13日', '周六2月14日班', '周日2月15日春节', '工作日周一2月9日最高40.0%', '休息日周日3月1日最高40.0%', '节假日周日2月15日春节最高40.0%'])
    expect(wrapper.findAll('svg')).toHaveLength(10)
    expect(plain(wrapper.text())).toContain('4处中1处开放时间不明，不算开放。')
    wrapper.unmount()
  })
  it('says what a key leads to, and asks about it at Enter', async () => {
    const { wrapper, question } = await strip()
    const [week, examples] = wrapper.findAll('[role=slider]')
    await week.trigger('focus')
    expect(plain(week.attributes('aria-valuetext'))).toBe('周一2月9日12:00　40.0%　3处开放')
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight']) await week.trigger('keydown', { key })
    expect([week.attributes('aria-valuenow'), plain(wrapper.get('.said').text())]).toEqual([String(2 * 48 + 26), '周三2月11日13:00　0.0%　0处开放'])
    await week.trigger('keydown', { key: 'Enter' })
    expect(question.values.at).toBe('2026-02-11T13:00+08:00')
    expect(wrapper.findAll('.chosen')).toHaveLength(1)
    await week.trigger('blur')
    await examples.trigger('focus')
    await examples.trigger('keydown', { key: 'End' })
    await examples.trigger('keydown', { key: ' ' })
    expect(question.values.at).toBe('2026-02-09T23:30+08:00')
    wrapper.unmount()
  })
  it('turns the week, follows the time that is asked for, and is a table too', async () => {
    const { wrapper, server, question } = await strip()
    const weeks = (): (string | null)[] => server.askedFor('/api/v1/coverage/clock').map(({ query }) => query.get('week'))
    await wrapper.findAll('.turn button')[1].trigger('click')
    await settle()
    expect(weeks()).toEqual([null, '2026-02-16'])
    question.change({ at: '2026-03-05T11:30+08:00' })
    await settle()
    expect(weeks().at(-1)).toBe('2026-03-02')
    await wrapper.get('.switch').trigger('click')
    expect([wrapper.findAll('tbody tr').length, wrapper.findAll('thead th').length, wrapper.findAll('tbody tr')[22].text()]).toEqual([48, 11, `11:00${'40.0%'.repeat(10)}`])
    wrapper.unmount()
  })
  it('tells how many are open where there are too few for a rate', async () => {
    const none = Array.from({ length: 48 }, () => null)
    const { wrapper } = await strip({ residents: { covered: null, total: null, share: null, estimatedShare: null }, days: Array.from({ length: 7 }, (_, i) => day(addDays('2026-02-09', i), { covered: none, share: none })) })
    expect(wrapper.text()).toContain('人数太少，不给比例')
    await wrapper.findAll('[role=slider]')[0].trigger('focus')
    expect(plain(wrapper.get('.said').text())).toBe('周一2月9日12:00　3处开放')
    wrapper.unmount()
  })
})
