import { expect, test } from '@playwright/test'
import { axe } from './axe.ts'
import { demoAddress, gapRows, openPlan } from './plan-page.ts'

test.use({ viewport: { width: 1440, height: 900 }, permissions: ['clipboard-read', 'clipboard-write'] })

test('the planner changes the lens, copies who is left and draws an area, all by keys, and a link brings it back', async ({ page, request }) => {
  await openPlan(page, demoAddress(), '?category=canteen&minutes=10')
  await page.getByRole('radio', { name: /60 岁以上/ }).focus()
  for (const _ of [1, 2, 3]) await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(/profile=wheelchair/)
  await expect(page.getByText('数全体居民，按每秒 0.8 米走，不走台阶。')).toBeVisible()
  await expect(page.locator('[aria-labelledby="answer-title"]')).toHaveAttribute('aria-busy', 'false')
  const asked = 'category=canteen&minutes=10&profile=wheelchair&group=all'
  const gaps = (await (await request.get(`${demoAddress()}/api/v1/coverage/gaps?${asked}`)).json()) as { total: number; rows: { building: { name: string } }[] }
  await expect(gapRows(page).first()).toContainText(gaps.rows[0].building.name)

  await page.getByRole('button', { name: '复制表格' }).press('Enter')
  await expect(page.getByText(/^已复制/)).toBeVisible()
  const lines = (await page.evaluate(() => navigator.clipboard.readText())).split(/\r?\n/)
  expect([lines.length, new Set(lines.map((line) => line.split('\t').length))]).toEqual([gaps.total + 1, new Set([10])])

  await expect(page.getByText('正在画地图…')).toHaveCount(0)
  await page.keyboard.press('l')
  await expect(page.getByRole('application', { name: '在地图上画一块范围' })).toBeFocused()
  const walk = async (key: string, times: number): Promise<void> => { for (let time = 0; time < times; time++) await page.keyboard.press(key) }
  await walk('Shift+ArrowUp', 3)
  await page.keyboard.press('Enter')
  await walk('Shift+ArrowRight', 4)
  await walk('Shift+ArrowDown', 5)
  await page.keyboard.press('Enter')
  await walk('Shift+ArrowLeft', 8)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  const card = page.getByRole('region', { name: '这块范围里住着谁' })
  await expect(card.getByText('住宅楼', { exact: true })).toBeVisible()
  await expect(page).toHaveURL(/ring=/)
  await axe(page)
  const found = await card.locator('dl').innerText()
  await page.goto(page.url())
  await expect(card.locator('dl')).toHaveText(found.replaceAll('\n', ''), { useInnerText: false })
})
