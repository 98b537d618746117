// @vitest-environment happy-dom
import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import FindApp from '../../../web/find/FindApp.vue'
import { findKey } from '../../../web/find/state.ts'
import { refusal, smallServer, type Otherwise } from '../server.ts'
import { daily, eleven, emptyDrawer, found, minuteMs, neighbourhood, row, threeRows, venueAnswer, venuesAnswer } from './answers.ts'

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 30; turn += 1) {
    await vi.advanceTimersByTimeAsync(0)
    await nextTick()
  }
}
/** Parts of the page that are chunks of their own come from the disk, which the frozen clock does not wait for. */
const { setTimeout: realTimeout } = globalThis
const until = async (there: () => boolean): Promise<void> => {
  for (let turn = 0; turn < 1000 && !there(); turn += 1) {
    await new Promise((resolve) => { realTimeout(resolve, 5) })
    await nextTick()
  }
  await settled()
}
/** What is read, whatever spaces stand between figures and characters. */
const squeezed = (text: string): string => text.replace(/\s/g, '')

let stops: (() => void)[] = []
const open = async (otherwise: Otherwise = () => undefined, setting: Parameters<typeof found>[1] = {}) => {
  const server = smallServer(neighbourhood(otherwise))
  const page = found(server.fetcher, { now: Date.now, ...setting })
  const wrapper: VueWrapper = mount(FindApp, { attachTo: document.body, global: { provide: { [findKey as symbol]: page.find } } })
  stops.push(() => {
    wrapper.unmount()
    page.stop()
  })
  await settled()
  const text = (): string => squeezed(wrapper.text())
  const button = (name: string) => wrapper.findAll('button').find((one) => squeezed(one.text()) === name || one.attributes('aria-label') === name)
  const press = async (name: string): Promise<void> => {
    const named = button(name)
    if (!named) throw new Error(`no button is called ${name}`)
    await named.trigger('click')
    await settled()
  }
  return { ...page, wrapper, server, text, button, press }
}
/** The clock goes on; timers fire. */
const pass = async (minutes: number): Promise<void> => {
  await vi.advanceTimersByTimeAsync(minutes * minuteMs + 100)
  await settled()
}

