import { expect, test } from '@playwright/test'
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sharedNote, sharedPresent } from '../tools/shared.ts'
import { accountOf, actAsAccount, deskAccount } from './accounts.ts'
import { fieldAt } from './desk-page.ts'
import { faults } from './faults.ts'
import { demoAddress, mapDrawn, realAddress } from './plan-page.ts'

const sizes = [[1920, 1080], [3840, 1080], [1366, 768], [390, 844]] as const
const pictures = fileURLToPath(new URL('../../test-results/look/', import.meta.url))
mkdirSync(pictures, { recursive: true })

/** Pictures are for eyes; a machine holds against them that nothing runs over, is cut off or lies on something else. */
for (const theme of ['light', 'dark'] as const) {
  for (const [width, height] of sizes) {
    test.describe(`${width}x${height} ${theme}`, () => {
      test.use({ viewport: { width, height } })
      const narrow = width < 760

      for (const city of ['demo', 'tsinghua'] as const) {
        test.describe(() => {
          test.skip(city === 'tsinghua' && !sharedPresent, 'skipped: ../shared absent')
          test(`the desk on ${city} fits: list, form and history${city === 'demo' ? '' : sharedNote}`, async ({ page }) => {
            const base = city === 'demo' ? demoAddress() : realAddress()
            await actAsAccount(page.context(), base, city === 'demo' ? deskAccount.name : accountOf('administrator'))
            await page.goto(`${base}/data?theme=${theme}`)
            await expect(page.getByRole('rowheader').first()).toBeVisible()
            await page.getByRole('rowheader').first().click()
            await expect(page).toHaveURL(/record=/)
            if (narrow) expect(await faults(page)).toEqual([])
            if (narrow) await page.getByRole('button', { name: '填写' }).click()
            await expect(fieldAt(page, 'name')).toBeVisible()
            // A picture of a page without its map would show nobody how it looks.
            if (!narrow) await mapDrawn(page)
            await page.screenshot({ path: `${pictures}desk-${city}-${width}x${height}-${theme}.png`, timeout: 100_000 })
            expect(await faults(page)).toEqual([])
            await page.getByRole('button', { name: '历史' }).click()
            await expect(page.getByRole('heading', { name: '谁改过什么' })).toBeVisible()
            expect(await faults(page)).toEqual([])
          })
        })
      }
    })
  }
}
