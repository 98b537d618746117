// @vitest-environment happy-dom
import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
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
    await view.wrapper.get('form').trigger('submit')
    await settle()
    return view.server.askedFor('/api/v1/exports').at(-1)?.body
  }
  return { day, start }
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
  it('offers no day where none is known', async () => {
    expect((await form(null)).day().exists()).toBe(false)
  })
})
