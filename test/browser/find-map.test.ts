import { expect, test, type Page } from '@playwright/test'
import { sharedNote, sharedPresent } from '../tools/shared.ts'
import { clean, homeOf, hours, openFind } from './find-page.ts'
import { demoAddress, foreignRequests, mapDrawn, realAddress } from './plan-page.ts'
import { relay } from './relay.ts'

/** What surrounds the finder's list: the map, the link that is passed on, the page for the stairwell, and no connection. */

const wide = { width: 1366, height: 768 }
let building = ''
test.beforeAll(async () => { building = (await homeOf('纺织新村 3号楼')).id })

const names = (page: Page): Promise<string[]> => page.locator('.list .name').allTextContents()
const listed = (page: Page) => expect(page.locator('.list .name').first()).toBeVisible()

test('a link that is passed on opens the same list elsewhere', async ({ browser }) => {
  const page = await openFind(browser, `/find?from=${building}&wish=eat`)
  await listed(page)
  await page.getByRole('checkbox', { name: /没台阶/ }).check()
  await expect(page).toHaveURL(/filters=/)
  await page.waitForLoadState('networkidle')
  await page.getByRole('button', { name: '分享' }).click()
  await expect(page.getByRole('img', { name: /二维码/ })).toBeVisible()
  await page.getByRole('checkbox', { name: /固定在这个时间/ }).check()
  const link = await page.getByRole('textbox', { name: '链接' }).inputValue()
  await clean(page, 'the link that is passed on')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: '复制链接' }).click()
  await expect(page.getByText('已复制')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link)
  await page.keyboard.press('Escape')
  const here = await names(page)

  // Elsewhere it is night, and nobody was here before.
  const other = await openFind(browser, link.slice(demoAddress().length), { at: hours.evening })
  await listed(other)
  expect(await names(other)).toEqual(here)
  await expect(other.getByRole('checkbox', { name: /没台阶/ })).toBeChecked()
  await Promise.all([page.context().close(), other.context().close()])
})

test('without a connection the page opens again, says how old it is, and its filters and cards work', async ({ browser }) => {
  const way = await relay(demoAddress())
  const page = await openFind(browser, `/find?from=${building}&wish=eat`, { base: way.address, workers: true })
  await listed(page)
  const here = await names(page)
  // The keeper has the page, the list of everything from here, and the cards of the next places.
  const kept = (): Promise<number> => page.evaluate(async () => (await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).length))).reduce((sum, count) => sum + count, 0))
  await expect.poll(() => page.evaluate(async () => (await (await caches.open('linli-find-answers-1')).keys()).length)).toBeGreaterThan(8)
  expect(await kept()).toBeGreaterThan(15)
  await way.close()

  await page.reload()
  // The keeper's own clock goes on.
  await expect(page.getByText(/没连上网络，这是\s*\d+\s*月\s*\d+\s*日\s*\d+:\d\d\s*的内容/)).toBeVisible()
  expect((await names(page)).slice(0, here.length)).toEqual(here)
  await clean(page, 'the list without a connection')
  // States go on by the clock: long after closing time nothing is served.
  await page.clock.setFixedTime('2026-02-14T23:30:00+08:00')
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect(page.locator('.list .word', { hasText: '正在供餐' })).toHaveCount(0)
  await page.getByRole('button', { name: '歇脚厕所' }).click()
  await expect.poll(async () => (await names(page)).filter((name) => here.includes(name))).toEqual([])
  await listed(page)
  await page.goto(`${way.address}/find?from=${building}&wish=eat`)
  await page.locator('.list a').first().click()
  await expect(page.getByRole('heading', { name: '开门时间' })).toBeVisible()
  // What belongs to the staff is nobody's here.
  await expect(page.goto(`${way.address}/plan`)).rejects.toThrow()
  await page.context().close()
})

test('the page for the stairwell is one sheet of A4 with places, hours and a code', async ({ browser }) => {
  const page = await openFind(browser, `/find/sheet?from=${building}`)
  const paper = page.locator('.paper')
  await expect(paper.getByRole('listitem').first()).toBeVisible()
  await expect(paper.getByText('示意数据')).toBeVisible()
  await expect(paper.getByRole('img', { name: /扫一扫/ })).toBeVisible()
  expect(await paper.getByRole('listitem').count()).toBe(12)
  // Nothing on a stairwell that lets in nobody who lives there.
  await expect(paper).not.toContainText('只限本单位职工')
  await clean(page, 'the page for the stairwell')
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45]\.?\d* 84[12]\.?\d*\]/)
  const cut = await page.locator('.paper ol').evaluate((list) => list.scrollHeight - list.clientHeight)
  expect(cut).toBeLessThanOrEqual(1)
  await page.context().close()
})

test('the embedded list is of its area, leads into the finder and offers staff nothing', async ({ browser }) => {
  const page = await openFind(browser, '/embed?area=990101001001&wish=eat')
  await expect(page.getByRole('heading', { name: '吃饭' })).toBeVisible()
  const { total } = (await (await fetch(`${demoAddress()}/api/v1/venues?area=990101001001&wish=eat`)).json()) as { total: number }
  await expect(page.locator('.embed .name')).toHaveCount(total)
  await expect(page.locator('.embed .name').first()).toHaveAttribute('target', '_blank')
  await expect(page.getByRole('link', { name: /登录/ })).toHaveCount(0)
  await clean(page, 'the embedded list')
  await page.context().close()
})

