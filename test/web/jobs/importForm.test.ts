// @vitest-environment happy-dom
import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import ImportForm from '../../../web/jobs/ImportForm.vue'
import JobItem from '../../../web/jobs/JobItem.vue'
import { useCityStore } from '../../../web/stores/city.ts'
import { useJobStore } from '../../../web/stores/jobs.ts'
import { useSessionStore } from '../../../web/stores/session.ts'
import { jobAnswer, loggedIn } from '../answers.ts'
import { mounted, settle } from '../mounted.ts'
import { smallServer } from '../server.ts'

afterEach(() => { document.body.innerHTML = '' })
// The last that is asked for comes first: views go before the page is swept.
enableAutoUnmount(afterEach)

const form = async (role: 'editor' | 'administrator' = 'administrator') => {
  const view = await mounted(ImportForm, { server: smallServer(({ path, query }) => (path === '/api/v1/session' ? { body: loggedIn(role) } : path === '/api/v1/jobs/check' ? { body: jobAnswer('check', { kind: 'import', state: 'done' }) } : path === '/api/v1/imports' ? { body: jobAnswer(query.get('dryRun') === 'yes' ? 'check' : 'write', { kind: 'import', state: 'queued' }) } : undefined)) })
  await useSessionStore().read()
  await useCityStore().refresh()
  const field = view.wrapper.get('input[type=file]')
  Object.defineProperty(field.element, 'files', { configurable: true, value: [new File(['a'], '设施.csv')] })
  const pick = async (): Promise<void> => { await field.trigger('change') }
  const button = (text: string) => view.wrapper.findAll('button').find((one) => one.text() === text)
  const check = async (): Promise<void> => {
    const before = sent().length
    await view.wrapper.get('form').trigger('submit')
    await vi.waitFor(() => expect(sent().length).toBe(before + 1))
    await settle()
  }
  const sent = () => view.server.askedFor('/api/v1/imports').map((ask) => ask.query.toString())
  return { ...view, pick, button, check, sent }
}

describe('an import', () => {
  it('cannot be written before a check of the same file and choices went well', async () => {
    const { pick, button, check, sent, wrapper } = await form()
    expect(button('先检查（不写入）')?.attributes('disabled')).toBeDefined()
    await pick()
    await check()
    expect(sent()).toEqual([new URLSearchParams({ file: '设施.csv', dryRun: 'yes', replace: 'no' }).toString()])
    expect(button('写入')).toBeUndefined()
    await done()
    expect(button('写入')?.attributes('disabled')).toBeUndefined()
    await wrapper.get('select').setValue('gcj02')
    expect(button('写入')).toBeUndefined()
  })
  it('of an editor offers no replacing: sheets add and update', async () => {
    const { wrapper } = await form('editor')
    expect(wrapper.find('[role=switch]').exists()).toBe(false)
  })
  it('that replaces everything asks for the name of the city', async () => {
    const { pick, button, check, sent, wrapper } = await form()
    await pick()
    await wrapper.get('[role=switch]').setValue(true)
    await check()
    await done()
    const write = () => button('换掉全部并写入')
    expect(write()?.attributes('disabled')).toBeDefined()
    const name = wrapper.get('.text-field input')
    await name.setValue('别的区')
    expect(write()?.attributes('disabled')).toBeDefined()
    await name.setValue('望澜区')
    await write()?.trigger('click')
    await settle()
    expect(sent().at(-1)).toContain('dryRun=no&replace=yes')
    // What was written once is not written again by a second press.
    expect(write()).toBeUndefined()
  })
})

describe('a job in the list', () => {
  const item = async (job: ReturnType<typeof jobAnswer>) => (await mounted(JobItem, { props: { job } })).wrapper
  it('tells how far it is in a bar and in words, and can be cancelled', async () => {
    const wrapper = await item(jobAnswer('a', { state: 'running', stage: '正在写文件', done: 250, total: 1000 }))
    expect(wrapper.get('progress').attributes('value')).toBe('0.25')
    expect(wrapper.text()).toContain('正在写文件 · 25.0%')
    expect(wrapper.get('button').attributes('aria-label')).toBe('取消“导出设施”')
  })
  it('has no bar to measure by while nobody knows how much there is', async () => {
    const wrapper = await item(jobAnswer('a', { state: 'running', done: 7, total: null }))
    expect(wrapper.find('progress').exists()).toBe(false)
    expect(wrapper.text()).toContain('已处理')
  })
  it('says why it failed, and gives its report and its file when it is done', async () => {
    const failed = await item(jobAnswer('a', { state: 'failed', failure: '第 3 行缺少名称。' }))
    expect(failed.get('.failure').text()).toBe('第 3 行缺少名称。')
    const ended = await item(jobAnswer('b', { state: 'done', report: ['新增 3 条', '更新 1 条'], file: { name: 'a.xlsx', bytes: 45_678 } }))
    expect(ended.findAll('.report li').map((line) => line.text())).toEqual(['新增 3 条', '更新 1 条'])
    expect(ended.get('button').text()).toContain('45.7 kB')
  })
})

/** The check goes well. */
async function done(): Promise<void> {
  const jobs = useJobStore()
  if (!jobs.rows.some((job) => job.id === 'check')) throw new Error('the check was not started')
  jobs.hear({ id: 'check', state: 'done', stage: '', done: 1, total: 1 })
  await settle()
}
