import { expect, test, type Page } from '@playwright/test'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sharedNote, sharedPresent } from '../tools/shared.ts'
import { fits } from './faults.ts'
import { actAs } from './accounts.ts'
import { demoAddress, mapDrawn, openPlan, realAddress } from './plan-page.ts'
import { atEachSize, firstSize, picture, pictures, themes, type Theme } from './sizes.ts'

const golden = fileURLToPath(new URL('../golden/', import.meta.url))

/** Pictures are for eyes; what a machine can hold against them is that nothing runs over, is cut off or lies on something else. */
const fitsEverywhere = (page: Page, city: string, theme: Theme): Promise<void> => atEachSize(page, theme, async ({ name }) => {
  await picture(page, `${city}-${name}-${theme}`)
  await fits(page, name)
}, true)

for (const theme of themes) {
  test.describe(theme, () => {
    test.use({ viewport: firstSize })
    test('the demo fits at every size: nothing runs over, overlaps or is cut', async ({ page }) => {
      await openPlan(page, demoAddress(), `?category=canteen&minutes=10&theme=${theme}`)
      await fitsEverywhere(page, 'demo', theme)
    })

    test.describe(() => {
      test.skip(!sharedPresent, 'skipped: ../shared absent')
      test(`Tsinghua fits at every size: nothing runs over, overlaps or is cut${sharedNote}`, async ({ page }) => {
        await actAs(page.context(), realAddress(), 'planner')
        await openPlan(page, realAddress(), `?category=restaurant&minutes=10&theme=${theme}`)
        await expect(page.getByText('© OpenStreetMap contributors').first()).toBeVisible()
        await fitsEverywhere(page, 'tsinghua', theme)
      })
    })
  })
}

test.describe('the README', () => {
  test.use({ viewport: { width: 1440, height: 900 } })
  test('has a picture of the demo that fits; LINLI_README_PICTURE=1 renews it', async ({ page }) => {
    await openPlan(page, demoAddress(), '?category=canteen&minutes=10&theme=light')
    await mapDrawn(page)
    await fits(page, 'the README')
    await page.screenshot({ path: `${process.env['LINLI_README_PICTURE'] ? golden : pictures}planner-demo.png` })
    expect(existsSync(`${golden}planner-demo.png`)).toBe(true)
  })
})
