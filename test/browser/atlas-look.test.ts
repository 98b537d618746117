import { expect, test, type Page } from '@playwright/test'
import { actAs } from './accounts.ts'
import { axe } from './axe.ts'
import { fits } from './faults.ts'
import { demoAddress } from './plan-page.ts'
import { atEachSize, firstSize, picture, themes } from './sizes.ts'

/** Each page with something to look at, and what shows that its answer is here. */
const pages = [
  { name: 'heat', path: '/heat?layer=requests', there: '.legend table' },
  { name: 'area', path: '/area/990101001009', there: '.squares' },
  { name: 'compare', path: '/compare?areas=990101001001,990101001009,990101002009', there: '.compare tbody' },
  { name: 'tasks', path: '/tasks', there: '.tasks tbody tr' },
  { name: 'matching', path: '/matching', there: '.match [role=option]' },
] as const

/** The map has its first picture; labels may still come. */
async function drawn(page: Page): Promise<void> {
  await expect(page.getByText('正在画地图…')).toHaveCount(0)
}

/** One load a page and theme, its sizes one after the other. */
for (const theme of themes) {
  for (const { name, path, there } of pages) {
    test(`${name} fits at every size and is clean for readers, ${theme}`, async ({ page }) => {
      await page.setViewportSize(firstSize)
      await actAs(page.context(), demoAddress(), 'editor')
      await page.goto(`${demoAddress()}${path}${path.includes('?') ? '&' : '?'}theme=${theme}`)
      await expect(page.locator(there).first()).toBeVisible()
      await drawn(page)
      if (name === 'tasks' || name === 'matching') await page.locator(name === 'tasks' ? '.tasks tbody button' : '.match [role=option]').first().click()
      await atEachSize(page, theme, async (size) => {
        await fits(page, `${name} ${size.name}`)
        await picture(page, `${name}-${size.name}-${theme}`)
      })
      // As a phone shows it, where most is folded, the desk having been the same document.
      await axe(page)
    })
  }
}
