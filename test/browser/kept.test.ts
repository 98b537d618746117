import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { deskAccount } from './accounts.ts'
import { cellOf, changeAs, fieldAt, openDesk, read } from './desk-page.ts'
import { demoAddress } from './plan-page.ts'

async function axe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  expect(violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([])
}

test('somebody reports a mistake; an editor corrects and decides it, shuts the place for today, opens it and finds it right; the open card follows each time', async ({ browser }) => {
  const { page, context, headers } = await openDesk(browser, '?list=reports', { map: false })
  const listed = (await (await context.request.get(`${demoAddress()}/api/v1/facilities?area=${deskAccount.areas[0]}&category=activityRoom&limit=1`)).json()) as { rows: { record: { id: string; name: string; hours: string; suspensions: unknown[]; offer: object } }[] }
  const { id, name, hours, suspensions, offer } = listed.rows[0].record
  const script = '<img src=x onerror="document.title=1"> \'; DROP TABLE report; --'

  const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const card = await phone.newPage()
  await card.goto(`${demoAddress()}/venue/${id}`)
  await card.getByRole('button', { name: '信息纠错' }).click()
  await card.getByRole('checkbox', { name: '开门时间不对' }).check()
  await card.getByRole('checkbox', { name: '电话不对' }).check()
  await card.getByRole('textbox', { name: '想说明一下' }).fill(script)
  await card.getByRole('button', { name: '提交' }).click()
  await expect(card.getByText('已有人反映，核实中')).toBeVisible()
  // Nothing of the words is told to the public.
  expect(JSON.stringify(await (await phone.request.get(`${demoAddress()}/api/v1/venues/${id}`)).json())).not.toContain('DROP TABLE')

  // The newest that waits stands first; from then on it is this one, wherever it goes in the list.
  const newest = page.getByRole('article', { name }).first()
  await expect(newest).toContainText(script)
  const report = page.locator(`[aria-labelledby='${await newest.getAttribute('aria-labelledby')}']`)
  await expect(report).toContainText(script)
  await expect(report).toContainText('有人反映不对：开放时间、电话')
  await expect(report).toContainText('待核实')
  expect(await page.title()).not.toBe('1')
  await axe(page)
  await report.getByRole('button', { name: '去修改' }).click()
  await fieldAt(page, 'hours').fill('看门大爷心情')
  await expect(page.getByText('看不懂“看门大爷心情”')).toBeVisible()
  await fieldAt(page, 'hours').fill('每日 0:00-24:00')
  await expect(page.locator('[data-path=hours]')).toContainText(/读作：.*；今天.0:00-24:00/)
  await page.keyboard.press('ControlOrMeta+s')
  await expect(card.locator('.state-line, [class*=state]').filter({ hasText: '正在开放' }).first()).toBeVisible()
  await report.getByRole('button', { name: '已更正' }).click()
  await expect(report).not.toContainText(script)
  await expect(card.getByText('有人反映过，已改正')).toBeVisible()

  await page.getByRole('button', { name: '今日暂停', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: /今日暂停开放/ })
  await expect(dialog.getByLabel('原因')).toBeFocused()
  await axe(page)
  await dialog.getByLabel('原因').fill('停电检修')
  await page.keyboard.press('Enter')
  await expect(page.locator('.touch')).toContainText('今日暂停开放：停电检修')
  await expect(card.getByText(/今日暂停开放：停电检修/).first()).toBeVisible()
  await page.getByRole('button', { name: '恢复开放', exact: true }).click()
  await expect(card.locator('[class*=state]').filter({ hasText: '正在开放' }).first()).toBeVisible()

  // In the table the same by keys: the cell says it, Enter does it, and it is taken back like any change.
  await page.getByRole('button', { name: '设施', exact: true }).click()
  const cell = await cellOf(page, name, '核实')
  await cell.scrollIntoViewIfNeeded()
  await cell.focus()
  await page.keyboard.press('Enter')
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(Date.now())
  await expect(cell).toContainText(`${today} 水泵厂新社区`.replaceAll(' ', '\u2009'))
  await expect(card.getByText(new RegExp(`${Number(today.slice(5, 7))}.月.${Number(today.slice(8))}.日.*水泵厂新社区`)).first()).toBeVisible()
  // While it is being saved there is nothing to take back yet.
  await expect(page.getByText(/^已保存.*的核实$/)).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(async () => Reflect.get((await read(context, id)).record, 'offer')).toEqual(offer)
  await axe(page)
  await changeAs(context, headers, id, { hours, suspensions })
  await Promise.all([context.close(), phone.close()])
})

test('everything that is listed is found right at once, asked about first and taken back together', async ({ browser }) => {
  const { page, context } = await openDesk(browser, `?area=${deskAccount.areas[0]}&category=activityRoom`, { map: false })
  const checked = async (): Promise<unknown[]> => ((await (await context.request.get(`${demoAddress()}/api/v1/facilities?area=${deskAccount.areas[0]}&category=activityRoom`)).json()) as { rows: { record: { offer: { checked: unknown } } }[] }).rows.map(({ record }) => record.offer.checked)
  const before = await checked()
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(Date.now())
  const due = before.filter((one) => (one as { day: string } | null)?.day !== today).length
  await page.getByRole('button', { name: /这.\d+.处都仍然正确/ }).click()
  await expect(page.getByText(/把列出的.\d+.处都记为今天核实无误/)).toBeVisible()
  await page.getByRole('button', { name: '都仍然正确', exact: true }).click()
  await expect(page.getByText(`已核实 ${due} 处。`.replaceAll(' ', '\u2009'))).toBeVisible()
  expect(new Set((await checked()).map((one) => JSON.stringify(one))).size).toBe(1)
  await page.getByRole('checkbox', { name: '只看很久没核实的' }).check()
  await expect(page.getByText('没有符合筛选的记录')).toBeVisible()
  await page.getByRole('checkbox', { name: '只看很久没核实的' }).uncheck()
  await page.getByRole('button', { name: '全部撤销' }).click()
  await expect.poll(checked).toEqual(before)
  await context.close()
})
