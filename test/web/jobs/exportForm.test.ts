// @vitest-environment happy-dom
import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import ExportForm from '../../../web/jobs/ExportForm.vue'
import { useCityStore } from '../../../web/stores/city.ts'
import { jobAnswer, metaAnswer } from '../answers.ts'
import { mounted, settle } from '../mounted.ts'
import { smallServer } from '../server.ts'

enableAutoUnmount(afterEach)

const form = async (known: { from: string; to: string } | null) => {
  const view = await mounted(ExportForm, { server: smallServer(({ path }) => (path === '/api/v1/meta' ? { body: metaAnswer({ known, role: 'editor' }) } : path === '/api/v1/exports' ? { body: jobAnswer('e', { state: 'queued' }) } : undefined)) })
  await useCityStore().refresh()
  await settle()
  const day = () => view.wrapper.find('input[type=date]')
  const start = async (): Promise<unknown> => {
    const before = view.server.askedFor('/api/v1/exports').length
    await view.wrapper.get('form').trigger('submit')
    // What is asked for is fetched when it is first needed.
    await vi.waitFor(() => expect(view.server.askedFor('/api/v1/exports').length).toBe(before + 1))
    await settle()
    return view.server.askedFor('/api/v1/exports').at(-1)?.body
  }
  const choose = async (at: number, value: string): Promise<void> => { await view.wrapper.findAll('select')[at].setValue(value) }
  return { day, start, choose, wrapper: view.wrapper }
}

describe('an export', () => {
  it('is of now, or of a day that the log knows', async () => {
    const { day, start } = await form({ from: '2026-11-19', to: '2026-11-22' })
    expect(await start()).toEqual({ kind: 'facility', format: 'xlsx' })
    expect([day().attributes('min'), day().attributes('max')]).toEqual(['2026-11-19', '2026-11-22'])
    await day().setValue('2026-11-20')
    expect(await start()).toEqual({ kind: 'facility', format: 'xlsx', asOf: '2026-11-20' })
    await day().setValue('')
    expect(await start()).toEqual({ kind: 'facility', format: 'xlsx' })
  })
  it('of registers is of one of them', async () => {
    const { start, choose, wrapper } = await form(null)
    await choose(0, 'entry')
    await vi.waitFor(() => expect(wrapper.findAll('select').length).toBe(4))
    await choose(1, 'tenure')
    expect(await start()).toEqual({ kind: 'entry', sheet: 'tenure', format: 'xlsx' })
  })
  it('offers no day where none is known', async () => {
    expect((await form(null)).day().exists()).toBe(false)
  })
})
