// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import App from '../../../web/App.vue'
import { areaAnswerOf } from '../area/answers.ts'
import { loggedIn, metaAnswer } from '../answers.ts'
import { heatAnswer } from '../heat/answers.ts'
import { giveSize, mounted, settle } from '../mounted.ts'
import { refusal, smallServer, type Ask, type Otherwise, type Reply } from '../server.ts'
import { matchAnswer, taskAnswer, tasksAnswer } from '../tasks/answers.ts'

const wide = (): void => {
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: query.includes('min-width') && !query.includes('2400'), media: query, addEventListener: () => {}, removeEventListener: () => {}, addListener: () => {}, removeListener: () => {}, dispatchEvent: () => false, onchange: null,
  }))
}
const view = (path: string, otherwise: Otherwise) => mounted(App, { path, server: smallServer(otherwise) })
const editor = loggedIn('editor')
const pageOf = ({ path }: Ask): Reply | undefined => {
  const code = /^\/api\/v1\/areas\/([^/]+)\/page$/.exec(path)?.[1]
  if (code === undefined) return undefined
  return code === '310101001009' ? refusal('unknownArea', '没有编码为“310101001009”的区域。') : { body: areaAnswerOf(code, code === '310101001002' ? '九江社区' : '纺织社区', code === '310101001002' ? { completeness: { complete: 9, of: 10, missing: [] } } : {}) }
}

beforeEach(() => {
  wide()
  giveSize()
})
afterEach(() => {
  document.body.innerHTML = ''
  vi.unstubAllGlobals()
})

describe('the heat map', () => {
  const heat = (other: (ask: Ask) => Reply | Promise<Reply> | undefined = () => undefined, path = '/heat') => view(path, (ask) => other(ask) ?? (ask.path === '/api/v1/heat' ? { body: heatAnswer({ from: ask.query.get('from') ?? '2026-06', cells: ask.query.get('from') === '2026-05' ? heatAnswer().cells.slice(0, 1) : heatAnswer().cells }) } : undefined))

  it('begins with the newest month, its rule, its classes and what stands out most', async () => {
    const { wrapper, server } = await heat()
    expect(server.askedFor('/api/v1/heat').at(-1)?.query.get('from')).toBe('2026-06')
    expect(wrapper.get('.rule').text()).toContain('群众诉求的次数')
    expect(wrapper.findAll('.pick [role=option]').map((row) => row.get('.figure').text().replace(/\s/g, ''))).toEqual(['7件', '3件'])
    expect(wrapper.get('.legend').text()).toContain('<10')
  })
  it('another month is asked for once, stands in the address, and is known when it comes again', async () => {
    const { wrapper, server, router } = await heat()
    const before = () => wrapper.get('[aria-label=上一月]').trigger('click').then(settle)
    await before()
    expect(router.currentRoute.value.query['month']).toBe('2026-05')
    expect(wrapper.findAll('.pick [role=option]')).toHaveLength(1)
    await wrapper.get('[aria-label=下一月]').trigger('click')
    await settle()
    const asked = server.askedFor('/api/v1/heat').length
    await before()
    expect(server.askedFor('/api/v1/heat')).toHaveLength(asked)
  })
  it('an answer that a newer question has overtaken is dropped and its request ended', async () => {
    let release: (reply: Reply) => void = () => undefined
    let held: Ask | null = null
    const { wrapper } = await heat((ask) => {
      if (ask.query.get('layer') !== 'hazards') return undefined
      held = ask
      return new Promise<Reply>((resolve) => { release = resolve })
    })
    const layer = (name: string) => wrapper.findAll('.ask fieldset button').find((button) => button.text() === name)?.trigger('click').then(settle)
    await layer('隐患')
    await layer('服务')
    expect((held as Ask | null)?.signal?.aborted).toBe(true)
    release({ body: heatAnswer({ layer: 'hazards', rule: '隐患的次数。' }) })
    await settle()
    expect(wrapper.get('.rule').text()).not.toContain('隐患')
  })
  it('a link restores layer, measure, shape, month and cell', async () => {
    const { server, wrapper } = await heat(undefined, '/heat?layer=requests&measure=resolved&shape=communities&month=2026-04&cell=8940a1&kind=noise')
    const query = server.askedFor('/api/v1/heat')[0].query
    expect(['layer', 'measure', 'shape', 'from', 'category'].map((name) => query.get(name))).toEqual(['requests', 'resolved', 'communities', '2026-04', 'noise'])
    expect(wrapper.get('.pick [aria-selected=true]').attributes('data-at')).toBe('0')
  })
  it('what cannot be asked says so, and what cannot be read in the link too', async () => {
    const { wrapper } = await heat((ask) => (ask.path === '/api/v1/heat' ? refusal('badParameter', '“size”应为 7 到 10。', 400) : undefined), '/heat?month=June')
    expect(wrapper.text()).toContain('“size”应为 7 到 10。')
    expect(wrapper.text()).toContain('收到“June”')
  })
})

