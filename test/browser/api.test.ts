import { expect, test } from '@playwright/test'
import { exchanges } from '../../geodata/contract/all.ts'
import { accountOf, password } from './accounts.ts'
import { axe } from './axe.ts'
import { demoAddress, foreignRequests } from './plan-page.ts'

test('the page of the API lists every exchange and asks no other host', async ({ page }) => {
  const foreign = foreignRequests(page, demoAddress())
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(`${demoAddress()}/api`)
  for (const { path, method } of Object.values(exchanges)) {
    const published = path.replace(/:(\w+)(\{[^}]*\})?/g, '{$1}')
    await expect(page.locator('main code').getByText(`${method} ${published}`, { exact: true })).toBeVisible()
  }
  await axe(page)
  expect({ foreign, errors }).toEqual({ foreign: [], errors: [] })
})

test('from the page one logs in, reads a record, changes it by the etag that was read, and listens', async ({ page }) => {
  await page.goto(`${demoAddress()}/api`)
  const tried = async (name: string, fields: Record<string, string>, expected: string): Promise<string> => {
    const exchange = page.locator(`#${name}`)
    await exchange.locator('summary').click()
    for (const [label, value] of Object.entries(fields)) await exchange.getByLabel(label, { exact: true }).fill(value)
    await exchange.getByRole('button').click()
    await expect(exchange.getByRole('status')).toContainText(`→ ${expected}`)
    return exchange.locator('pre').innerText()
  }
  await tried('logIn', { 正文: JSON.stringify({ name: accountOf('editor'), password }) }, '200')
  const { rows } = JSON.parse(await tried('unitList', { limit: '1' }, '200')) as { rows: [{ record: { id: string; name: string }; etag: string }] }
  const [{ record, etag }] = rows
  const change = { id: record.id, 正文: JSON.stringify({ name: `${record.name}（改）` }) }
  expect(await tried('unitChange', { ...change, 'If-Match': etag }, '200')).toContain('（改）')
  await page.locator('#unitChange summary').click()
  expect(await tried('unitChange', { ...change, 'If-Match': etag }, '412')).toContain('error')
  expect(await tried('events', {}, '200')).toContain('retry')
})
