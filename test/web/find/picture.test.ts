// @vitest-environment happy-dom
import * as fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test, vi } from 'vitest'
import { findEn } from '../../../web/text/find.en.ts'
import { findZh } from '../../../web/text/find.zh.ts'
import { findShareWords } from '../../../web/text/findShare.ts'
import { sayIn } from '../../../web/text/saying.ts'
import { isWeChat } from '../../../web/find/browser.ts'
import { paceOf } from '../../../web/find/pace.ts'
import { allowedHere } from '../../../web/find/offline/connection.ts'
import { factsOfPicture, wordsOfPicture, type PictureSetting } from '../../../web/find/share/picture/facts.ts'
import { laidOut, pictureWidth, smallestLetters, type MeasureText, type Text } from '../../../web/find/share/picture/layout.ts'
import { wrapped } from '../../../web/find/share/picture/wrap.ts'
import { calendarIn, placeAt } from '../../../web/find/standing.ts'
import { metaAnswer } from '../answers.ts'
import { eleven, row, venueAnswer, type VenueAnswer } from './answers.ts'
import { eachAtEleven, open, squeezed, until } from './opened.ts'

/** A Chinese character is as wide as it is high, others a little more than half. */
const widthOf = (text: string): number => Array.from(text).reduce((sum, sign) => sum + (/[⺀-￯]/u.test(sign) ? 1 : /\s/.test(sign) ? 0.25 : 0.56), 0)
const measure: MeasureText = (text, size) => widthOf(text) * size
const link = 'https://linli.example/venue/1?from=b-3'
const setting = (answer: VenueAnswer = venueAnswer(), other: Partial<PictureSetting> = {}): PictureSetting => ({
  place: placeAt(answer.venue, eleven, calendarIn(answer.holidays), 'zh'), answer, at: eleven, fixed: false, start: '纺织新村 3号楼', pace: 'slow', link, coded: true, attribution: '© OpenStreetMap contributors', lang: 'zh',
  say: sayIn(findZh, 'zh'), sayShare: sayIn(findShareWords.zh, 'zh'), ...other,
})
const factsWith = (answer?: VenueAnswer, other?: Partial<PictureSetting>) => factsOfPicture(setting(answer, other))
const textsOf = (facts: ReturnType<typeof factsOfPicture>): readonly Text[] => laidOut(facts, measure).drawn.filter((one): one is Text => one.kind === 'text')

describe('lines of Chinese', () => {
  const lines = (text: string, signs: number): readonly string[] => wrapped(text, signs, widthOf)
  test.each([
    ['银杏社区第二食堂', 4, ['银杏社区', '第二食堂']],
    ['要先约好，请先打电话', 4, ['要先约', '好，请先', '打电话']],
    ['午餐 10:30–13:30 开门', 7, ['午餐', '10:30–13:30', '开门']],
  ])('%s in %i signs', (text, signs, expected) => {
    expect(lines(text, signs)).toEqual(expected)
  })
  it('keep a figure with what it counts and a mark with what it belongs to', () => {
    expect(lines('午餐要十二三元加 12 元', 9)).toEqual(['午餐要十二三元加', '12 元'])
    expect(lines('谁都可以（本社区居民）去', 5)).toEqual(['谁都可以', '（本社区居', '民）去'])
    expect(lines('一二三四五“六七”', 6)).toEqual(['一二三四五', '“六七”'])
  })
  it('break a word only where it is wider than the line', () => {
    expect(lines('Supercalifragilistic', 4).length).toBeGreaterThan(1)
    expect(lines('open until 17:30 today', 6)).toEqual(['open until', '17:30 today'])
  })
  it('lose nothing, are never too wide, and never begin with a comma', () => {
    const sign = fc.constantFrom(...'一二三四，。、（）“”：；12:30–abc 元分钟岁·/%')
    fc.assert(fc.property(fc.array(sign, { maxLength: 80 }).map((signs) => signs.join('')), fc.integer({ min: 6, max: 20 }), (text, width) => {
      const found = wrapped(text, width, widthOf)
      expect(squeezed(found.join(''))).toBe(squeezed(text))
      for (const line of found) expect(widthOf(line), line).toBeLessThanOrEqual(width)
      // A run of marks longer than the line has to be broken somewhere.
      if (!/[，。、）”：；·%\s–/]{3}/.test(text)) for (const line of found.slice(1)) expect(line).not.toMatch(/^[，。、：；）]/)
    }), { seed: 20261122, numRuns: 400 })
  })
})

