import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { accountOf, actAs } from './accounts.ts'
import { addAccount, start, stop } from './servers.ts'

/** The wall beside a server of its own, which is written to and taken away. */
const home = mkdtempSync(join(tmpdir(), 'linli-wall-'))
const running: ChildProcess[] = []
let base = ''

test.beforeAll(async () => {
  base = await start(home, running)
  addAccount(home, accountOf('editor'), 'editor', 'all')
})
test.afterAll(async () => {
  await Promise.all(running.map(stop))
  rmSync(home, { recursive: true, force: true })
})

/** Large figure of the first question: who reaches a meal. */
const figure = (page: Page) => page.locator('[data-number="meals"] .answer')

type Kept = { record: { id: string; admission: { audience: string } }; etag: string }
/** Half of the canteens let nobody but their own staff in any more. */
async function close(page: Page, canteens: number): Promise<number> {
  const { cookie } = await actAs(page.context(), base, 'editor')
  const list = (await (await page.request.get(`${base}/api/v1/facilities?category=canteen&limit=200`)).json()) as { rows: Kept[] }
  const open = list.rows.filter(({ record }) => record.admission.audience === 'everyone').slice(0, canteens)
  expect(open).toHaveLength(canteens)
  let last = 0
  for (const { record, etag } of open) {
    const answer = await page.request.patch(`${base}/api/v1/facilities/${record.id}`, { headers: { origin: base, cookie, 'if-match': etag }, data: { admission: { ...record.admission, audience: 'staff' } } })
    expect(answer.status()).toBe(200)
    last = Date.now()
  }
  return last
}

test('a change made through the API stands on the wall within two seconds, and nothing else is drawn anew', async ({ browser }) => {
  const page = await (await browser.newContext({ viewport: { width: 1920, height: 1080 }, reducedMotion: 'reduce' })).newPage()
  await page.goto(`${base}/screen`)
  await expect(figure(page)).toContainText('%')
  await expect(page.locator('.strip')).toContainText('实时连接正常')
  const before = await figure(page).innerText()
  // What does not rest on canteens is left alone, node by node.
  await page.locator('[data-number="rooms"]').evaluate((element) => {
    const seen = { changes: 0 }
    Object.assign(globalThis, { seen })
    new MutationObserver((changes) => { seen.changes += changes.length }).observe(element, { subtree: true, childList: true, characterData: true, attributes: true })
  })
  const desk = await browser.newContext()
  const editing = await desk.newPage()
  await editing.goto(`${base}/healthz`)
  const written = await close(editing, 2)
  await expect.poll(() => figure(page).innerText(), { intervals: [50], timeout: 5000 }).not.toBe(before)
  expect(Date.now() - written).toBeLessThan(2000)
  expect(await page.evaluate(() => (globalThis as unknown as { seen: { changes: number } }).seen.changes)).toBe(0)
  await desk.close()
})

test('the wall outlives its server: it says so, keeps what it showed, and is live again by itself when the server is back', async ({ browser }) => {
  const page = await (await browser.newContext({ viewport: { width: 1920, height: 1080 }, reducedMotion: 'reduce' })).newPage()
  await page.goto(`${base}/screen`)
  await expect(figure(page)).toContainText('%')
  await expect(page.locator('.strip')).toContainText('实时连接正常')
  const before = await figure(page).innerText()
  await page.evaluate(() => { Object.assign(globalThis, { sameDocument: true }) })
  await Promise.all(running.splice(0).map(stop))
  await expect(page.locator('.strip')).not.toContainText('实时连接正常', { timeout: 30_000 })
  expect(await figure(page).innerText()).toBe(before)
  await start(home, running, Number(new URL(base).port))
  await expect(page.locator('.strip')).toContainText('实时连接正常', { timeout: 60_000 })
  await expect(figure(page)).toContainText('%')
  expect(await page.evaluate(() => 'sameDocument' in globalThis)).toBe(true)
})
