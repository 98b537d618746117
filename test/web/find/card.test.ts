// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest'
import { refusal, type Otherwise } from '../server.ts'
import { daily, emptyDrawer, row, venueAnswer, venuesAnswer } from './answers.ts'
import { eachAtEleven, open, settled, squeezed, until } from './opened.ts'

eachAtEleven()

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
    await page.wrapper.get('.first h2 a').trigger('click')
    await until(() => page.wrapper.find('.venue h1').exists())
    await page.press('返回列表')
    expect([document.activeElement?.id, document.activeElement?.textContent]).toEqual(['venue-1', '食堂1'])
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
    expect(document.activeElement?.className).toContain('reported')
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
    // Without its label it says itself what it is about.
    expect(page.wrapper.findAll('.first dd').map((fact) => fact.text())).toContain('带老年卡或身份证')
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
    const lines = spoken[0].split('\n').map(squeezed)
    expect([...lines.slice(0, 4), ...lines.slice(-1)]).toEqual(['食堂1', '正在供餐', '11:40关门，还有40分钟', '慢走9分钟', '带老年卡或身份证'])
  })
  it('names the state by shape and word as well as by colour', async () => {
    const page = await open(() => ({ body: venuesAnswer([
      row('1'), row('2', { rule: daily(600, 675) }), row('3', { rule: daily(1020, 1080) }), row('4', { rule: null }), row('5', { suspensions: [{ from: '2026-02-13T00:00:00+08:00', until: null, reason: '停水' }] }),
    ]) }))
    const marks = page.wrapper.findAll('.state').map((state) => [state.get('svg').classes().slice(-1)[0], squeezed(state.get('.word').text())])
    expect(marks).toEqual([['open', '正在供餐'], ['soon', '15分钟后关门'], ['closed', '今天17:00开'], ['unknown', '时间未知，请先致电'], ['barred', '暂停开放：停水，恢复时间未定']])
  })
})
