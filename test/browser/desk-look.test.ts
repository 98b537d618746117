import { expect, test } from '@playwright/test'
import { sharedNote, sharedPresent } from '../tools/shared.ts'
import { accountOf, actAsAccount, deskAccount } from './accounts.ts'
import { fieldAt } from './desk-page.ts'
import { fits } from './faults.ts'
import { demoAddress, realAddress } from './plan-page.ts'
import { atEachSize, drawing, firstSize, picture, themes } from './sizes.ts'
import { withoutMap } from './webgl.ts'

/** Pictures are for eyes; a machine holds against them that nothing runs over, is cut off or lies on something else. */
for (const theme of themes) {
  test.describe(theme, () => {
    test.use({ viewport: firstSize })

    for (const city of theme === 'light' ? (['demo', 'tsinghua'] as const) : (['demo'] as const)) {
      test.describe(() => {
        test.skip(city === 'tsinghua' && !sharedPresent, 'skipped: ../shared absent')
        test(`the desk on ${city} fits at every size: list, form and history${city === 'demo' ? '' : sharedNote}`, async ({ page }) => {
          const base = city === 'demo' ? demoAddress() : realAddress()
          await actAsAccount(page.context(), base, city === 'demo' ? deskAccount.name : accountOf('administrator'))
          await page.goto(`${base}/data?theme=${theme}`)
          await page.getByRole('rowheader').first().click()
          await expect(page).toHaveURL(/record=/)
          await atEachSize(page, theme, async ({ name, narrow }) => {
            if (narrow) await fits(page, name)
            if (narrow) await page.getByRole('button', { name: '填写' }).click()
            await expect(fieldAt(page, 'name')).toBeVisible()
            await picture(page, `desk-${city}-${name}-${theme}`)
            await fits(page, name)
            await page.getByRole('button', { name: '历史' }).click()
            await expect(page.getByRole('heading', { name: '谁改过什么' })).toBeVisible()
            await fits(page, `${name} history`)
            await page.getByRole('button', { name: '回到填写' }).click()
          })
        })
      })
    }

    if (theme === 'light') test('the desk fits at every size with a register and with organisations', async ({ page }) => {
      // Beside the map of the pages above; without it the form is the same.
      if (!drawing) await withoutMap(page)
      await actAsAccount(page.context(), demoAddress(), deskAccount.name)
      for (const kind of ['sheet.slot', 'organisation']) {
        await page.goto(`${demoAddress()}/data?theme=${theme}&kind=${kind}`)
        await page.getByRole('rowheader').first().click()
        await expect(page).toHaveURL(/record=/)
        await atEachSize(page, theme, async ({ name, narrow }) => {
          if (narrow) await page.getByRole('button', { name: '填写' }).click()
          await expect(fieldAt(page, kind === 'organisation' ? 'creditCode' : 'fields.state')).toBeVisible()
          await picture(page, `desk-${kind}-${name}-${theme}`)
          await fits(page, `${kind} ${name}`)
        })
      }
    })
  })
}
