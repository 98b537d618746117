import { expect, test, type Browser, type Page } from '@playwright/test'
import { accountOf, session } from './accounts.ts'
import { axe } from './axe.ts'
import { demoAddress } from './plan-page.ts'
import { withoutMap } from './webgl.ts'

/** A wall and a phone, each in a browser of its own; neither draws a map. */
async function pageOf(browser: Browser, viewport: { width: number; height: number }): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' })
  await withoutMap(context)
  return context.newPage()
}

async function logIn(page: Page): Promise<{ cookie: string; origin: string }> {
  const base = demoAddress(), cookie = await session(base, accountOf('administrator'))
  await page.context().addCookies([{ ...cookie, url: base, httpOnly: true, sameSite: 'Lax' }])
  return { cookie: `${cookie.name}=${cookie.value}`, origin: base }
}

test('a phone steers the wall by the code it shows, hears where it is, and both say when it is over', async ({ browser }) => {
  const wall = await pageOf(browser, { width: 1920, height: 1080 }), phone = await pageOf(browser, { width: 390, height: 844 })
  await logIn(wall)
  await wall.goto(`${demoAddress()}/screen`)
  await wall.getByRole('button', { name: '设置' }).click()
  await wall.getByRole('button', { name: '手机讲解' }).click()
  const dialog = wall.getByRole('dialog', { name: '用手机讲解' })
  await expect(dialog.locator('.digits')).toHaveText(/^\d{6}$/)
  const small = await dialog.locator('p, button, li').evaluateAll((all) => all.filter((one) => Number.parseFloat(getComputedStyle(one).fontSize) < window.innerHeight / 50).map((one) => one.textContent))
  expect(small).toEqual([])
  await axe(wall)
  const code = await dialog.locator('.digits').innerText()
  await phone.goto(`${demoAddress()}/speak`)
  await phone.getByLabel('六位码').fill(code.replaceAll(/\D/g, ''))
  await phone.getByLabel('您的称呼').fill('张三')
  await phone.getByRole('button', { name: '连接大屏' }).click()
  await expect(phone.getByText('已连接大屏')).toBeVisible()
  await expect(dialog).toContainText('张三 在线')
  await dialog.getByRole('button', { name: '关闭' }).click()

  await phone.getByRole('button', { name: '播放' }).click()
  const step = phone.locator('main')
  await expect(step).toContainText(/第\s*1\s*步/)
  const first = await phone.getByRole('heading', { level: 1 }).innerText()
  await phone.getByRole('button', { name: '下一步', exact: true }).click()
  await expect(step).toContainText(/第\s*2\s*步/)
  await expect(phone.getByRole('heading', { level: 1 })).not.toHaveText(first)
  await phone.getByText('大屏显示').click()
  await phone.getByLabel('大屏配色').selectOption('红')
  await expect(wall.locator('html')).toHaveAttribute('data-theme', 'red')
  await expect(phone.getByLabel('大屏配色')).toHaveValue('red')
  await axe(phone)
  for (const button of await phone.locator('footer button').all()) expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(64)
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(390)

  // The phone goes on over a reload, the wall too.
  await phone.reload()
  await expect(step).toContainText(/第\s*2\s*步/)
  await wall.reload()
  await expect(phone.getByText('已连接大屏')).toBeVisible()
  await wall.getByRole('button', { name: '设置' }).click()
  await wall.getByRole('button', { name: '手机讲解' }).click()
  await expect(dialog).toContainText('张三 在线')
  await dialog.getByRole('button', { name: '结束讲解' }).click()
  await expect(phone.getByRole('alert')).toHaveText('讲解已在大屏上结束。再次讲解，请在大屏上取新的码。')
  await expect(phone.getByLabel('六位码')).toBeVisible()
  await Promise.all([wall.context().close(), phone.context().close()])
})

test('a screen comes in by its link, keeps it to itself, is there after the browser was closed, and stops when it is removed', async ({ browser }) => {
  const desk = await pageOf(browser, { width: 1366, height: 768 })
  const headers = await logIn(desk)
  await desk.goto(`${demoAddress()}/tasks`)
  await desk.getByRole('button', { name: accountOf('administrator') }).click()
  await desk.getByRole('button', { name: '大屏设备' }).click()
  const list = desk.getByRole('dialog', { name: '大屏设备' })
  await list.getByLabel('设备名').fill('一楼大厅')
  await list.getByLabel('显示的区域').selectOption({ index: 1 })
  await list.getByRole('button', { name: '新增设备' }).click()
  const link = await list.locator('input[readonly]').inputValue()
  await axe(desk)

  const screen = await pageOf(browser, { width: 1920, height: 1080 })
  await screen.goto(link)
  await expect(screen.locator('.screen')).toBeVisible()
  const reads = async (page: Page): Promise<unknown> => (await page.request.get(`${demoAddress()}/api/v1/session`)).json()
  expect(await reads(screen)).toMatchObject({ account: null, device: { name: '一楼大厅' }, role: 'leader' })
  expect(screen.url()).not.toContain('device')
  expect(await screen.evaluate(() => document.cookie)).toBe('')
  const kept = await screen.context().storageState()
  await screen.context().close()
  const again = await browser.newContext({ storageState: kept, viewport: { width: 1920, height: 1080 }, locale: 'zh-CN' })
  await withoutMap(again)
  const next = await again.newPage()
  await next.goto(`${demoAddress()}/screen`)
  await expect(next.locator('.screen')).toBeVisible()
  expect(await reads(next)).toMatchObject({ device: { name: '一楼大厅' } })

  await list.getByRole('button', { name: '移除一楼大厅' }).click()
  await list.getByRole('button', { name: '确认移除一楼大厅' }).click()
  await expect(next.getByText('这台大屏设备已被移除')).toBeVisible()
  const listed = (await (await fetch(`${demoAddress()}/api/v1/devices`, { headers })).json()) as { devices: unknown[] }
  expect(listed.devices).toEqual([])
  // Its link is worth nothing any more, and says so.
  const late = await pageOf(browser, { width: 1366, height: 768 })
  await late.goto(link)
  await expect(late.getByText('设备链接无效或已被移除')).toBeVisible()
  await Promise.all([desk.context().close(), again.close(), late.context().close()])
})
