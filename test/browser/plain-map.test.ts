import { expect, test, type Page } from '@playwright/test'
import { actAs } from './accounts.ts'
import { axe } from './axe.ts'
import { sharedNote, sharedPresent } from '../tools/shared.ts'
import { demoAddress, foreignRequests, openPlan, realAddress } from './plan-page.ts'
import { picture } from './sizes.ts'
import { withoutMap } from './webgl.ts'

test.use({ viewport: { width: 1440, height: 900 } })

const map = (page: Page) => page.getByRole('group', { name: '地图：方向键移动，加减号缩放' })
const shapes = (page: Page, layer: string) => map(page).locator(`[data-layer="${layer}"] path`)

/** A point of the page that lies in a shape of a layer, clear of panels and marks. */
const pointIn = (page: Page, layer: string): Promise<{ x: number; y: number } | null> => page.evaluate((wanted) => {
  const place = document.querySelector('svg [data-layer]')?.closest('[role=group]')?.getBoundingClientRect()
  if (!place) return null
  for (let y = place.top + 60; y < place.bottom - 60; y += 4) {
    for (let x = place.left + 330; x < place.right - 160; x += 4) if (document.elementFromPoint(x, y)?.closest('[data-layer]')?.getAttribute('data-layer') === wanted) return { x, y }
  }
  return null
}, layer)

test('without WebGL2 a plain map shows states and places, and a building, a place and an area can be chosen on it', async ({ page }) => {
  const foreign = foreignRequests(page, demoAddress())
  await withoutMap(page, { plain: true })
  await openPlan(page, demoAddress(), '?category=canteen&minutes=10&map=15.4/30.39287/112.60224')
  await expect(page.getByText('没有 WebGL2')).toBeVisible()
  await expect(shapes(page, 'building-uncovered').first()).toBeVisible()
  await expect(map(page).locator('[data-mark]').first()).toBeVisible()
  await axe(page)
  const house = await pointIn(page, 'building-uncovered-pattern')
  if (!house) throw new Error('no building left out lies clear of the panels')
  await page.mouse.move(house.x, house.y)
  await page.mouse.click(house.x, house.y)
  await expect(page).toHaveURL(/building=/)
  await expect(shapes(page, 'building-chosen-1')).toHaveCount(1)
  await page.keyboard.press('Escape')
  const site = map(page).locator('[data-mark^="facilities "]').last()
  await site.hover({ force: true })
  await expect(page.locator('.map').getByText(/社区食堂|食堂/).first()).toBeVisible()
  const area = map(page).getByRole('button').first()
  const [code, name] = [await area.getAttribute('data-code'), await area.getAttribute('aria-label')]
  await area.focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`area=${code}`))
  await expect(page.locator('[aria-labelledby="answer-title"]')).toContainText(name ?? '-')
  const before = page.url()
  await map(page).focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => page.url()).not.toBe(before)
  expect(foreign).toEqual([])
})

for (const theme of ['light', 'dark', 'red'] as const) {
  test(`the plain map in ${theme}, for eyes`, async ({ page }) => {
    test.skip(!process.env['LINLI_PICTURES'], 'skipped: pictures are not asked for')
    await withoutMap(page, { plain: true })
    await openPlan(page, demoAddress(), `?category=canteen&minutes=10&theme=${theme}`)
    await expect(shapes(page, 'building-uncovered').first()).toBeVisible()
    await picture(page, `plain-map-${theme}`)
  })
}

test.describe('real data', () => {
  test.skip(!sharedPresent, 'skipped: ../shared absent')

  test(`the plain map draws a real city, buildings by state and the places asked for${sharedNote}`, async ({ page }) => {
    await withoutMap(page, { plain: true })
    await actAs(page.context(), realAddress(), 'planner')
    await openPlan(page, realAddress(), '?category=restaurant&minutes=10')
    await expect(shapes(page, 'building-covered').or(shapes(page, 'building-nodata')).first()).toBeVisible()
    await expect(map(page).locator('[data-mark^="facilities "]').first()).toBeVisible()
    await picture(page, 'plain-map-tsinghua')
  })
})
