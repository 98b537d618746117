import { expect, test } from '@playwright/test'
import { existsSync, mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sharedNote, sharedPresent } from '../tools/shared.ts'
import { faults } from './faults.ts'
import { actAs } from './accounts.ts'
import { demoAddress, mapDrawn, openPlan, realAddress } from './plan-page.ts'

const sizes = [[1920, 1080], [3840, 1080], [1366, 768], [390, 844]] as const
const pictures = fileURLToPath(new URL('../../test-results/look/', import.meta.url))
const golden = fileURLToPath(new URL('../golden/', import.meta.url))
mkdirSync(pictures, { recursive: true })

/** Pictures are for eyes; what a machine can hold against them is that nothing runs over, is cut off or lies on something else. */
for (const theme of ['light', 'dark'] as const) {
  for (const [width, height] of sizes) {
    test.describe(`${width}x${height} ${theme}`, () => {
      test.use({ viewport: { width, height } })

      test('the demo fits: nothing runs over, overlaps or is cut', async ({ page }) => {
        await openPlan(page, demoAddress(), `?category=canteen&minutes=10&theme=${theme}`)
        await mapDrawn(page)
        await page.screenshot({ path: `${pictures}demo-${width}x${height}-${theme}.png` })
        expect(await faults(page)).toEqual([])
      })

      test.describe(() => {
        test.skip(!sharedPresent, 'skipped: ../shared absent')
        test(`Tsinghua fits: nothing runs over, overlaps or is cut${sharedNote}`, async ({ page }) => {
          await actAs(page.context(), realAddress(), 'planner')
          await openPlan(page, realAddress(), `?category=restaurant&minutes=10&theme=${theme}`)
          await mapDrawn(page)
          await page.screenshot({ path: `${pictures}tsinghua-${width}x${height}-${theme}.png` })
          await expect(page.getByText('© OpenStreetMap contributors').first()).toBeVisible()
          expect(await faults(page)).toEqual([])
        })
      })
    })
  }
}

test.describe('the README', () => {
  test.use({ viewport: { width: 1440, height: 900 } })
  test('has a picture of the demo that fits; LINLI_README_PICTURE=1 renews it', async ({ page }) => {
    await openPlan(page, demoAddress(), '?category=canteen&minutes=10&theme=light')
    await mapDrawn(page)
    expect(await faults(page)).toEqual([])
    await page.screenshot({ path: `${process.env['LINLI_README_PICTURE'] ? golden : pictures}planner-demo.png` })
    expect(existsSync(`${golden}planner-demo.png`)).toBe(true)
  })
})
