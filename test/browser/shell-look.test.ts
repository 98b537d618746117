import { expect, test, type Page } from '@playwright/test'
import { actAs } from './accounts.ts'
import { fits } from './faults.ts'
import { demoAddress, openPlan } from './plan-page.ts'
import { atEachSize, drawing, firstSize, picture, themes } from './sizes.ts'
import { withoutMap } from './webgl.ts'

/** Every state of the shell, one after the other in one page, each at every size. */
for (const theme of themes) {
  test.describe(theme, () => {
    test.use({ viewport: firstSize })
    const state = (page: Page, called: string): Promise<void> => atEachSize(page, theme, async ({ name }) => {
      await picture(page, `shell-${called}-${name}-${theme}`)
      await fits(page, `${called} ${name}`)
    })

    test('log-in, leader, search, menu and jobs fit at every size', async ({ page, browser }) => {
      // What lies over the planner's view is the point; that view itself, with its map, is measured as the leader's here and the planner's in look.test.ts.
      if (!drawing) await withoutMap(page)
      await page.goto(`${demoAddress()}/log-in?theme=${theme}`)
      await page.getByLabel('用户名').fill('nobody')
      await page.getByRole('button', { name: '登录', exact: true }).click()
      await expect(page.getByText('请填口令')).toBeVisible()
      await state(page, 'log-in')

      const leader = await browser.newContext({ viewport: firstSize, locale: 'zh-CN' })
      await actAs(leader, demoAddress(), 'leader')
      const other = await leader.newPage()
      await openPlan(other, demoAddress(), `?category=canteen&theme=${theme}`)
      await expect(other.locator('.legend')).toBeVisible()
      await state(other, 'leader')
      await leader.close()

      await actAs(page.context(), demoAddress(), 'administrator')
      await openPlan(page, demoAddress(), `?category=canteen&theme=${theme}`)
      await page.keyboard.press('Control+k')
      await page.keyboard.type('shequ')
      await expect(page.getByRole('option').first()).toBeVisible()
      await state(page, 'search')
      await page.keyboard.press('Escape')
      await page.setViewportSize(firstSize)
      await page.getByRole('button', { name: 'journey-administrator' }).click()
      await state(page, 'menu')
      await page.keyboard.press('Escape')
      await page.setViewportSize(firstSize)
      await page.getByRole('button', { name: '任务' }).click()
      const drawer = page.getByRole('dialog', { name: '任务' })
      for (const form of ['导出列表', '导入文件', '重建路网和瓦片']) await drawer.getByText(form, { exact: true }).first().click()
      await state(page, 'jobs')
    })
  })
}
