import { expect, type Browser, type BrowserContext, type Locator, type Page } from '@playwright/test'
import { actAsAccount, deskAccount } from './accounts.ts'
import { demoAddress } from './plan-page.ts'
import { withoutMap } from './webgl.ts'

/** A canteen of the demo in the desk account's areas, which admits by arrangement only. */
export const canteen = 'd1-facility-11'
/** An area of the demo beyond them. */
export const foreignArea = '990101002001'

type Standing = { record: { name: string; hours: string | null; position: [number, number] }; etag: string }

/** The editors' desk in a browser of its own, logged in. `request` asks beside the page, as the same account. */
export async function openDesk(browser: Browser, query = '', { account = deskAccount.name as string, theme = 'light', size = [1440, 900], map = true }: { account?: string; theme?: string; size?: readonly [number, number]; /** false: a browser without WebGL, for journeys that need no map, which software draws slowly. */ map?: boolean } = {}) {
  const context = await browser.newContext({ viewport: { width: size[0], height: size[1] }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  if (!map) await withoutMap(context)
  const headers = await actAsAccount(context, demoAddress(), account)
  const page = await context.newPage()
  const address = new URL(`/data${query}`, demoAddress())
  address.searchParams.set('theme', theme)
  await page.goto(address.href)
  await expect(page.getByRole('button', { name: '驻区单位', exact: true })).toBeVisible()
  return { context, page, headers }
}

export const grid = (page: Page): Locator => page.getByRole('grid')
/** A cell of the table by the record's name and the column's heading. */
export async function cellOf(page: Page, name: string | RegExp, column: string): Promise<Locator> {
  const at = await page.getByRole('columnheader', { name: column, exact: true }).getAttribute('aria-colindex')
  return page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) }).first().locator(`[aria-colindex='${at}']`)
}
export const fieldAt = (page: Page, path: string): Locator => page.locator(`[data-path='${path}'] :is(input, select, textarea)`).first()

export async function read(context: BrowserContext, id: string): Promise<Standing> {
  return (await (await context.request.get(`${demoAddress()}/api/v1/facilities/${id}`)).json()) as Standing
}

/** Somebody else changes a record, as it stands now. */
export async function changeAs(context: BrowserContext, headers: { origin: string }, id: string, part: object): Promise<void> {
  const { etag } = await read(context, id)
  const answer = await context.request.patch(`${demoAddress()}/api/v1/facilities/${id}`, { headers: { origin: headers.origin, 'if-match': etag }, data: part })
  expect(answer.status(), await answer.text()).toBe(200)
}
