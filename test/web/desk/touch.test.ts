// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import ListField from '../../../web/desk/ListField.vue'
import { entriesOf } from '../../../web/desk/listParts.ts'
import { useOpeningWords } from '../../../web/desk/openingWords.ts'
import { reopened, suspendedToday, useTouch } from '../../../web/desk/touch.ts'
import type { SiteRecord } from '../../../web/desk/record.ts'
import { useDeskRowStore } from '../../../web/stores/deskRows.ts'
import { useDeskStepStore } from '../../../web/stores/deskSteps.ts'
import { mounted, withStores } from '../mounted.ts'
import { recordServer, site } from './recordServer.ts'

const shut = (from: string, until: string | null, reason = '检修') => ({ from, until, reason })
const noon = Date.parse('2026-02-14T12:00:30+08:00')

describe('one touch', () => {
  it('shuts a site until the day ends in the city, wherever the reader is, and keeps the list in order', () => {
    const later = shut('2026-03-01T00:00:00+08:00', null)
    expect(suspendedToday([later], noon, '停电')).toEqual([shut('2026-02-14T12:00:00+08:00', '2026-02-15T00:00:00+08:00', '停电'), later])
    expect(suspendedToday(Array.from({ length: 50 }, (_, day) => shut(`2025-01-${String((day % 28) + 1).padStart(2, '0')}T00:00:00+08:00`, '2025-02-28T00:00:00+08:00')), noon, 'x')).toHaveLength(50)
  })
  it('opens again what is shut now, at this minute, and nothing else', () => {
    const [over, now, open, later] = [shut('2026-01-01T00:00:00+08:00', '2026-01-02T00:00:00+08:00'), shut('2026-02-14T08:00:00+08:00', '2026-02-15T00:00:00+08:00'), shut('2026-02-01T00:00:00+08:00', null), shut('2026-02-20T00:00:00+08:00', null)]
    expect(reopened([over, open, now, later], noon)).toEqual([over, { ...open, until: '2026-02-14T12:00:00+08:00' }, { ...now, until: '2026-02-14T12:00:00+08:00' }, later])
    expect(reopened(suspendedToday([], noon, 'x'), noon)).toEqual([])
  })
  it('is saved at once, says how the site stands, and is taken back like any change', async () => {
    const server = recordServer({ sites: [site(1, { hours: '00:00-24:00' })] })
    withStores(server)
    const [rows, steps, touch, opening] = [useDeskRowStore(), useDeskStepStore(), useTouch(), useOpeningWords()]
    await rows.ask({ kind: 'facility', areas: [null], category: null, unchecked: false, q: null, lang: 'zh', revision: null })
    const row = () => rows.byId.get('f-1') ?? expect.fail('no row')
    const state = () => opening.stateOf(row().record as SiteRecord)
    await touch.suspend(row(), '停电')
    expect(server.written()[0]?.body).toEqual({ suspensions: [{ from: expect.stringMatching(/\+08:00$/), until: expect.stringMatching(/T00:00:00\+08:00$/), reason: '停电' }] })
    expect(state()).toMatchObject({ suspended: true, text: expect.stringContaining('今日暂停开放：停电') })
    await steps.undo()
    expect(server.site('f-1')?.suspensions).toEqual([])
    expect(state().suspended).toBe(false)
    await touch.suspend(row(), '停电')
    await touch.reopen(row())
    expect(state().suspended).toBe(false)
    // Found right by the area the site lies in, never by a person; once a day.
    expect(touch.isConfirmed(row())).toBe(false)
    await touch.confirm(row())
    expect(server.site('f-1')?.offer.checked).toEqual({ day: new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(Date.now()), by: '纺织社区' })
    expect(touch.isConfirmed(row())).toBe(true)
    await steps.undo()
    expect(server.site('f-1')?.offer.checked).toBeNull()
  })
  it('shows how hours are read, and what of them is not', () => {
    withStores()
    const opening = useOpeningWords()
    expect(opening.said('周一至周五 8:30-11:30,14:00-17:30')).toMatchObject({ understood: true, sentence: expect.stringMatching(/^读作：.*8:30.*；今天/) })
    expect(opening.said('看门大爷心情')).toEqual({ understood: false, sentence: '看不懂“看门大爷心情”。保存后原文照样给人看，但开没开会写“时间未知，请先致电”。' })
    expect(opening.said('  ')).toBeNull()
  })
})

describe('a list in the form', () => {
  it('is filled, grown by Enter and cut by keyboard, each part under its own label', async () => {
    const { wrapper } = await mounted(ListField, { props: { control: 'prices', label: '价格', text: '', invalid: false, describedBy: undefined } })
    const text = (): string => String(Reflect.get(wrapper.props(), 'text'))
    const said = async (): Promise<void> => {
      const texts = wrapper.emitted<[string]>('text') ?? []
      await wrapper.setProps({ text: texts.at(-1)?.[0] ?? '' })
      await nextTick()
    }
    await wrapper.get('.add').trigger('click')
    await said()
    expect(wrapper.findAll('label').map((label) => label.text().replaceAll('\u2009', ' '))).toEqual(['什么（可空）', '几岁起', '到几岁', '元（0 免费）'])
    expect(wrapper.findAll('input').every((input) => wrapper.find(`label[for='${input.attributes('id')}']`).exists())).toBe(true)
    await wrapper.findAll('input')[3]?.setValue('12')
    await said()
    await wrapper.findAll('input')[3]?.trigger('keydown', { key: 'Enter' })
    await said()
    expect(wrapper.findAll('.entry')).toHaveLength(2)
    await wrapper.setProps({ invalid: true })
    expect(wrapper.findAll('.fault').map((fault) => fault.text())).toEqual(['! 必须填写。'])
    await wrapper.findAll('.remove')[0]?.trigger('click')
    await said()
    expect(entriesOf(text())).toEqual([{ what: '', minAge: '', maxAge: '', yuan: '' }])
    await wrapper.get('.remove').trigger('click')
    await said()
    await nextTick()
    expect([text(), document.activeElement?.className]).toEqual(['', expect.stringContaining('add')])
    wrapper.unmount()
  })
})
