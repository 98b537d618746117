import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { accountOf, actAs, password, session } from './accounts.ts'
import { sharedNote, sharedPresent } from '../tools/shared.ts'
import { demoAddress, gapRows, mapDrawn, openPlan, realAddress } from './plan-page.ts'

test.use({ viewport: { width: 1440, height: 900 } })

const answer = (page: Page) => page.locator('[aria-labelledby="answer-title"]')
const palette = (page: Page) => page.getByRole('combobox', { name: '搜索区域、设施、单位' })
const found = (page: Page) => page.getByRole('listbox', { name: '搜索区域、设施、单位' }).getByRole('option')

async function axe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  expect(violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([])
}

test.describe('real data', () => {
  test.skip(!sharedPresent, 'skipped: ../shared absent')

  test(`ask for a log-in: wrong, then right by keyboard alone, on to what was asked for, and out again${sharedNote}`, async ({ page }) => {
    await page.goto(`${realAddress()}/plan?category=restaurant&minutes=10`)
    await expect(page.getByText('登录后才能看“规划”')).toBeVisible()
    await expect(page).toHaveTitle(/登录/)
    await expect(page.getByLabel('用户名')).toBeFocused()
    await page.keyboard.type(accountOf('planner'))
    await page.keyboard.press('Tab')
    await page.keyboard.type('not-this-1')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert')).toHaveText('用户名或口令不对。')
    await expect(page.getByLabel('口令', { exact: true })).toBeFocused()
    await page.keyboard.type(password)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/plan\?category=restaurant&minutes=10/)
    await expect(gapRows(page).first()).toBeVisible()
    await page.getByRole('button', { name: accountOf('planner') }).click()
    await expect(page.getByText('规划人员')).toBeVisible()
    await page.getByRole('button', { name: '退出登录' }).click()
    await expect(page).toHaveURL(/\/log-in/)
    await expect(gapRows(page)).toHaveCount(0)
  })

  test(`leave the page as it is when a session ends, and go on after logging in again over it${sharedNote}`, async ({ page }) => {
    const cookie = await session(realAddress(), accountOf('planner'))
    await page.context().addCookies([{ ...cookie, url: realAddress(), httpOnly: true, sameSite: 'Lax' }])
    await openPlan(page, realAddress(), '?category=restaurant&minutes=10')
    await expect(gapRows(page).first()).toBeVisible()
    const first = await gapRows(page).first().innerText()
    const figures = await answer(page).locator('dl').innerText()
    const ended = await fetch(`${realAddress()}/api/v1/session`, { method: 'DELETE', headers: { cookie: `${cookie.name}=${cookie.value}`, origin: realAddress() } })
    expect(ended.status).toBe(200)
    await page.getByRole('combobox', { name: '多久' }).selectOption('minutes:5')
    await expect(page.getByText('登录已失效')).toBeVisible()
    expect(await gapRows(page).first().innerText()).toBe(first)
    expect(await answer(page).locator('dl').innerText()).toBe(figures)
    await page.getByRole('button', { name: '重新登录' }).click()
    const dialog = page.getByRole('dialog', { name: '登录' })
    await expect(dialog.getByLabel('用户名')).toHaveValue(accountOf('planner'))
    await dialog.getByLabel('口令', { exact: true }).fill(password)
    await page.keyboard.press('Enter')
    await expect(dialog).toHaveCount(0)
    await expect(page.getByText('登录已失效')).toHaveCount(0)
    await expect(page).toHaveURL(/minutes=5/)
    await expect(gapRows(page).first()).toBeVisible()
  })

  test(`show a leader circles instead of buildings, no list, and how figures are protected${sharedNote}`, async ({ page }) => {
    const refused: string[] = []
    page.on('response', (response) => { if (response.status() >= 400) refused.push(`${response.status()} ${response.url()}`) })
    await actAs(page.context(), realAddress(), 'leader')
    await openPlan(page, realAddress(), '?category=restaurant')
    await expect(answer(page)).toContainText('%')
    await expect(gapRows(page)).toHaveCount(0)
    await expect(page.locator('.protected')).toBeVisible()
    expect(await page.getByRole('combobox', { name: '多久' }).locator('option').allInnerTexts()).not.toContainEqual(expect.stringContaining('自定'))
    await mapDrawn(page)
    expect(refused).toEqual([])
    await axe(page)
  })
})

