import { expect, test } from '@playwright/test'
import { tokens } from '../../web/map/tokens.ts'
import { axe } from './axe.ts'
import { demoAddress, foreignRequests, gapRows, mapDrawn, openPlan, shareOfColour } from './plan-page.ts'
import { withoutMap } from './webgl.ts'

test.use({ viewport: { width: 1440, height: 900 } })

test('the first view shows the figures, the coloured map and the list, and asks no other host', async ({ page }) => {
  const foreign = foreignRequests(page, demoAddress())
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()) })
  await openPlan(page, demoAddress())
  await mapDrawn(page)
  expect(await shareOfColour(page, tokens.light.covered)).toBeGreaterThan(0.003)
  // The hatch blends into the colour of uncovered buildings at this zoom.
  expect(await shareOfColour(page, tokens.light.gap, 28)).toBeGreaterThan(0.002)
  expect({ foreign, errors }).toEqual({ foreign: [], errors: [] })
})

test('figures on the page are those of the API', async ({ page, request }) => {
  await withoutMap(page)
  await openPlan(page, demoAddress(), '?category=canteen&minutes=10&profile=elderly')
  const question = 'category=canteen&minutes=10&metric=network&profile=elderly'
  const coverage = (await (await request.get(`${demoAddress()}/api/v1/coverage?${question}`)).json()) as { residents: { covered: number; total: number; share: number } }
  const gaps = (await (await request.get(`${demoAddress()}/api/v1/coverage/gaps?${question}`)).json()) as { total: number; totalResidents: number; rows: { building: { name: string } }[] }
  expect(coverage.residents.covered + gaps.totalResidents).toBe(coverage.residents.total)
  await expect(page.locator('[aria-labelledby="answer-title"]')).toContainText(`${(coverage.residents.share * 100).toFixed(1)}%`)
  await expect(page.locator('#gaps-title')).toContainText(String(gaps.total).replace(/\B(?=(\d{3})+$)/g, '\u2009').slice(-3))
  await expect(gapRows(page).first()).toContainText(gaps.rows[0].building.name)
})

test('the arrow keys walk the list, the map shows the walk, and the link restores it all', async ({ page }) => {
  await openPlan(page, demoAddress(), '?category=canteen&minutes=10')
  await mapDrawn(page)
  await page.getByRole('listbox', { name: /空白楼栋/ }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(page).toHaveURL(/building=/)
  const chosen = page.locator('#gap-list [aria-selected="true"]')
  const name = (await chosen.innerText()).split('\n')[0]
  await expect(page.locator('#basket-title')).toBeVisible()
  await mapDrawn(page)
  expect(await shareOfColour(page, tokens.light.accent)).toBeGreaterThan(0.0005)
  const link = page.url()
  await page.goto('about:blank')
  await page.goto(link)
  await expect(page.locator('#gap-list [aria-selected="true"]')).toContainText(name)
  await page.getByRole('listbox', { name: /空白楼栋/ }).focus()
  await page.keyboard.press('Escape')
  await expect(page).not.toHaveURL(/building=/)
})

test('an hour is asked for in the bar or on the clock, stands in the address, and back undoes it', async ({ page, request }) => {
  await withoutMap(page)
  await page.clock.setFixedTime(new Date('2026-02-14T11:00:20+08:00'))
  await openPlan(page, demoAddress(), '?category=canteen&minutes=10')
  const answer = page.locator('[aria-labelledby="answer-title"]')
  const shareAt = async (at: string): Promise<string> => {
    const { residents } = (await (await request.get(`${demoAddress()}/api/v1/coverage?category=canteen&minutes=10&at=${encodeURIComponent(at)}`)).json()) as { residents: { share: number } }
    return `${(residents.share * 100).toFixed(1)}%`
  }
  await page.getByRole('combobox', { name: '何时' }).selectOption('now')
  await expect(page).toHaveURL(/at=2026-02-14T11(:|%3A)00%2B08(:|%3A)00/)
  await expect(answer).toContainText('调休上班日')
  await expect(answer).toContainText(await shareAt('2026-02-14T11:00+08:00'))
  await page.getByRole('button', { name: /一周里每半小时/ }).click()
  const week = page.getByRole('slider', { name: /这一周每半小时/ })
  await week.focus()
  // A day on, Spring Festival, half an hour later.
  for (const key of ['ArrowDown', 'ArrowRight']) await page.keyboard.press(key)
  const festival = await shareAt('2026-02-15T11:30+08:00')
  await expect(week).toHaveAttribute('aria-valuetext', new RegExp(`11:30.*${festival.replace('.', '\\.')}`))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/at=2026-02-15T11(:|%3A)30/)
  await expect(answer).toContainText(festival)
  await expect(gapRows(page).filter({ hasText: '此时不开' }).first()).toBeVisible()
  await axe(page, ['.chart', '.ask'])
  await page.goBack()
  await expect(page).toHaveURL(/at=2026-02-14T11(:|%3A)00/)
  await expect(answer).toContainText('调休上班日')
  await page.goBack()
  await expect(page).not.toHaveURL(/at=/)
  await expect(answer).not.toContainText('调休上班日')
})