describe('the page of an area', () => {
  const path = '/area/310101001001'
  it('says better or worse by sign and word, names what is missing, and shows empty seats first', async () => {
    const { wrapper } = await view(path, pageOf)
    const rows = wrapper.findAll('.figures tbody tr').map((row) => row.text().replace(/\s/g, ''))
    expect(rows[0]).toBe('社区食堂覆盖率21.7%83.1%▽差于')
    expect(rows[1]).toContain('2/540.0%10.0%▽差于')
    expect(wrapper.findAll('.squares .full')).toHaveLength(4)
    expect(wrapper.text()).toContain('还缺：卫生室')
    expect(wrapper.get('.seats li').text().replace(/\s/g, '')).toBe('2委员空缺120天')
  })
  it('asks for the newest month of a demonstration, and for the month of the address', async () => {
    const meta = (ask: Ask): Reply | undefined => (ask.path === '/api/v1/meta' ? { body: metaAnswer({ dataDate: '2026-06-30' }) } : pageOf(ask))
    const first = await view(path, meta)
    expect(first.server.askedFor('/api/v1/areas/310101001001/page')[0].query.get('month')).toBe('2026-06')
    const second = await view(`${path}?month=2025-11`, meta)
    expect(second.server.askedFor('/api/v1/areas/310101001001/page')[0].query.get('month')).toBe('2025-11')
  })
  it('the arrow keys go to the neighbour', async () => {
    const { router } = await view(path, pageOf)
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }))
    globalThis.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight' }))
    await settle()
    expect(router.currentRoute.value.path).toBe('/area/310101001002')
  })
  it('an area there is not is said in the words of the server', async () => expect((await view('/area/310101001009', pageOf)).wrapper.text()).toContain('没有编码为“310101001009”的区域。'))
})

describe('areas side by side', () => {
  it('says differences with their sign, best and worst in words; one can be taken out', async () => {
    const { wrapper, router } = await view('/compare?areas=310101001001,310101001002', pageOf)
    const row = wrapper.findAll('.compare tbody tr').find((one) => one.text().startsWith('还缺的项目'))
    expect(row?.text().replace(/\s/g, '')).toBe('还缺的项目6▽短板1−5▲最好')
    await wrapper.get('[aria-label=去掉九江社区]').trigger('click')
    await settle()
    expect(router.currentRoute.value.query['areas']).toBe('310101001001')
    expect(wrapper.text()).toContain('再加入一个区域就能比较')
  })
  it('more than four are refused by name and nothing is asked', async () => {
    const { wrapper, server } = await view('/compare?areas=a,b,c,d,e', pageOf)
    expect(wrapper.text()).toContain('最多四个区域编码')
    expect(server.asked.filter((ask) => ask.path.endsWith('/page'))).toHaveLength(0)
  })
})