test('without WebGL the list is whole and the map says so', async ({ browser }) => {
  const page = await openFind(browser, `/find?from=${building}&wish=eat`, { size: wide })
  await listed(page)
  await expect(page.getByText('这台设备画不了地图。列表和卡片里什么都有。')).toBeVisible()
  await page.context().close()
})

test('on a telephone the map lies over the list: states as marks that flip with the clock, a sheet by hand, button and key, all in 600 kB', async ({ browser }) => {
  const way = await relay(demoAddress())
  const page = await openFind(browser, '', { base: '', map: true })
  const foreign = foreignRequests(page, way.address)
  await page.goto(`${way.address}/find?from=${building}&wish=eat`)
  await listed(page)
  await page.getByRole('button', { name: '地图', exact: true }).click()
  await expect(page.getByRole('dialog', { name: '地图' })).toBeVisible()
  await mapDrawn(page)
  expect(way.sent()).toBeLessThan(600_000)
  expect(way.sent()).toBeGreaterThan(300_000)
  expect(foreign).toEqual([])
  await clean(page, 'the map on a telephone')

  const sheet = page.getByRole('region', { name: '列表' })
  const height = async (): Promise<number> => Math.round((await sheet.boundingBox())?.height ?? 0)
  const handle = page.getByRole('slider', { name: /列表高度/ })
  const half = await height()
  await handle.focus()
  await page.keyboard.press('ArrowDown')
  await expect.poll(height).toBeLessThan(half)
  const low = await height()
  await page.getByRole('button', { name: '列表拉高' }).click()
  await expect.poll(height).toBe(half)
  const grip = await handle.boundingBox()
  await page.mouse.move(120, (grip?.y ?? 0) + 20)
  await page.mouse.down()
  await page.mouse.move(120, 820, { steps: 8 })
  await page.mouse.up()
  await expect.poll(height).toBe(low)

  // At lunch places are open; long after, none is, without a reload.
  expect(await pixelsOf(page, '#0E6B4B')).not.toEqual([])
  await page.clock.setFixedTime('2026-02-14T23:30:00+08:00')
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect.poll(async () => (await pixelsOf(page, '#0E6B4B')).length).toBe(0)

  // A mark that is touched opens its card, the sheet tells it and the way is drawn.
  const [badge] = await pixelsOf(page, '#B4531B')
  await page.mouse.click(badge?.[0] ?? 0, badge?.[1] ?? 0)
  await expect(page).toHaveURL(/\/venue\//)
  await expect(sheet.getByRole('button', { name: '看全部' })).toBeVisible()
  await expect(page.getByRole('dialog', { name: '地图' }).getByText(/慢走\s*\d+\s*分钟，一般人/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: '开门时间' })).toBeVisible()
  await page.context().close()
  await way.close()
})

test('a spot of the map becomes the start, by the buttons alone', async ({ browser }) => {
  const page = await openFind(browser, '/find', { map: true })
  await page.getByRole('button', { name: '在地图上点' }).click()
  await expect(page.locator('.maplibregl-canvas')).toBeVisible()
  await clean(page, 'the map to choose a spot on')
  await page.locator('.maplibregl-canvas').focus()
  await page.keyboard.press('ArrowDown')
  await page.getByRole('button', { name: '就从这里出发' }).click()
  await expect(page).toHaveURL(/near=112\.\d+,30\.\d+/)
  await listed(page)
  await page.context().close()
})

test(`on real ground the map draws beside the list, by night too${sharedNote}`, async ({ browser }) => {
  test.skip(!sharedPresent, 'skipped: ../shared absent')
  const page = await openFind(browser, '/find?near=116.3300,40.0030&wish=all', { size: wide, map: true, base: realAddress(), theme: 'dark' })
  await listed(page)
  await mapDrawn(page)
  await expect(page.getByText('© OpenStreetMap contributors').first()).toBeVisible()
  await clean(page, 'the map on real ground')
  await page.context().close()
})

/** Places of the map's upper part that have a colour of the palette, CSS pixels from the top left; the list's own signs lie below. */
async function pixelsOf(page: Page, hex: string): Promise<[number, number][]> {
  const clip = { x: 0, y: 60, width: 320, height: 330 }
  const picture = (await page.screenshot({ clip })).toString('base64')
  return page.evaluate(async ([encoded, wanted, top, width]) => {
    const image = new Image()
    image.src = `data:image/png;base64,${encoded}`
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.width
    canvas.height = image.height
    const pen = canvas.getContext('2d')
    if (!pen) return []
    pen.drawImage(image, 0, 0)
    const { data } = pen.getImageData(0, 0, canvas.width, canvas.height)
    const aim = [1, 3, 5].map((at) => Number.parseInt(wanted.slice(at, at + 2), 16))
    const scale = width / canvas.width
    const found: [number, number][] = []
    for (let i = 0; i < data.length; i += 4) if (aim.every((value, channel) => Math.abs(data[i + channel] - value) <= 10)) found.push([((i / 4) % canvas.width) * scale, Math.floor(i / 4 / canvas.width) * scale + top])
    return found
  }, [picture, hex, clip.y, clip.width] as const)
}