test('a free limit in the link of a leader becomes a sentence and the usual limit', async ({ page }) => {
  await actAs(page.context(), demoAddress(), 'leader')
  await openPlan(page, demoAddress(), '?category=canteen&minutes=7')
  await expect(page.getByText('目录里的时间或距离')).toBeVisible()
  await expect(answer(page)).toContainText('%')
})

test('search finds an area by its initials and asks about it, by keyboard alone, and gives the focus back', async ({ page }) => {
  await openPlan(page, demoAddress(), '?category=canteen&minutes=10')
  await page.getByRole('combobox', { name: '去哪' }).focus()
  await page.keyboard.press('Control+k')
  await expect(palette(page)).toBeFocused()
  await page.keyboard.type('wljd')
  await expect(found(page).first()).toContainText('望澜街道')
  await axe(page)
  await page.keyboard.press('Enter')
  await expect(palette(page)).toHaveCount(0)
  await expect(page).toHaveURL(/area=/)
  await expect(answer(page)).toContainText('望澜街道')
  await page.keyboard.press('Control+k')
  await expect(found(page).first()).toContainText('望澜街道')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('combobox', { name: '去哪' })).toBeFocused()
})

test('search takes a planner to a site on the map and marks it', async ({ page }) => {
  await openPlan(page, demoAddress(), '?category=canteen&minutes=10')
  await mapDrawn(page)
  const before = page.url()
  await page.keyboard.press('/')
  await page.keyboard.type('shitang')
  await expect(found(page).first()).toBeVisible()
  const site = found(page).filter({ hasText: '食堂' }).first()
  const name = (await site.locator('.name').innerText()).trim()
  await site.click()
  await expect(page.getByText(`找到的：${name}`).first()).toBeVisible()
  await expect(page).not.toHaveURL(before)
  await page.getByRole('button', { name: '取消定位' }).click()
  await expect(page.getByText(`找到的：${name}`)).toHaveCount(0)
})

test('an edit reaches an open page by itself, without reload or jump', async ({ page, browser }) => {
  const other = await browser.newContext()
  const headers = await actAs(other, demoAddress(), 'editor')
  await openPlan(page, demoAddress(), '?category=canteen&minutes=10&group=all')
  await expect(gapRows(page).first()).toBeVisible()
  await page.evaluate(() => { document.body.dataset['sameDocument'] = 'yes' })
  const figures = (): Promise<string> => answer(page).locator('dl').innerText()
  const before = await figures()
  const list = await (await other.request.get(`${demoAddress()}/api/v1/facilities?category=canteen&limit=200`)).json() as { rows: { record: { id: string; admission: { audience: string } }; etag: string }[] }
  const open = list.rows.find(({ record }) => record.admission.audience === 'everyone')
  if (!open) throw new Error('the demo has no canteen for everyone')
  const path = `${demoAddress()}/api/v1/facilities/${open.record.id}`
  const shut = await other.request.patch(path, { data: { admission: { ...open.record.admission, audience: 'staff' } }, headers: { ...headers, 'if-match': open.etag } })
  expect(shut.status(), await shut.text()).toBe(200)
  const saved = Date.now()
  // Sooner than the page would ask by itself.
  await expect.poll(figures, { timeout: 8000, intervals: [50] }).not.toBe(before)
  test.info().annotations.push({ type: 'measured', description: `the page changed ${Date.now() - saved} ms after the edit was answered` })
  expect(await page.evaluate(() => document.body.dataset['sameDocument'])).toBe('yes')
  const again = await other.request.patch(path, { data: { admission: open.record.admission }, headers: { ...headers, 'if-match': (await shut.json() as { etag: string }).etag } })
  expect(again.status()).toBe(200)
  await expect.poll(figures, { timeout: 8000 }).toBe(before)
  await other.close()
})

