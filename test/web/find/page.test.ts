// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest'
import { metaAnswer } from '../answers.ts'
import { refusal } from '../server.ts'
import { daily, emptyDrawer, row, threeRows, venuesAnswer } from './answers.ts'
import { eachAtEleven, open, pass, settled, squeezed, until } from './opened.ts'

eachAtEleven()

describe('the first question', () => {
  it('is where one lives, and nothing but what the server is is asked before', async () => {
    const page = await open(undefined, { path: '/find' })
    expect(page.wrapper.get('h1').text()).toBe('您住哪个小区？')
    expect(page.server.asked.map(({ path }) => path).filter((path) => path !== '/api/v1/site' && path !== '/api/v1/meta')).toEqual([])
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
  it('is answered by an address too, which is a spot and says whose number it is', async () => {
    const drawer = emptyDrawer()
    const address = { kind: 'address', id: '望江路 12', name: '望江路 12号', communityName: '银杏社区', position: [112.59, 30.4], buildings: null, about: '银杏食堂的门牌' }
    const page = await open((ask) => (ask.path === '/api/v1/homes' ? { body: { homes: [address] } } : undefined), { path: '/find', drawer })
    await page.wrapper.get('#home-q').setValue('wangjianglu 12')
    await pass(0.01)
    const choice = page.wrapper.get('.homes button')
    expect(squeezed(choice.text())).toBe('望江路12号银杏社区·银杏食堂的门牌')
    await choice.trigger('click')
    await settled()
    expect(page.server.askedFor('/api/v1/venues').at(0)?.query.get('near')).toBe('112.59,30.4')
    expect(JSON.parse(drawer.held.get('linli.find') ?? '{}')).toMatchObject({ last: 0, starts: [{ role: 'home', label: '望江路 12号', place: { kind: 'point', position: [112.59, 30.4] } }] })
  })
  it('Enter takes the only one that was found, and none of several', async () => {
    const only = { kind: 'building', id: 'b-9', name: '甲9号楼', communityName: '纺织社区', position: [112.59, 30.4], buildings: null }
    const page = await open(({ path, query }) => (path === '/api/v1/homes' && query.get('q') === 'jia9' ? { body: { homes: [only] } } : undefined), { path: '/find' })
    const enter = async (text: string): Promise<void> => {
      await page.wrapper.get('#home-q').setValue(text)
      await page.wrapper.get('.question form').trigger('submit')
      await pass(0.01)
    }
    await enter('fzxc')
    expect([page.address(), page.wrapper.findAll('.homes li').length]).toEqual(['/find', 2])
    await enter('jia9')
    expect(page.address()).toBe('/find?from=b-9')
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
    expect(squeezed(page.wrapper.get('.first').text())).toMatch(/^吃饭：近处没有查到现在开着的，最先开的是.*今天17:00开.*食堂3/)
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
  it('says before the list that the days off of a year are not known', async () => {
    const missing = venuesAnswer(undefined, { day: { day: '2027-01-02', type: 'rest', name: '', calendarMissing: true } })
    const page = await open(({ path }) => (path === '/api/v1/venues' ? { body: missing } : undefined))
    expect(squeezed(page.wrapper.get('.notice').text())).toBe('2027年的放假安排还没公布，节假日前请先打电话。')
    expect((await open()).wrapper.get('.notice').text()).toBe('')
  })
  it('shows the shape of what comes, then why there is nothing', async () => {
    const page = await open(({ path }) => (path === '/api/v1/venues' ? refusal('badParameter', '参数 age 不对。') : undefined))
    expect(squeezed(page.wrapper.get('.notice').text())).toContain('参数age不对')
    let answer: (value: { body: unknown }) => void = () => {}
    const slow = await open(({ path }) => (path === '/api/v1/venues' ? new Promise((resolve) => { answer = resolve }) : undefined))
    expect(slow.wrapper.get('.skeleton').text()).toBe('正在找身边的地方…')
    answer({ body: venuesAnswer() })
    await settled()
    expect(slow.wrapper.find('.skeleton').exists()).toBe(false)
  })
  it('asks anew where a code leads to a house that is gone, and forgets that house', async () => {
    const drawer = emptyDrawer()
    drawer.setItem('linli.find', JSON.stringify({ starts: [{ role: 'home', label: '老楼', place: { kind: 'building', id: 'b-3' } }], last: 0 }))
    const page = await open(({ path }) => (path === '/api/v1/venues' ? refusal('unknownBuilding', '没有编号为“b-3”的楼。') : undefined), { drawer })
    expect(page.address()).toBe('/find')
    expect(page.wrapper.get('[role=alert]').text()).toContain('已经查不到了，请重新选一下')
    expect(page.text()).toContain('您住哪个小区？')
    expect(JSON.parse(drawer.getItem('linli.find') ?? '')).toMatchObject({ starts: [], last: null })
  })
  it('begins the next visit at the house whose code was scanned, for who has said nothing else', async () => {
    const drawer = emptyDrawer()
    await open(undefined, { drawer })
    const again = await open(undefined, { path: '/find', drawer })
    expect(again.address()).toBe('/find?from=b-3')
    // Who has a home keeps it.
    const settledDown = emptyDrawer()
    settledDown.setItem('linli.find', JSON.stringify({ starts: [{ role: 'home', label: '家里', place: { kind: 'building', id: 'b-9' } }], last: 0 }))
    await open(undefined, { drawer: settledDown })
    expect(JSON.parse(settledDown.getItem('linli.find') ?? '')).toMatchObject({ starts: [{ place: { id: 'b-9' } }] })
  })
  it('says how far away one is, and that unknown hours are not shut', async () => {
    const far = await open(({ path }) => (path === '/api/v1/venues' ? { body: venuesAnswer(threeRows(), { origin: { kind: 'point', id: null, label: '', position: [116.4, 39.9], community: null, communityName: null, connected: false }, first: null }) } : undefined), { path: '/find?near=116.4,39.9' })
    expect(far.text()).toMatch(/您现在的位置不在这一带，离最近的地方约\d+公里/)
    const unsaid = await open(({ path }) => (path === '/api/v1/venues' ? { body: venuesAnswer([{ ...row('7'), rule: null, state: 'unknown', stateText: '时间未知', nextChange: null }], { first: null }) } : undefined))
    expect(unsaid.text()).toContain('近处的地方都没有登记开门时间，去之前先问一问')
    expect(unsaid.text()).not.toContain('没有开的')
  })
  it('stays with the canteen that serves when the time for meals is over, until it shuts', async () => {
    // Half past ten to half past one; the time for meals ends at one.
    const canteen = row('1', { rule: daily(630, 810) }), shutAt = '2026-02-14T13:30:00+08:00'
    const page = await open(({ path, query }) => (path === '/api/v1/venues' ? { body: venuesAnswer([canteen], { first: (query.get('at') ?? '') < shutAt && query.get('wish') === 'eat' ? { wish: 'eat', venue: canteen } : null }) } : undefined))
    const asked = (): (string | null)[] => page.server.askedFor('/api/v1/venues').map(({ query }) => query.get('wish'))
    await pass(125)
    expect(asked().length).toBeGreaterThan(20)
    expect(new Set(asked())).toEqual(new Set(['eat']))
    await pass(40)
    expect(asked()).toContain('play')
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
    expect(document.activeElement?.id).toBe('venue-q')
    await page.wrapper.get('#venue-q').setValue('sjy')
    await pass(0.01)
    expect(page.address()).toBe('/find?from=b-3&q=sjy')
    expect(page.server.asked.slice(-1)[0].query.get('q')).toBe('sjy')
    await page.press('找名字')
    expect(page.address()).toBe('/find?from=b-3')
  })
  it('Enter opens what comes first of what was written, as soon as the answer is here', async () => {
    const page = await open(({ path, query }) => (path === '/api/v1/venues' && query.has('q') ? { body: venuesAnswer(query.get('q') === 'xyz' ? [] : [row('3')], { first: null }) } : undefined))
    await page.press('找名字')
    await page.wrapper.get('#venue-q').setValue('xyz')
    await page.wrapper.get('.tools form').trigger('submit')
    await settled()
    expect(page.address()).toBe('/find?from=b-3&q=xyz')
    await page.wrapper.get('#venue-q').setValue('sjy')
    await page.wrapper.get('.tools form').trigger('submit')
    await settled()
    expect(page.address()).toBe('/venue/3?from=b-3&q=sjy')
    await until(() => page.button('返回列表') !== undefined)
    await page.press('返回列表')
    // The answer is here already.
    await page.wrapper.get('.tools form').trigger('submit')
    await settled()
    expect(page.address()).toBe('/venue/3?from=b-3&q=sjy')
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

describe('the list on another site', () => {
  const shownIn = async (path: string) => {
    const staff = row('staff', { name: '单位食堂', admits: 'ask', admitsText: '只限本单位职工' }), all = row('all', { name: '面馆', admits: 'yes', admitsText: '谁都能去' })
    const page = await open((ask) => (ask.path === '/api/v1/venues' ? { body: venuesAnswer([staff, all]) } : ask.path === '/api/v1/meta' ? { body: metaAnswer({ name: '柳浦区' }) } : undefined), { path })
    await until(() => page.wrapper.find('.embed .name').exists())
    return page
  }
  it('puts what is for everybody first and says who may come to the others', async () => {
    const page = await shownIn('/embed?area=990101001')
    expect(page.wrapper.findAll('.embed li').map((item) => [item.get('.name').text(), item.find('.who').exists() ? item.get('.who').text() : ''])).toEqual([['面馆', ''], ['单位食堂', '只限本单位职工']])
    expect(page.wrapper.get('.embed h1').text()).toBe('附近去处')
  })
  it('of the whole city is called by its name: nothing is near by', async () => {
    expect((await shownIn('/embed')).wrapper.get('.embed h1').text()).toBe('柳浦区能去的地方')
    expect((await shownIn('/embed?wish=eat')).wrapper.get('.embed h1').text()).toBe('吃饭 · 柳浦区')
  })
})

describe('the paper for a stairwell', () => {
  it('tells the street address of each place that has one, and goes without where its card does not come', async () => {
    const page = await open(({ path }) => (path === '/api/v1/venues' ? { body: venuesAnswer([row('1'), row('3', { category: 'clinic', name: '卫生站' }), row('9', { category: 'kindergarten', name: '幼儿园', walkMinutes: 1 })]) } : path === '/api/v1/venues/3' ? refusal('internal', '坏了', 500) : undefined), { path: '/find/sheet?from=b-3' })
    await until(() => page.text().includes('纺织大道68号'))
    expect(page.wrapper.findAll('.paper li').map((item) => [item.get('h2').text().slice(0, 3), squeezed(item.get('.who').text())])).toEqual([['食堂1', '纺织大道68号·午餐12元'], ['卫生站', '午餐12元']])
  })
})
