import { expect, test, type Page } from '@playwright/test'
import { axe } from './axe.ts'
import { demoAddress, openPlan } from './plan-page.ts'
import { withoutMap } from './webgl.ts'

test.use({ viewport: { width: 1440, height: 900 } })

const cards = (page: Page) => page.getByRole('list', { name: '建议', exact: true }).getByRole('listitem')
const names = (page: Page): Promise<string[]> => page.getByRole('list', { name: '建议', exact: true }).getByRole('button', { name: /^在地图上看/ }).allInnerTexts()

async function openSuggest(page: Page): Promise<void> {
  await openPlan(page, demoAddress(), '?category=canteen&minutes=10')
  await page.getByRole('button', { name: /^建议/ }).first().click()
  await expect(page.getByRole('heading', { name: '建议选址' })).toBeVisible()
  await expect(page.getByText(/单位未开放资源/)).toBeVisible()
}

test('three sites are suggested with their proof, one is ruled out and the rest settles anew, all become steps', async ({ page }) => {
  await withoutMap(page)
  await openSuggest(page)
  await axe(page, ['.suggest'])
  await page.getByRole('button', { name: '建议选址' }).press('Enter')
  await expect(cards(page)).toHaveCount(3)
  await expect(page.locator('.suggest')).toContainText('已证明最优')
  await expect(page.getByRole('radio', { name: /^3.处/ })).toHaveAttribute('aria-checked', 'true')
  await axe(page, ['.suggest'])
  const first = await names(page)

  await page.getByRole('button', { name: `不选${first[0]}，其余重新排` }).press('Enter')
  await expect(page.getByRole('button', { name: '撤销', exact: true }).last()).toBeFocused()
  await expect.poll(async () => (await names(page)).includes(first[0])).toBe(false)
  await expect(cards(page)).toHaveCount(3)
  await expect(page).toHaveURL(/not=/)
  await page.keyboard.press('Enter')
  await expect.poll(() => names(page)).toEqual(first)

  await page.getByRole('radio', { name: /^3.处/ }).focus()
  await page.keyboard.press('ArrowLeft')
  await expect(cards(page)).toHaveCount(2)
  await expect(page).toHaveURL(/sites=2/)

  await page.getByRole('button', { name: '全部加为步骤' }).click()
  const expected = (await page.locator('.suggest .effect strong').innerText()).split('→')[1].trim()
  await page.getByRole('button', { name: '看推演结果' }).click()
  const trial = page.locator('.what-if')
  await expect(trial.getByRole('list', { name: '步骤' }).getByRole('listitem')).toHaveCount(2)
  // What the server promised is what the browser's own count comes to.
  await expect(trial).toContainText(expected)
})

test('a link gives the wish back and works it out; what cannot be reached is said, and the last good answer stays', async ({ page }) => {
  await withoutMap(page)
  await openPlan(page, demoAddress(), '?category=canteen&minutes=10&aim=setCover&target=60')
  await expect(page.locator('.suggest')).toContainText(/需要.2.处/)
  await page.getByRole('button', { name: /^条件/ }).click()
  await page.getByRole('spinbutton', { name: '目标比例' }).fill('99')
  await page.getByRole('spinbutton', { name: '目标比例' }).press('Tab')
  await page.getByRole('button', { name: '按新条件重新建议' }).first().click()
  await expect(page.locator('.suggest')).toContainText(/目标.99%.达不到/)
  await expect(page.locator('.suggest')).toContainText('下面是上一次的建议')
  await expect(cards(page)).toHaveCount(2)
})