describe('the picture of a card', () => {
  it('says what the card says, with the instant it was made', () => {
    const said = squeezed(wordsOfPicture(factsWith()))
    for (const part of ['示意数据', '正在供餐', '11:40关门，还有40分钟', '2月14日11:00查', '食堂1', '社区食堂·银杏社区', '慢走9分钟，一般人6分钟', '从纺织新村3号楼出发，640米，路上没有台阶', '今天:周六2月14日调休上班日', '午餐10:30–11:40（11:30停止入场）', '春节假期不开放',
      '谁能去:60岁以上居民', '午餐70岁以上8元', '午餐60至69岁12元', '怎么付:现金', '带什么:老年卡或身份证', '预约:不用预约', '没有台阶', '地址:纺织大道68号', '电话:0600-5600001', '来源：示意数据', '数据截至2026年6月30日', '©OpenStreetMapcontributors']) expect(said).toContain(part)
  })
  it('says the hours of a week in lines, not day by day: what is alike together, what is out of the ordinary with its dates', () => {
    const plain = (day: number, hours: string | null) => ({ day: `2026-03-0${day}`, type: 'workday' as const, name: '', closed: hours === null ? '不开放' : '', unknown: false, sessions: hours === null ? [] : [{ from: hours, to: '17:00', nextDay: false, lastEntry: null, byAppointment: false, name: '' }] })
    const week = [plain(2, '9:00'), plain(3, '9:00'), plain(4, '9:00'), plain(5, null), plain(6, '9:00'), plain(7, null), plain(8, null)]
    const rowsOf = (answer: VenueAnswer) => new Map(factsWith(answer).rows.map(({ label, lines }) => [label, lines.map(squeezed)]))
    expect(rowsOf(venueAnswer(row('1'), { week })).get('这一周')).toEqual(['周二、周三、周五：9:00–17:00', '周四、周六、周日：不开放'])
    expect(rowsOf(venueAnswer()).get('这一周')).toEqual(['周日2月15日至周一2月16日春节：午餐10:30–11:40', '周二2月17日：春节假期不开放', '周三2月18日至周五2月20日春节：午餐10:30–11:40'])
    const even = rowsOf(venueAnswer(row('1'), { week: week.map((day) => ({ ...day, ...plain(2, '9:00'), day: day.day })), hoursText: '每天 9:00-17:00' }))
    expect([even.has('这一周'), even.get('平时')]).toEqual([false, ['每天9:00-17:00']])
  })
  it('never guesses: unknown hours, no telephone, no price', () => {
    const said = squeezed(wordsOfPicture(factsWith(venueAnswer(row('1', { rule: null, phone: null, priceText: '', yuan: null }), { hours: '看天气', prices: [] }))))
    for (const part of ['时间未知，请先致电', '登记的时间看不懂，没有猜：看天气', '没有登记电话', '价格没登记']) expect(said).toContain(part)
  })
  it('says nothing of the start where it does not go along, nor whose price it is', () => {
    const said = squeezed(wordsOfPicture(factsWith(undefined, { start: null })))
    for (const part of ['纺织新村', '慢走', '640米']) expect(said).not.toContain(part)
    expect(said).not.toContain('您')
  })
  it('names the hour of a link, and leads with the minutes of who asks', () => {
    const said = squeezed(wordsOfPicture(factsWith(undefined, { fixed: true, pace: 'adult' })))
    expect([said.includes('2月14日11:00的情况'), said.includes('当天:周六'), said.includes('步行6分钟，慢走9分钟'), said.includes('11:00查')]).toEqual([true, true, true, false])
  })

  const long = venueAnswer(row('1', { name: '清晏（集团）广告传媒装饰股份有限公司第三职工食堂及党群活动中心二楼图书阅览室', admitsText: '本社区六十岁以上老人、残疾人、环卫工人、快递员和外卖员都能去，其他居民要先约好，请先打电话', bring: '身份证，门卫登记；没带的请打电话叫人下楼来接', phone: '0600-5600001 转 8001' }), { address: '纺织大道 68 号院内东侧第二排平房从南往北数第三个门（门口有棵大槐树，旁边是自行车棚）' })
  test.each([['a usual card', factsWith()], ['a card with long texts', factsWith(long)], ['a card in English', factsWith(long, { lang: 'en', say: sayIn(findEn, 'en'), sayShare: sayIn(findShareWords.en, 'en') })], ['a card without a code', factsWith(long, { coded: false, start: null })]])('%s: all of it is there, large enough, within the picture, and nothing lies over anything', (_name, facts) => {
    const { width, height, drawn } = laidOut(facts, measure)
    const texts = textsOf(facts)
    expect(width).toBe(pictureWidth)
    // What is drawn is what is said to who does not see it.
    const signs = (text: string): string => [...squeezed(text).replace(/[:;]/g, '')].sort().join('')
    expect(signs(texts.map(({ text }) => text).join(''))).toBe(signs(wordsOfPicture(facts)))
    for (const { text, x, y, size, weight } of texts) {
      expect(size, text).toBeGreaterThanOrEqual(smallestLetters)
      expect([x >= 40, x + measure(text, size, weight) <= width - 40, y - size > 0, y + size * 0.2 <= height - 20], text).toEqual([true, true, true, true])
    }
    const boxes = [...texts.map(({ x, y, size, weight, text }) => ({ text, left: x, right: x + measure(text, size, weight), top: y - size * 0.88, bottom: y + size * 0.12 })), ...drawn.flatMap((one) => (one.kind === 'code' || one.kind === 'state' ? [{ text: one.kind, left: one.x, right: one.x + one.side, top: one.y, bottom: one.y + one.side }] : []))]
    const over = boxes.flatMap((one, at) => boxes.slice(at + 1).filter((other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom).map((other) => `${one.text} / ${other.text}`))
    expect(over).toEqual([])
    expect(drawn.filter(({ kind }) => kind === 'code')).toHaveLength(facts.qr ? 1 : 0)
    expect(drawn.filter(({ kind }) => kind === 'state')).toHaveLength(1)
  })
})

describe('icons for installing', () => {
  const web = join(import.meta.dirname, '../../../web/')
  const manifest = JSON.parse(readFileSync(`${web}find/find.webmanifest`, 'utf8')) as { icons: { src: string; sizes: string; type: string; purpose: string }[] }
  const linked = [...readFileSync(`${web}find.html`, 'utf8').matchAll(/<link rel="(?:apple-touch-)?icon"[^>]*href="([^"]+)"/g)].map((match) => match[1])
  it('are all there, of the sizes they are said to be', () => {
    expect(linked).toEqual(['/icons/find.svg', '/icons/find-apple-180.png'])
    for (const { src, sizes, type } of [...manifest.icons, { src: linked[1], sizes: '180x180', type: 'image/png' }]) {
      const file = readFileSync(`${web}public${src}`)
      if (type === 'image/svg+xml') expect(file.toString('utf8'), src).toMatch(/^<svg [^>]*viewBox/)
      else expect([file.toString('latin1', 1, 4), `${file.readUInt32BE(16)}x${file.readUInt32BE(20)}`], src).toEqual(['PNG', sizes])
    }
  })
  it('are what telephones ask for: small, large, one that may be cut round', () => {
    expect(manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual(expect.arrayContaining(['192x192 any', '512x512 any', '512x512 maskable']))
  })
})

describe('whose minutes lead', () => {
  test.each([[null, null, 'slow'], [null, 'couriers', 'adult'], [null, 'staff', 'adult'], [40, null, 'adult'], [59, null, 'adult'], [60, null, 'slow'], [72, 'couriers', 'slow'], [10, null, 'slow'], [40, 'disabled', 'slow'], [null, 'disabled', 'slow'], [null, 'retired', 'slow']] as const)('at %s as %s: %s', (age, audience, pace) => {
    expect(paceOf({ age, audience })).toBe(pace)
  })
})

describe('inside WeChat', () => {
  const wechat = 'Mozilla/5.0 (Linux; Android 10) AppleWebKit/537.36 Chrome/87.0.4280.141 Mobile Safari/537.36 MicroMessenger/8.0.16.2040(0x2800103D)'
  it('is known by its name, and keeps nothing', () => {
    expect([isWeChat(wechat), isWeChat(wechat.replace(/ Micro.*/, ''))]).toEqual([true, false])
    expect([wechat, 'Mozilla/5.0'].map((userAgent) => allowedHere({ isSecureContext: true, navigator: { serviceWorker: {}, userAgent } }))).toEqual(['without', 'all'])
  })
})

describe('on the page', () => {
  eachAtEleven()
  const card = async (path: string) => {
    const page = await open(({ path: asked }) => (asked === '/api/v1/venues/1' ? { body: venueAnswer(row('1', { phone: null })) } : undefined), { path })
    await until(() => page.wrapper.find('.venue .week').exists())
    return page
  }
  it('a card has a way to share it, and says in the place of the call that there is no telephone', async () => {
    const page = await card('/venue/1?from=b-3')
    expect(page.wrapper.get('.venue .acts .none').text()).toBe('没有登记电话')
    expect(page.wrapper.find('.venue .acts a').exists()).toBe(false)
    await page.press('分享')
    await until(() => page.wrapper.find('.share').exists())
    expect(squeezed(page.wrapper.get('.share').text())).toContain('做成图片发给家人')
    // A machine that cannot draw says so.
    await page.press('做成图片发给家人')
    await until(() => page.wrapper.find('.picture .wait').exists() && page.text().includes('没画成图片'))
    expect(page.text()).toContain('这个浏览器没画成图片。请发链接。')
  })
  const about = (site: object) => ({ path }: { path: string }) => (path === '/api/v1/site' ? { body: { publicUrl: null, outlines: true, embedders: [], staff: true, exported: null, ...site } } : path === '/api/v1/meta' ? { body: { ...metaAnswer(), attribution: '© OpenStreetMap contributors' } } : undefined)
  it('the foot of the list names whom the data are owed to, what they are, and where the staff log in', async () => {
    const page = await open(about({}))
    await until(() => page.wrapper.find('.foot .staff').exists())
    const foot = squeezed(page.wrapper.get('.foot').text())
    for (const part of ['示意数据', '数据截至2026年6月30日', '©OpenStreetMapcontributors', '工作人员登录']) expect(foot).toContain(part)
  })
  it('a server for the public alone has no log-in, and says when it was given what it shows', async () => {
    const page = await open(about({ staff: false, exported: '2026-11-21T17:00:00.000Z' }))
    await until(() => page.text().includes('OpenStreetMap'))
    // 17:00 in Greenwich is the next day here.
    expect(page.text()).toContain('本页内容2026年11月22日更新')
    expect(page.wrapper.find('a[href="/plan"]').exists()).toBe(false)
  })
  it('who delivers sees the minutes of a grown-up first, in the list and on the card', async () => {
    const page = await open(undefined, { path: '/find?from=b-3&as=couriers&wish=eat' })
    expect(squeezed(page.wrapper.get('.first .walk').text())).toContain('步行6分钟')
    expect(squeezed(page.wrapper.get('.list .walk').text())).toContain('步行6分钟')
    const other = await card('/venue/1?from=b-3&as=couriers')
    expect(other.text()).toContain('步行6分钟，慢走9分钟。')
  })
  it('WeChat is given the picture at once, to press long', async () => {
    vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue('Mozilla/5.0 MicroMessenger/8.0.16')
    const page = await card('/venue/1?from=b-3')
    await page.press('分享')
    await until(() => page.wrapper.find('.picture').exists())
    expect(page.button('做成图片发给家人')).toBeUndefined()
  })
})
