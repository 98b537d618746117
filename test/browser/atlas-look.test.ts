import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { actAs } from './accounts.ts'
import { faults } from './faults.ts'
import { demoAddress } from './plan-page.ts'

const sizes = [[1920, 1080], [3840, 1080], [1366, 768], [390, 844]] as const
const pictures = fileURLToPath(new URL('../../test-results/look/', import.meta.url))
mkdirSync(pictures, { recursive: true })

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

/** One load a page and theme, four sizes one after the other. */
for (const theme of ['light', 'dark'] as const) {
  for (const { name, path, there } of pages) {
    test(`${name} fits at four sizes and is clean for readers, ${theme}`, async ({ page }) => {
      await page.setViewportSize({ width: sizes[0][0], height: sizes[0][1] })
      await actAs(page.context(), demoAddress(), 'editor')
      await page.goto(`${demoAddress()}${path}${path.includes('?') ? '&' : '?'}theme=${theme}`)
      await expect(page.locator(there).first()).toBeVisible()
      await drawn(page)
      if (name === 'tasks' || name === 'matching') await page.locator(name === 'tasks' ? '.tasks tbody button' : '.match [role=option]').first().click()
      for (const [width, height] of sizes) {
        await page.setViewportSize({ width, height })
        // The arrangement follows the window within a frame or two.
        await expect.poll(() => faults(page), { message: `${name} ${width}`, intervals: [150] }).toEqual([])
        await page.screenshot({ path: `${pictures}${name}-${width}x${height}-${theme}.png` })
      }
      // As a phone shows it, where most is folded, the desk having been the same document.
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html.slice(0, 160))])).toEqual([])
    })
  }
}
