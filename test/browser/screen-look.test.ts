import { expect, test, type Page } from '@playwright/test'
import { demoAddress } from './plan-page.ts'
import { drawing, picture } from './sizes.ts'
import { wallFits } from './wall-faults.ts'
import { withoutMap } from './webgl.ts'

/** Every screen a wall may stand on; a theme changes colours alone, so each is held against some of them. */
const walls = {
  light: [[1920, 1080], [3840, 2160], [1366, 768]],
  dark: [[3840, 1080], [390, 844]],
  red: [[7680, 2160], [1080, 1920]],
} as const satisfies Record<'light' | 'dark' | 'red', readonly (readonly [number, number])[]>

// Sixteen times fewer pixels: what is measured is in CSS pixels all the same.
if (!drawing) test.use({ deviceScaleFactor: 0.25 })

/** Each page of what turns its pages: numbers, boards. */
async function eachPage(page: Page, place: string, state: string): Promise<void> {
  await wallFits(page, state)
  const dots = page.locator(`${place} button.dot`)
  for (let at = 1; at < await dots.count(); at += 1) {
    await dots.nth(at).click()
    await wallFits(page, `${state}, page ${at + 1} of ${place}`)
  }
}

async function resting(page: Page, state: string, phone: boolean): Promise<void> {
  for (const tab of phone ? ['八个数', '板块', '下一级', '地图'] : [null]) {
    if (tab !== null) await page.getByRole('button', { name: tab, exact: true }).click()
    if (tab === null || tab === '板块') await expect(page.locator('[data-board] h3').first()).toBeVisible()
    await eachPage(page, '.numbers-place', `${state} ${tab ?? ''}`)
    await eachPage(page, '.boards-place', `${state} ${tab ?? ''}`)
  }
  if (phone) await page.getByRole('button', { name: '八个数', exact: true }).click()
}

/** What stands behind a number, with its records. */
async function drawer(page: Page, state: string): Promise<void> {
  await page.locator('.number .open').first().click()
  await expect(page.locator('.wall-drawer [role=row], .wall-drawer tr').first()).toBeVisible()
  await wallFits(page, `${state}, drawer`)
  await page.keyboard.press('Escape')
  await expect(page.locator('.wall-drawer')).toHaveCount(0)
}

async function menu(page: Page, state: string): Promise<void> {
  await page.getByRole('button', { name: '设置' }).click()
  await expect(page.locator('.menu')).toBeVisible()
  await wallFits(page, `${state}, menu`)
}

/** The first step of the first tour, from the open menu. */
async function touring(page: Page, state: string): Promise<void> {
  await page.locator('.menu').getByRole('button', { name: /^播放/ }).click()
  const tour = page.locator('.tour')
  await tour.getByRole('button', { name: '暂停' }).click()
  await expect(tour.locator('.words')).toBeVisible()
  await wallFits(page, `${state}, tour`)
}

for (const theme of ['light', 'dark', 'red'] as const) {
  test(`the wall, its drawer, its menu and its tour can be read and touched on every screen, ${theme}`, async ({ page }) => {
    test.setTimeout(300_000)
    // What is measured stands beside the map; software takes minutes to draw its tiles for the largest of these screens.
    if (!drawing) await page.route('**/tiles/**', (route) => route.fulfill({ status: 204 }))
    for (const [width, height] of walls[theme]) {
      const state = `${width}x${height}`
      await page.setViewportSize({ width, height })
      await page.goto(`${demoAddress()}/screen?theme=${theme}`)
      await expect(page.locator('.number[data-number=meals] strong')).toBeVisible()
      await resting(page, state, width < 600)
      await picture(page, `screen-${state}-${theme}`)
      await drawer(page, state)
      await menu(page, state)
      await touring(page, state)
    }
  })
}

test('F2 tells what kind of screen it is, and a key leaves it', async ({ page }) => {
  await withoutMap(page)
  await page.setViewportSize({ width: 1920, height: 1080 })
  await page.goto(`${demoAddress()}/screen?theme=dark`)
  await expect(page.locator('.number[data-number=meals] strong')).toBeVisible()
  const menu = page.getByRole('button', { name: '设置' })
  await menu.focus()
  await page.keyboard.press('F2')
  const test = page.getByRole('dialog', { name: '测试图' })
  await expect(test).toContainText(/1920\s*×\s*1080/)
  await expect(test).toContainText('16:9')
  await expect(test).toContainText(/每秒\s*\d+\s*帧/)
  await page.keyboard.press('Escape')
  await expect(test).toHaveCount(0)
  await expect(menu).toBeFocused()
})
