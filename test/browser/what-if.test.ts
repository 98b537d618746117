import { expect, test, type Page } from '@playwright/test'
import { axe } from './axe.ts'
import { demoAddress, openPlan } from './plan-page.ts'

test.use({ viewport: { width: 1366, height: 768 } })

/** The middle of the demo, south of its river. */
const question = '?category=canteen&minutes=10&map=15/30.3985/112.6005'
const pin = (page: Page) => page.locator('button.pin.trial')
const card = (page: Page) => page.getByRole('region', { name: /^(放下|移动)社区食堂/ })
const largeShare = async (page: Page): Promise<string> => (await card(page).locator('.large strong').innerText()).trim()
const steps = (page: Page) => page.getByRole('list', { name: '步骤' }).getByRole('listitem')
/** Buildings and people by state: what the map's colours add up to. */
const legendOf = (page: Page) => page.getByRole('region', { name: '图例' }).innerText()

/** The map can be worked with; how it looks is no matter here. */
const mapThere = async (page: Page): Promise<void> => {
  await expect(page.locator('.maplibregl-canvas')).toBeVisible()
  await expect(page.getByText('正在画地图…')).toHaveCount(0)
}

test('by keys alone a site is put, moved, kept, undone and redone, and the link restores it', async ({ page }) => {
  await openPlan(page, demoAddress(), question)
  await mapThere(page)
  await page.keyboard.press('n')
  await expect(pin(page)).toBeFocused()
  await expect(card(page).locator('.large')).toBeVisible()
  const first = await pin(page).boundingBox()
  for (let press = 0; press < 4; press++) await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('ArrowDown')
  await expect.poll(async () => (await pin(page).boundingBox())?.x ?? 0).toBeGreaterThan((first?.x ?? 0) + 20)
  await page.keyboard.press('Enter')
  await expect(steps(page)).toHaveCount(1)
  await expect(page.getByText('推演中，非现状：1 步')).toBeVisible()
  await expect(page.getByText('服务器复核一致')).toBeVisible()
  await expect(page).toHaveURL(/steps=1/)
  await axe(page, ['.what-if', '.chart'])

  // The figures are those of the server's own answer.
  const told = page.waitForResponse((response) => response.url().includes('/api/v1/what-if') && response.ok())
  const link = page.url()
  await page.goto('about:blank')
  await page.goto(link)
  const { after } = (await (await told).json()) as { after: { residents: { share: number } } }
  await expect(steps(page)).toHaveCount(1)
  await expect(page.locator('.what-if table .after').first()).toHaveText(`${(after.residents.share * 100).toFixed(1)}%`)

  await page.keyboard.press('n')
  await expect(card(page).locator('.large')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(steps(page)).toHaveCount(2)
  await page.keyboard.press('Control+z')
  await expect(steps(page)).toHaveCount(1)
  await page.keyboard.press('Control+Shift+z')
  await expect(steps(page)).toHaveCount(2)
})

test('dragged with the mouse the figures run and letting go keeps it; Escape takes a drag back to what was', async ({ page }) => {
  await openPlan(page, demoAddress(), question)
  await mapThere(page)
  const today = await legendOf(page)
  await page.getByRole('button', { name: /放一处新设施试试/ }).click()
  await expect(card(page).locator('.large')).toBeVisible()
  // The pointer carries it; a click puts it down.
  const map = (await page.locator('.maplibregl-canvas').boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  const middle = { x: map.x + map.width * 0.6, y: map.y + map.height * 0.55 }
  for (let move = 0; move <= 8; move++) await page.mouse.move(middle.x - 80 + move * 10, middle.y)
  await page.mouse.click(middle.x, middle.y)
  await expect(steps(page)).toHaveCount(1)
  await expect(page.getByText('服务器复核一致')).toBeVisible()
  const kept = await legendOf(page)
  expect(kept).not.toBe(today)

  await page.locator('button.mark.add').click()
  await page.getByRole('button', { name: '移动', exact: true }).click()
  await expect(card(page).locator('.large')).toBeVisible()
  const before = await largeShare(page)
  const at = (await pin(page).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  const grip = { x: at.x + at.width / 2, y: at.y + at.height / 2 }
  await page.mouse.move(grip.x, grip.y)
  await page.mouse.down()
  for (let move = 1; move <= 15; move++) await page.mouse.move(grip.x + move * 12, grip.y + move * 6)
  await expect.poll(() => largeShare(page)).not.toBe(before)
  await page.keyboard.press('Escape')
  await expect(pin(page)).toHaveCount(0)
  await page.mouse.up()
  await expect(steps(page)).toHaveCount(1)
  expect(await legendOf(page)).toBe(kept)

  await page.getByRole('button', { name: '看现状' }).click()
  await expect.poll(() => legendOf(page)).toBe(today)
  await page.getByRole('button', { name: '看推演' }).click()
  await page.getByRole('button', { name: '全部撤回' }).click()
  await expect(page.getByText('推演中，非现状')).toHaveCount(0)
  await expect(page).not.toHaveURL(/steps=/)
  expect(await legendOf(page)).toBe(today)
})

test('where no street is near it says how far one is and does not keep the site', async ({ page }) => {
  await openPlan(page, demoAddress(), '?category=canteen&minutes=10&map=15/30.3835/112.6005')
  await mapThere(page)
  await page.keyboard.press('n')
  await expect(card(page).locator('.large')).toBeVisible()
  // Out of the city to the south: the last street is left behind.
  for (let press = 0; press < 12; press++) await page.keyboard.press('Shift+ArrowDown')
  await expect(card(page)).toContainText(/离最近的可步行道路[^。]*放不下/)
  await page.keyboard.press('Enter')
  await expect(pin(page)).toBeVisible()
  await expect(page).not.toHaveURL(/steps=/)
  await page.keyboard.press('Escape')
  await expect(pin(page)).toHaveCount(0)
})
