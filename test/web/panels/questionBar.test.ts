// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import QuestionBar from '../../../web/panels/QuestionBar.vue'
import { useCityStore } from '../../../web/stores/city.ts'
import { useSessionStore } from '../../../web/stores/session.ts'
import { useQuestionStore } from '../../../web/stores/question.ts'
import { mounted, settle } from '../mounted.ts'

const bar = async () => {
  const view = await mounted(QuestionBar)
  await useSessionStore().read()
  await useCityStore().refresh()
  await settle()
  const [who, where, howLong, metric, profile] = view.wrapper.findAll('select')
  return { ...view, who, where, howLong, metric, profile, question: useQuestionStore() }
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
  it('takes a limit of one\'s own, and says what it takes when it cannot', async () => {
    const { wrapper, question, howLong } = await bar()
    await howLong.setValue('own-metres')
    await settle()
    const field = wrapper.get('input')
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
