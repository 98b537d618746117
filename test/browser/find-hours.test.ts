import { expect, test, type Page } from '@playwright/test'
import { asked, hours, openFind } from './find-page.ts'
import { demoAddress } from './plan-page.ts'
import { relay } from './relay.ts'

/** What a visit is made of, each part at each of three hours: a make-up Saturday, the first day of Spring Festival, a Saturday evening. */

const first = (page: Page) => page.locator('.first')
const names = (page: Page): Promise<string[]> => page.locator('.list .name').allTextContents()

for (const [name, at] of Object.entries(hours)) {
  test(`at the hour called ${name} a woman of 72 finds where to eat, passes it on, reports a mistake, reads it large and without a connection`, async ({ browser }) => {
    const way = await relay(demoAddress())
    const page = await openFind(browser, '/find', { at, base: way.address, workers: true })
    await page.getByLabel('小区名、楼号或门牌地址').fill('纺织新村')
    await page.getByRole('button', { name: /^纺织新村/ }).first().click()
    await page.getByRole('button', { name: /3\s?号楼/ }).click()
    await page.getByRole('button', { name: '我是谁' }).click()
    await page.getByRole('dialog').getByLabel('也可以写几岁').fill('72')
    await page.getByRole('dialog').getByRole('button', { name: '好了' }).click()
    const eating = page.getByRole('button', { name: '吃饭', exact: true })
    if ((await eating.getAttribute('aria-pressed')) !== 'true') await eating.click()
    await expect(eating).toHaveAttribute('aria-pressed', 'true')

    // What stands first is what the server says at that hour: open where anything is, and else what opens first.
    const from = new URL(page.url()).searchParams.get('from') ?? ''
    const truth = await asked(`building=${from}&wish=eat&age=72&admits=yes&limit=20&at=${encodeURIComponent(at)}`)
    expect(truth.day.type).toBe(name === 'makeup' ? 'makeup' : name === 'festival' ? 'holiday' : 'rest')
    const heading = first(page).getByRole('heading')
    if (truth.first) await expect(heading).toHaveText(truth.first.venue.name)
    else await expect(first(page)).toContainText('没有开的')
    const shown = (await heading.innerText()).trim()
    await expect.poll(async () => [shown, ...(await names(page))].filter((one) => !truth.venues.some((venue) => venue.name === one))).toEqual([])
    const here = await names(page)

    // The link opens the same list elsewhere, at another hour.
    await page.getByRole('button', { name: '分享' }).first().click()
    await page.getByRole('checkbox', { name: /固定在这个时间/ }).check()
    const link = new URL(await page.getByRole('textbox', { name: '链接' }).inputValue())
    await page.keyboard.press('Escape')
    const other = await openFind(browser, link.pathname + link.search, { at: name === 'evening' ? hours.makeup : hours.evening })
    await expect(first(other).getByRole('heading')).toHaveText(shown)
    await expect.poll(() => names(other)).toEqual(here)

    // There somebody knows that a place further on has another telephone.
    const further = ['makeup', 'festival', 'evening'].indexOf(name) + 2, title = here[further]
    await other.locator('.list a').nth(further).click()
    await expect(other.getByRole('heading', { level: 1 })).toHaveText(title)
    await other.getByRole('button', { name: '信息纠错' }).click()
    await other.getByRole('checkbox', { name: '电话不对' }).check()
    await other.getByRole('button', { name: '提交' }).click()
    await expect(other.locator('.reported')).toContainText('已有人反映，核实中')
    await other.context().close()

    // Large, and then with nothing to ask.
    await page.getByRole('button', { name: '长辈版', exact: true }).click()
    await expect(page.locator('html')).toHaveAttribute('data-elder', '')
    expect(await first(page).getByRole('heading').evaluate((heading) => Number.parseFloat(getComputedStyle(heading).fontSize))).toBeGreaterThanOrEqual(24)
    await expect.poll(() => page.evaluate(async () => (await (await caches.open('linli-find-answers-1')).keys()).length)).toBeGreaterThan(8)
    await way.close()
    await page.reload()
    await expect(page.getByText(/没连上网络，这是.*的内容/)).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('data-elder', '')
    await expect(first(page).getByRole('heading')).toHaveText(shown)
    await expect.poll(() => names(page)).toContain(title)
    await page.context().close()
  })
}