beforeEach(() => {
  vi.useFakeTimers({ now: eleven, toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] })
  vi.stubGlobal('matchMedia', (media: string) => ({ matches: false, media, addEventListener: () => {}, removeEventListener: () => {} }))
  vi.stubGlobal('scrollTo', () => {})
})
afterEach(() => {
  for (const stop of stops) stop()
  stops = []
  document.body.innerHTML = ''
  for (const name of ['data-elder', 'data-size', 'data-strong', 'data-theme']) document.documentElement.removeAttribute(name)
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('the first question', () => {
  it('is where one lives, and nothing is asked of the server before', async () => {
    const page = await open(undefined, { path: '/find' })
    expect(page.wrapper.get('h1').text()).toBe('您住哪个小区？')
    expect(page.server.asked).toEqual([])
  })
  it('is answered by an estate and a building, and remembered as home', async () => {
    const drawer = emptyDrawer()
    const page = await open(undefined, { path: '/find', drawer })
    await page.wrapper.get('#home-q').setValue('fzxc')
    await pass(0.01)
    expect(page.server.askedFor('/api/v1/homes').map(({ query }) => query.get('q'))).toEqual(['fzxc'])
    await page.wrapper.findAll('.homes button').find((one) => one.text().includes('纺织新村'))?.trigger('click')
    await settled()
    expect(page.wrapper.get('h1').text()).toBe('纺织新村哪栋楼？')
    await page.wrapper.findAll('.homes button')[1].trigger('click')
    await settled()
    expect(page.address()).toBe('/find?from=b-3')
    expect(page.text()).toContain('从家·纺织新村3号楼')
    expect(JSON.parse(drawer.held.get('linli.find') ?? '{}')).toMatchObject({ last: 0, starts: [{ role: 'home', label: '纺织新村3号楼', place: { kind: 'building', id: 'b-3' } }] })
  })
  it('says so when nothing has that name, and lets go without an answer', async () => {
    const page = await open(undefined, { path: '/find' })
    await page.wrapper.get('#home-q').setValue('xyz')
    await pass(0.01)
    expect(page.text()).toContain('没有找到“xyz”')
    await page.press('先不说，看看都有什么')
    expect(page.server.askedFor('/api/v1/venues')[0].query.has('building')).toBe(false)
    expect(page.text()).toContain('食堂1')
  })
  it('says why there is no locating over plain http', async () => {
    vi.stubGlobal('isSecureContext', false)
    const page = await open(undefined, { path: '/find' })
    await page.press('用手机定位')
    expect(page.wrapper.get('[role=alert]').text()).toContain('没有加密')
  })
  it('is not put to whoever comes by the QR of a stairwell, or has answered before', async () => {
    const drawer = emptyDrawer()
    drawer.setItem('linli.find', JSON.stringify({ starts: [{ role: 'parents', label: '纺织新村 3号楼', place: { kind: 'building', id: 'b-3' } }], last: 0 }))
    const page = await open(undefined, { path: '/find', drawer })
    expect(page.address()).toBe('/find?from=b-3')
    expect(page.text()).toContain('妈妈家·纺织新村3号楼')
    expect(page.wrapper.find('h1').classes()).toContain('unseen')
  })
})

describe('the list', () => {
  it('begins with the nearest open place that lets one in: walk, price, who, what to bring, a call', async () => {
    const page = await open()
    const card = page.wrapper.get('.first')
    expect(squeezed(card.text())).toMatch(/正在供餐.*11:40关门，还有40分钟.*食堂1.*慢走9分钟.*640米，无台阶.*60岁以上居民.*午餐12元，收现金.*老年卡或身份证/)
    expect(card.get('a.chief').attributes('href')).toBe('tel:06005600001')
    expect(page.server.askedFor('/api/v1/venues')[0].query.get('at')).toBe('2026-02-14T11:00:00+08:00')
    expect(page.wrapper.findAll('.list li').map((item) => item.get('.name').text())).toEqual(['食堂2', '食堂3'])
    expect(page.wrapper.findAll('.list li')[0].text()).toContain('只限本单位职工')
  })
  it('flips states at the right minute by itself, and then asks again', async () => {
    const page = await open()
    const state = () => squeezed(page.wrapper.get('.first .state').text())
    await pass(9)
    expect(state()).toMatch(/^正在供餐/)
    await pass(1)
    expect(state()).toMatch(/^30分钟后关门/)
    expect(page.server.askedFor('/api/v1/venues').map(({ query }) => query.get('at')?.slice(11, 16))).toEqual(['11:00', '11:05', '11:10'])
    await pass(29)
    expect(state()).toMatch(/^1分钟后关门/)
    await pass(1)
    expect(squeezed(page.wrapper.get('.first').text())).toMatch(/现在都没开，最先开的是.*今天17:00开.*食堂3/)
  })
  it('goes on flipping without a connection, keeps the last good answer and says since when', async () => {
    let down = false
    const page = await open(() => { if (down) throw new TypeError('no network') })
    down = true
    await pass(10)
    expect(page.text()).toContain('没连上，下面是11:00的结果')
    expect(page.text()).toContain('30分钟后关门')
    down = false
    await pass(1)
    expect(page.wrapper.find('.said').exists()).toBe(false)
  })
  it('shows the shape of what comes, then why there is nothing', async () => {
    const page = await open(({ path }) => (path === '/api/v1/venues' ? refusal('unknownBuilding', '没有编号为“b-3”的楼。') : undefined))
    expect(page.wrapper.get('.notice').text()).toContain('没有编号为“b-3”的楼')
    let answer: (value: { body: unknown }) => void = () => {}
    const slow = await open(({ path }) => (path === '/api/v1/venues' ? new Promise((resolve) => { answer = resolve }) : undefined))
    expect(slow.wrapper.get('.skeleton').text()).toBe('正在找身边的地方…')
    answer({ body: venuesAnswer() })
    await settled()
    expect(slow.wrapper.find('.skeleton').exists()).toBe(false)
  })
  it('tells why it is empty and offers what comes nearest', async () => {
    const page = await open(() => ({ body: venuesAnswer([], { instead: { reason: '开着的都进不去。', venue: { id: '9', name: '银杏食堂', walkMinutes: 20, stateText: '今天 17:00 开' }, without: ['open'] } }) }), { path: '/find?from=b-3&filters=open&wish=eat' })
    expect(page.text()).toMatch(/没有地方同时满足这些条件.*开着的都进不去。看看银杏食堂/)
    await page.press('清空条件')
    expect(page.address()).toBe('/find?from=b-3&wish=eat')
  })
  it('shows the next page when asked', async () => {
    const page = await open(({ path, query }) => (path === '/api/v1/venues' ? { body: query.has('cursor') ? venuesAnswer([row('8')], { total: 4 }) : venuesAnswer(threeRows(), { total: 4, next: 'c' }) } : undefined))
    await page.press('再看一些')
    expect(page.wrapper.findAll('.list .name').map((name) => name.text())).toEqual(['食堂2', '食堂3', '食堂8'])
    expect(page.button('再看一些')).toBeUndefined()
  })
  it('shows another hour than now where the link says so, and goes back', async () => {
    const page = await open(undefined, { path: '/find?from=b-3&at=2026-02-14T17:30' })
    expect(page.text()).toContain('看的是2月14日17:30的情况')
    expect(squeezed(page.wrapper.get('.first').text())).toContain('19:00关门，还有90分钟食堂3')
    await page.press('回到现在')
    expect(page.address()).toBe('/find?from=b-3')
  })
})

describe('wishes and conditions', () => {
  it('are asked for, stand in the address, and a second touch takes a wish back', async () => {
    const page = await open()
    expect(page.button('吃饭')?.attributes('aria-pressed')).toBe('true')
    await page.press('打牌跳舞')
    expect(page.address()).toBe('/find?from=b-3&wish=play')
    await page.press('打牌跳舞')
    expect(page.address()).toBe('/find?from=b-3&wish=all')
    await page.wrapper.findAll('.tick input')[0].trigger('click')
    await settled()
    expect(page.address()).toBe('/find?from=b-3&wish=all&filters=admits')
    expect(page.server.asked.slice(-1)[0].query.get('admits')).toBe('yes')
  })
  it('that would give nothing are grey, stay as they are, and tell why and what is nearest', async () => {
    const page = await open()
    const chip = page.button('理发修补')
    expect([chip?.attributes('aria-disabled'), chip?.attributes('disabled')]).toEqual(['true', undefined])
    const before = page.server.asked.length
    await page.press('理发修补')
    expect(squeezed(page.wrapper.get('.instead').text())).toMatch(/理发修补：附近没有开着的理发修补。看看便民理发/)
    expect(page.wrapper.get('.instead a').attributes('href')).toBe('/venue/9?from=b-3')
    const halal = page.wrapper.findAll('.tick')[6].get('input')
    expect(halal.attributes('aria-disabled')).toBe('true')
    await halal.trigger('click')
    await settled()
    expect(page.text()).toContain('这些地方都没有清真餐。')
    expect((halal.element as HTMLInputElement).checked).toBe(false)
    expect([page.server.asked.length, page.address()]).toEqual([before, '/find?from=b-3'])
  })
  it('find a place by its name', async () => {
    const page = await open()
    await page.press('找名字')
    await page.wrapper.get('#venue-q').setValue('sjy')
    await pass(0.01)
    expect(page.address()).toBe('/find?from=b-3&q=sjy')
    expect(page.server.asked.slice(-1)[0].query.get('q')).toBe('sjy')
    await page.press('找名字')
    expect(page.address()).toBe('/find?from=b-3')
  })
  it('the age that was told is asked with, kept here, and lets only what admits through', async () => {
    const drawer = emptyDrawer()
    const page = await open(undefined, { drawer })
    await page.press('我是谁')
    await until(() => page.wrapper.find('.who').exists())
    await page.wrapper.get('#who-age').setValue('72')
    await page.wrapper.get('#who-age').trigger('change')
    await settled()
    expect(page.address()).toBe('/find?from=b-3&filters=admits&age=72')
    expect(page.server.asked.slice(-1)[0].query.get('age')).toBe('72')
    await page.press('不住这里')
    expect(page.server.asked.slice(-1)[0].query.get('resident')).toBe('elsewhere')
    expect(JSON.parse(drawer.held.get('linli.find') ?? '{}')).toMatchObject({ who: { age: 72, lives: 'elsewhere' } })
    await page.press('全部忘掉')
    expect(page.address()).toBe('/find?from=b-3&filters=admits')
  })
})

describe('a card', () => {
  const card = async (otherwise?: Otherwise, path = '/venue/1?from=b-3&age=72', setting = {}) => {
    const page = await open(otherwise, { path, ...setting })
    await until(() => page.wrapper.find('.venue h1').exists() || page.wrapper.find('.venue [role=alert]').exists())
    return page
  }
  it('tells hours today and this week, prices by age, what is on, the way, and who looked', async () => {
    const page = await card(({ path }) => (path === '/api/v1/venues/1' ? { body: venueAnswer(row('1', { checked: { day: '2026-02-01', by: '银杏社区' }, report: { state: 'corrected', day: '2026-01-20' } })) } : undefined))
    const text = page.text()
    for (const part of ['食堂1', '今天2月14日调休上班日', '午餐10:30–11:40（11:30停止入场）', '春节假期不开放', '70岁以上', '8元', '红烧豆腐', '量血压', '在一楼', '慢走9分钟，一般人6分钟', '路上没有台阶', '纺织大道68号', '2026年2月1日由银杏社区核实', '2026年1月20日有人反映过，已改正']) expect(text).toContain(part)
    expect(page.wrapper.findAll('.week tbody tr')).toHaveLength(7)
    expect(page.wrapper.findAll('.maps a').map((link) => [link.text(), link.attributes('href')?.slice(0, 20), link.attributes('rel')])).toEqual([['高德地图', 'https://uri.amap.com', 'noopener noreferrer'], ['百度地图', 'https://api.map.baid', 'noopener noreferrer'], ['腾讯地图', 'https://apis.map.qq.', 'noopener noreferrer']])
    expect(page.wrapper.get('.prices .mine').text()).toContain('您')
  })
  it('never guesses hours: what was published and not understood is shown as it is', async () => {
    const unread = row('1', { rule: null, state: 'unknown', stateText: '时间未知，请先致电' })
    const page = await card(({ path }) => (path === '/api/v1/venues/1' ? { body: venueAnswer(unread, { hours: '看天气' }) } : undefined))
    expect(page.text()).toContain('登记的时间看不懂，没有猜：看天气')
    expect(page.wrapper.find('.week').exists()).toBe(false)
    expect(page.wrapper.get('.venue .state').classes()).toContain('unknown')
  })
  it('opens from the list with what is known at once, and gives the focus back', async () => {
    const page = await open()
    await page.wrapper.findAll('.list a')[0].trigger('click')
    await until(() => page.wrapper.find('.venue h1').exists())
    expect(page.address()).toBe('/venue/2?from=b-3')
    expect(page.wrapper.get('.venue h1').text()).toBe('食堂2')
    expect(document.title).toBe('食堂2 · 邻里一张图')
    await page.press('返回列表')
    expect(page.address()).toBe('/find?from=b-3')
    expect(document.activeElement?.id).toBe('venue-2')
  })
  it('leaves a touch with Ctrl to the browser', async () => {
    const page = await open()
    await page.wrapper.findAll('.list a')[0].trigger('click', { ctrlKey: true })
    expect(page.address()).toBe('/find?from=b-3')
  })
  it('says so when the place is not there', async () => {
    expect((await card(undefined, '/venue/nowhere?from=b-3')).text()).toContain('没有“nowhere”。')
  })
  it('takes a report by ticks, without a name, and shows what became of it', async () => {
    const page = await card()
    await page.press('信息纠错')
    await until(() => page.wrapper.find('form.report').exists())
    await page.wrapper.get('form.report').trigger('submit')
    expect(page.wrapper.get('form.report [role=alert]').text()).toBe('请先勾选哪里不对。')
    for (const at of [0, 3]) await page.wrapper.findAll('form.report input')[at].setValue(true)
    await page.wrapper.get('#report-note').setValue(' 电话是空号 ')
    await page.wrapper.get('form.report').trigger('submit')
    await settled()
    expect(page.server.askedFor('/api/v1/venues/1/reports').map(({ method, body }) => [method, body])).toEqual([['POST', { fields: ['hours', 'phone'], note: '电话是空号' }]])
    expect(page.text()).toContain('2026年2月14日已有人反映，核实中')
    expect(page.wrapper.find('form.report').exists()).toBe(false)
  })
  it('keeps what was ticked when a report could not be sent', async () => {
    const page = await card(({ path }) => (path.endsWith('/reports') ? refusal('tooManyRequests', '太频繁了，请一分钟后再试。', 429) : undefined))
    await page.press('信息纠错')
    await until(() => page.wrapper.find('form.report').exists())
    await page.wrapper.findAll('form.report input')[1].setValue(true)
    await page.wrapper.get('form.report').trigger('submit')
    await settled()
    expect(page.wrapper.get('form.report [role=alert]').text()).toContain('请一分钟后再试')
    expect((page.wrapper.findAll('form.report input')[1].element as HTMLInputElement).checked).toBe(true)
  })
})

describe('how it is shown', () => {
  it('is large for elders at a touch, told of once, kept, and taken back', async () => {
    const drawer = emptyDrawer()
    const page = await open(undefined, { drawer })
    expect(page.text()).toContain('字太小？')
    await page.press('换成长辈版')
    expect(['data-elder', 'data-size'].map((name) => document.documentElement.getAttribute(name))).toEqual(['', '22'])
    expect(page.text()).not.toContain('字太小？')
    expect(page.button('打牌跳舞')).toBeDefined()
    const again = await open(undefined, { drawer })
    expect(document.documentElement.getAttribute('data-elder')).toBe('')
    await again.press('普通版')
    expect(document.documentElement.getAttribute('data-elder')).toBe(null)
  })
  it('changes letters, colours and contrast', async () => {
    const page = await open()
    await page.press('显示')
    await until(() => page.wrapper.find('.show').exists())
    await page.press('深色')
    await page.press('高对比')
    expect(['data-theme', 'data-strong'].map((name) => document.documentElement.getAttribute(name))).toEqual(['dark', ''])
  })
  it('speaks English when asked, and asks the server for it', async () => {
    const page = await open()
    await page.press('显示')
    await until(() => page.wrapper.find('.show').exists())
    await page.button('English')?.trigger('click')
    await until(() => page.text().includes('Stafflog-in'))
    expect([document.documentElement.lang, page.server.asked.slice(-1)[0].lang]).toEqual(['en', 'en'])
    expect(page.text()).toContain('Slowwalk')
  })
  it('reads aloud with a voice of the device only', async () => {
    const spoken: string[] = []
    const voices = [{ lang: 'zh-CN', localService: false }]
    vi.stubGlobal('speechSynthesis', { getVoices: () => voices, speak: (said: { text: string }) => spoken.push(said.text), cancel: () => {}, addEventListener: () => {}, removeEventListener: () => {} })
    vi.stubGlobal('SpeechSynthesisUtterance', class { text: string; constructor(text: string) { this.text = text } addEventListener(): void {} })
    const drawer = emptyDrawer()
    drawer.setItem('linli.find', JSON.stringify({ display: { elder: true, hinted: true } }))
    expect((await open(undefined, { drawer })).button('朗读')).toBeUndefined()
    voices.push({ lang: 'zh-CN', localService: true })
    const page = await open(undefined, { drawer })
    await page.press('朗读')
    expect(spoken[0].split('\n').map(squeezed).slice(0, 4)).toEqual(['食堂1', '正在供餐', '11:40关门，还有40分钟', '慢走9分钟'])
  })
  it('names the state by shape and word as well as by colour', async () => {
    const page = await open(() => ({ body: venuesAnswer([
      row('1'), row('2', { rule: daily(600, 675) }), row('3', { rule: daily(1020, 1080) }), row('4', { rule: null }), row('5', { suspensions: [{ from: '2026-02-13T00:00:00+08:00', until: null, reason: '停水' }] }),
    ]) }))
    const marks = page.wrapper.findAll('.state').map((state) => [state.get('svg').classes().slice(-1)[0], squeezed(state.get('.word').text())])
    expect(marks).toEqual([['open', '正在供餐'], ['soon', '15分钟后关门'], ['closed', '今天17:00开'], ['unknown', '时间未知，请先致电'], ['barred', '暂停开放：停水，恢复时间未定']])
  })
})
