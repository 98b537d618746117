// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import QuestionBar from '../../../web/panels/QuestionBar.vue'
import { useCityStore } from '../../../web/stores/city.ts'
import { useSessionStore } from '../../../web/stores/session.ts'
import { useQuestionStore } from '../../../web/stores/question.ts'
import { mounted, settle } from '../mounted.ts'

const bar = async () => {
  const view = await mounted(QuestionBar)
  await useSessionStore().read()
  await useCityStore().refresh()
  // What the field of time rests on comes with it, after the first page.
  await vi.dynamicImportSettled()
  await settle()
  const [where, howLong, when, who, metric, profile] = view.wrapper.findAll('select')
  return { ...view, who, where, howLong, when, metric, profile, question: useQuestionStore() }
}
afterEach(() => { document.body.innerHTML = '' })

describe('the question bar', () => {
  it('labels every control', async () => {
    const { wrapper } = await bar()
    for (const select of wrapper.findAll('select')) {
      expect(wrapper.find(`label[for='${select.attributes('id')}']`).text()).not.toBe('')
    }
    wrapper.unmount()
  })
  it("starts from the category's own group and middle limit", async () => {
    const { wrapper, question, who, howLong } = await bar()
    expect((who.element as HTMLSelectElement).value).toBe('60plus')
    expect((howLong.element as HTMLSelectElement).value).toBe('minutes:10')
    expect(question.asked).toEqual({ category: 'canteen', metric: 'network', profile: 'planning', group: '60plus', minutes: 10 })
    wrapper.unmount()
  })
  it('changes the question by each control', async () => {
    const { wrapper, question, who, where, howLong, metric, profile } = await bar()
    await who.setValue('80plus')
    await where.setValue('clinic')
    await howLong.setValue('minutes:15')
    await metric.setValue('straight')
    await profile.setValue('wheelchair')
    expect(question.asked).toEqual({ category: 'clinic', metric: 'straight', profile: 'wheelchair', group: '80plus', minutes: 15 })
    wrapper.unmount()
  })
  it('offers the radius of the standard beside the minutes', async () => {
    const { wrapper, question, howLong } = await bar()
    await howLong.setValue('metres:300')
    expect(question.asked).toMatchObject({ metres: 300 })
    expect(question.asked).not.toHaveProperty('minutes')
    wrapper.unmount()
  })
  it('asks of any opening hour, of now, of usual times by the calendar, and of a time of one\'s own', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-02-13T04:20:40Z') })
    const { wrapper, question, when } = await bar()
    expect(question.asked).not.toHaveProperty('at')
    const labels = when.findAll('option').map((option) => option.text().replaceAll(/[\u2009 ]/g, ''))
    expect(labels).toEqual(['任意开放时间', '现在', '工作日11:30（2月13日）', '工作日17:30（2月13日）', '周六11:30（3月7日）', '春节初一11:30（2月17日）', '选日期和时间…'])
    for (const [choice, at] of [['now', '2026-02-13T12:20+08:00'], ['workdayEvening', '2026-02-13T17:30+08:00'], ['saturdayNoon', '2026-03-07T11:30+08:00'], ['newYearNoon', '2026-02-17T11:30+08:00']]) {
      await when.setValue(choice)
      expect(question.asked).toMatchObject({ at })
    }
    expect((when.element as HTMLSelectElement).value).toBe('newYearNoon')
    await when.setValue('own')
    await settle()
    const field = wrapper.get('input:not([type=radio])')
    expect((field.element as HTMLInputElement).value).toBe('2026-02-17T11:30')
    await field.setValue('')
    await wrapper.get('form').trigger('submit')
    expect(wrapper.get('.wrong').text()).toContain('1992')
    await field.setValue('2026-02-14T18:30')
    await wrapper.get('form').trigger('submit')
    expect([question.values.at, wrapper.find('form').exists(), when.findAll('option')[1].text()]).toEqual(['2026-02-14T18:30+08:00', false, '2月14日 周六 18:30'])
    await when.setValue('any')
    expect(question.asked).not.toHaveProperty('at')
    wrapper.unmount()
    vi.useRealTimers()
  })
  it('takes a limit of one\'s own, and says what it takes when it cannot', async () => {
    const { wrapper, question, howLong } = await bar()
    await howLong.setValue('own-metres')
    await settle()
    const field = wrapper.get('input:not([type=radio])')
    await field.setValue('9000')
    await wrapper.get('form').trigger('submit')
    expect(wrapper.get('.wrong').text()).toContain('5')
    expect(question.limit).toEqual({ minutes: 10 })
    await field.setValue('450')
    await wrapper.get('form').trigger('submit')
    expect(question.limit).toEqual({ metres: 450 })
    expect(wrapper.find('form').exists()).toBe(false)
    wrapper.unmount()
  })
})