test('back undoes a change of the question', async ({ page }) => {
  await withoutMap(page)
  await openPlan(page, demoAddress(), '?category=canteen&minutes=10')
  const answer = page.locator('[aria-labelledby="answer-title"]')
  const share = async (): Promise<string> => /[\d.]+%/.exec(await answer.innerText())?.[0] ?? ''
  await expect(answer).toContainText(/[\d.]+%/)
  const before = await share()
  await page.getByRole('combobox', { name: '多久' }).selectOption('minutes:5')
  await expect(page).toHaveURL(/minutes=5/)
  await expect.poll(share).not.toBe(before)
  await page.goBack()
  await expect(page).toHaveURL(/minutes=10/)
  await expect.poll(share).toBe(before)
})

test('a lost graphics context gives the states back', async ({ page }) => {
  await openPlan(page, demoAddress(), '?category=canteen&minutes=10')
  await mapDrawn(page)
  const before = await shareOfColour(page, tokens.light.covered)
  await page.evaluate(() => {
    const context = document.querySelector<HTMLCanvasElement>('.maplibregl-canvas')?.getContext('webgl2')
    const loss = context?.getExtension('WEBGL_lose_context')
    if (!loss) throw new Error('no way to lose the context')
    loss.loseContext()
    setTimeout(() => loss.restoreContext(), 500)
  })
  await page.waitForTimeout(1500)
  await mapDrawn(page)
  const after = await shareOfColour(page, tokens.light.covered)
  expect(after).toBeGreaterThan(before * 0.9)
  expect(after).toBeLessThan(before * 1.1)
})

test('without WebGL2 the tables answer and a sentence says why there is no map', async ({ page }) => {
  await withoutMap(page)
  await openPlan(page, demoAddress(), '?category=canteen&minutes=10')
  await expect(page.getByText('没有 WebGL2')).toBeVisible()
  await expect(gapRows(page).first()).toBeVisible()
  await page.getByRole('listbox', { name: /空白楼栋/ }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('#basket-title')).toBeVisible()
})

test('when the server falls silent the last answer stays and the page says so', async ({ page }) => {
  await withoutMap(page)
  await openPlan(page, demoAddress(), '?category=canteen&minutes=10')
  await expect(gapRows(page).first()).toBeVisible()
  await page.route('**/api/v1/**', (route) => route.abort())
  await page.getByRole('combobox', { name: '多久' }).selectOption('minutes:5')
  await expect(page.getByText('连不上服务器')).toBeVisible()
  expect(await gapRows(page).count()).toBeGreaterThan(0)
})

test('bad values in the link become sentences, never a blank page', async ({ page }) => {
  await openPlan(page, demoAddress(), '?category=canteen&minutes=abc&metric=flying&map=1/2')
  await expect(page.getByText('链接里有看不懂的内容')).toBeVisible()
  await expect(gapRows(page).first()).toBeVisible()
})

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds no fault in the planner's view, ${theme}`, async ({ page }) => {
    await openPlan(page, demoAddress(), `?category=canteen&minutes=10&theme=${theme}`)
    await expect(page.locator('.maplibregl-canvas')).toBeVisible()
    await expect(page.getByText('正在画地图…')).toHaveCount(0)
    await page.getByRole('listbox', { name: /空白楼栋/ }).focus()
    await page.keyboard.press('ArrowDown')
    await expect(page.locator('#basket-title')).toBeVisible()
    await axe(page)
  })
}
