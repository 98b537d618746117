import { expect, test } from '@playwright/test'
import { axe } from './axe.ts'
import { fits } from './faults.ts'
import { demoAddress } from './plan-page.ts'
import { atEachSize, firstSize, picture, themes } from './sizes.ts'

/** Each kind of view there is: its address, what stands once it is there, and whether a map belongs to it. */
const kinds = [
  { name: 'list', path: '/registers', there: 'a.register', map: false },
  { name: 'layer', path: '/registers/openCanteens', there: '[role=grid] .body', map: true },
  { name: 'indicator', path: '/registers/vacancies', there: '[role=grid] .body', map: true },
  { name: 'compliance', path: '/registers/meetingFrequency', there: '[role=grid] .body', map: false },
  { name: 'table', path: '/registers/fundSources', there: '[role=grid] .body', map: false },
  { name: 'narrative', path: '/registers/narratives', there: 'article h2', map: false },
  { name: 'matrix', path: '/completeness?cell=990101002009:clinic', there: '[role=grid] .cell', map: true },
  { name: 'two-new', path: '/two-new', there: '.rate strong', map: true },
] as const

/** One page a theme, led from view to view: the map library and the fonts are loaded once. Pictures are for eyes; a machine holds faults and axe against them. */
for (const theme of themes) {
  test(`each kind of register fits at every size, ${theme}`, async ({ browser }) => {
    test.setTimeout(300_000)
    const context = await browser.newContext({ viewport: firstSize, colorScheme: theme, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
    const page = await context.newPage()
    const problems: string[] = []
    page.on('pageerror', (error) => problems.push(error.message))
    // By night the kinds that have colours of their own.
    for (const { name, path, there, map } of kinds.filter((kind) => theme === 'light' || kind.map)) {
      await page.setViewportSize(firstSize)
      await page.goto(demoAddress() + path)
      await expect(page.locator(there).first()).toBeVisible()
      if (map) await expect(page.getByText('正在画地图…')).toHaveCount(0, { timeout: 60_000 })
      await axe(page)
      await atEachSize(page, theme, async (size) => {
        await expect(page.locator(there).first()).toBeVisible()
        await picture(page, `register-${name}-${size.name}-${theme}`)
        await fits(page, `${name} ${size.name}`)
      })
    }
    expect(problems).toEqual([])
    await context.close()
  })
}