describe('the list of tasks', () => {
  const tasks = (other: Otherwise = () => undefined, reader = editor) => view('/tasks?task=t1', (ask) => other(ask) ?? (ask.path === '/api/v1/session' ? { body: reader } : ask.path === '/api/v1/tasks' && ask.method === 'GET' ? { body: tasksAnswer([taskAnswer('t1'), taskAnswer('t2', {}, { overdueDays: null })]) } : undefined))
  const button = (wrapper: Awaited<ReturnType<typeof tasks>>['wrapper'], name: string) => wrapper.findAll('button').find((one) => one.text() === name)

  it('tells days overdue in words, and the figure before and now', async () => {
    const { wrapper } = await tasks()
    expect(wrapper.get('tbody tr').text().replace(/\s/g, '')).toContain('超期29天')
    expect(wrapper.get('tbody tr .number').text().replace(/\s/g, '')).toContain('32→27')
  })
  it('shows the figure before it closes anything, then closes what was read', async () => {
    const { wrapper, server } = await tasks((ask) => (ask.method === 'PATCH' ? { body: taskAnswer('t1', { state: 'done', after: 27 }, { etag: '"t1-2"' }) } : undefined))
    await button(wrapper, '销号')?.trigger('click')
    expect(wrapper.get('.sure').text().replace(/\s/g, '')).toContain('服务空白楼栋（栋）：32→27')
    expect(server.asked.filter((ask) => ask.method === 'PATCH')).toHaveLength(0)
    await wrapper.get('.sure .chief').trigger('click')
    await settle()
    const patch = server.asked.find((ask) => ask.method === 'PATCH')
    expect([patch?.path, patch?.headers.get('if-match'), patch?.body]).toEqual(['/api/v1/tasks/t1', '"t1-1"', { state: 'done' }])
    expect(wrapper.get('.told').text()).toContain('已销号')
  })
  it('is taken back by restoring the row as it was', async () => {
    const { wrapper, server } = await tasks((ask) => {
      if (ask.method === 'PATCH') return { body: taskAnswer('t1', { state: 'doing' }, { etag: '"t1-2"' }) }
      if (ask.path.endsWith('/history')) return { body: { changes: [{ id: 71, at: '2026-06-30T08:00:00Z', actor: 'wang', action: 'change', before: taskAnswer('t1').entry, after: taskAnswer('t1').entry }], next: null } }
      return ask.path.endsWith('/restore') ? { body: { standing: null } } : undefined
    })
    await button(wrapper, '接办')?.trigger('click')
    await settle()
    await button(wrapper, '撤销')?.trigger('click')
    await settle()
    const restore = server.asked.find((ask) => ask.path === '/api/v1/entries/t1/restore')
    expect([restore?.body, restore?.headers.get('if-match')]).toEqual([{ change: 71, state: 'before' }, '"t1-2"'])
    expect(wrapper.find('.told').exists()).toBe(false)
  })
  it('a change of somebody else is told, and can be written over on purpose only', async () => {
    let changed = 0
    const { wrapper, server } = await tasks((ask) => {
      if (ask.method === 'PATCH') return changed++ === 0 ? refusal('changedMeanwhile', '有人改过。', 412) : { body: taskAnswer('t1', { state: 'doing' }, { etag: '"t1-3"' }) }
      return ask.path === '/api/v1/tasks' && changed > 0 ? { body: tasksAnswer([taskAnswer('t1', {}, { etag: '"t1-2"' })]) } : undefined
    })
    await button(wrapper, '接办')?.trigger('click')
    await settle()
    expect(wrapper.get('.panel').text()).toContain('有人刚改过')
    expect(server.asked.filter((ask) => ask.method === 'PATCH')).toHaveLength(1)
    await button(wrapper, '在最新的上面再写一次')?.trigger('click')
    await settle()
    expect(server.asked.filter((ask) => ask.method === 'PATCH').map((ask) => ask.headers.get('if-match'))).toEqual(['"t1-1"', '"t1-2"'])
  })
  it('who may only read changes nothing', async () => {
    const { wrapper } = await tasks((ask) => (ask.path === '/api/v1/tasks' ? { body: tasksAnswer([taskAnswer('t1', {}, { editable: false })]) } : undefined), loggedIn('leader'))
    expect([button(wrapper, '销号'), button(wrapper, '列入清单')]).toEqual([undefined, undefined])
  })
})

describe('needs and resources', () => {
  const match = (path = '/matching', other: Otherwise = () => undefined) => view(path, (ask) => other(ask) ?? (ask.path === '/api/v1/session' ? { body: editor } : ask.path === '/api/v1/matching' ? { body: matchAnswer() } : ask.path.endsWith('/history') ? { body: { changes: [], next: null } } : undefined))
  it('pairs nobody has taken come first, with minutes and reason', async () => {
    const { wrapper } = await match('/matching?pick=n2~r2')
    expect(wrapper.findAll('.pick [role=option]').map((row) => row.get('.name').text())).toEqual(['need n2', 'need n1'])
    expect(wrapper.get('.panel').text()).toContain('同为“停车”')
  })
  it('an editor claims a pair as a row of claims', async () => {
    const { wrapper, server } = await match('/matching?pick=n2~r2', (ask) => (ask.method === 'POST' ? { status: 201, body: { record: { ...taskAnswer('c9').entry, sheet: 'claim' }, etag: '"c9-1"', areas: [], editable: true } } : undefined))
    await wrapper.get('.panel .chief').trigger('click')
    await settle()
    const post = server.asked.find((ask) => ask.method === 'POST')
    expect(post?.path).toBe('/api/v1/entries')
    expect(post?.body).toMatchObject({ sheet: 'claim', area: '310101001001', fields: { item: 'n2', resource: 'r2', by: 'community', state: 'claimed', walkMetres: 500 } })
  })
  it('a claim goes on from where it stands and keeps its other fields', async () => {
    const { wrapper, server } = await match('/matching?tab=claims&pick=c1', (ask) => (ask.method === 'PATCH' ? { body: { record: { ...taskAnswer('c1').entry, sheet: 'claim' }, etag: '"c1-2"', areas: [], editable: true } } : undefined))
    await wrapper.get('.panel .acts .chief').trigger('click')
    await settle()
    const patch = server.asked.find((ask) => ask.method === 'PATCH')
    expect([patch?.headers.get('if-match'), patch?.body]).toMatchObject(['"c1-1"', { fields: { item: 'n1', resource: 'r1', state: 'accepted', walkMetres: 300 } }])
  })
  it('minutes of the address are asked for, another category too', async () => {
    const { server } = await match('/matching?within=10&kind=%E5%81%9C%E8%BD%A6')
    const { query } = server.askedFor('/api/v1/matching')[0]
    expect([query.get('minutes'), query.get('category')]).toEqual(['10', '停车'])
  })
})