test('two tabs share one stream, and the second takes over when the first closes', async ({ context }) => {
  const streams: string[] = []
  context.on('request', (request) => { if (request.url().endsWith('/api/v1/events')) streams.push(request.url()) })
  const first = await context.newPage()
  await openPlan(first, demoAddress(), '?category=canteen')
  await expect.poll(() => streams.length).toBe(1)
  const second = await context.newPage()
  await openPlan(second, demoAddress(), '?category=canteen')
  await expect(gapRows(second).first()).toBeVisible()
  expect(streams).toHaveLength(1)
  await first.close({ runBeforeUnload: true })
  await expect.poll(() => streams.length).toBe(2)
  await expect(second.getByText('实时更新断开')).toHaveCount(0)
})

test('jobs: an export runs, is told of, survives a reload and can be kept', async ({ page }) => {
  await actAs(page.context(), demoAddress(), 'editor')
  await openPlan(page, demoAddress(), '?category=canteen')
  await page.getByRole('button', { name: '任务' }).click()
  const drawer = page.getByRole('dialog', { name: '任务' })
  await drawer.getByText('导出列表').click()
  await drawer.getByRole('combobox', { name: '格式' }).selectOption('csv')
  await drawer.getByRole('button', { name: '开始导出' }).click()
  await expect(drawer.getByText('完成', { exact: true }).first()).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: '已完成' })).toHaveCount(1)
  await axe(page)
  await page.reload()
  await page.getByRole('button', { name: '任务' }).click()
  const download = page.waitForEvent('download')
  await drawer.getByRole('button', { name: /^下载/ }).first().click()
  expect((await download).suggestedFilename()).toMatch(/\.csv$/)
  await page.keyboard.press('Escape')
  await expect(drawer).toHaveCount(0)
  await expect(page.getByRole('button', { name: '任务' })).toBeFocused()
})

test('an administrator may import, only after a check', async ({ page }) => {
  await actAs(page.context(), demoAddress(), 'administrator')
  await openPlan(page, demoAddress(), '?category=canteen')
  await page.getByRole('button', { name: '任务' }).click()
  const drawer = page.getByRole('dialog', { name: '任务' })
  await drawer.getByText('导入文件').click()
  await expect(drawer.getByRole('button', { name: /先检查/ })).toBeDisabled()
  await drawer.locator('input[type=file]').setInputFiles({ name: 'nothing.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n') })
  await drawer.getByRole('button', { name: /先检查/ }).click()
  await expect(drawer.locator('.failure').first()).toBeVisible()
  await expect(drawer.getByRole('button', { name: '写入', exact: true })).toHaveCount(0)
})

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds no fault in the log-in, ${theme}`, async ({ page }) => {
    await page.goto(`${demoAddress()}/log-in?theme=${theme}`)
    await page.getByLabel('用户名').fill('nobody')
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await expect(page.getByText('请填口令')).toBeVisible()
    await axe(page)
  })
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })
  test('the menu holds views, account, theme and language, closes by Escape, and nothing runs over', async ({ page }) => {
    await actAs(page.context(), demoAddress(), 'editor')
    await openPlan(page, demoAddress(), '?category=canteen')
    const button = page.getByRole('button', { name: accountOf('editor') })
    await button.click()
    const menu = page.getByRole('group', { name: accountOf('editor') })
    await expect(menu.getByRole('link', { name: '规划' })).toBeVisible()
    await expect(menu.getByText('数据员')).toBeVisible()
    await menu.getByRole('combobox', { name: '语言' }).selectOption('en')
    await expect(menu.getByText('editor', { exact: true })).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await page.keyboard.press('Escape')
    await expect(menu).toBeHidden()
    await expect(button).toBeFocused()
  })
})
