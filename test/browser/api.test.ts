import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { exchanges } from '../../geodata/contract/all.ts'
import { demoAddress, foreignRequests } from './plan-page.ts'

test('the page of the API lists every exchange and asks no other host', async ({ page }) => {
  const foreign = foreignRequests(page, demoAddress())
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(`${demoAddress()}/api`)
  for (const { path } of Object.values(exchanges)) {
    const published = path.replace(/:(\w+)(\{[^}]*\})?/g, '{$1}')
    await expect(page.locator('main code').getByText(`GET ${published}`, { exact: true })).toBeVisible()
  }
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze()
  expect(violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([])
  expect({ foreign, errors }).toEqual({ foreign: [], errors: [] })
})
