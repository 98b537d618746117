import { expect, test } from '@playwright/test'
import { actAs } from './accounts.ts'
import { demoAddress } from './plan-page.ts'

test('which place had the most requests in a month, and does it play on?', async ({ page }) => {
  await actAs(page.context(), demoAddress(), 'planner')
  await page.goto(`${demoAddress()}/heat?layer=requests&shape=communities&month=2026-05`)
  const answer = await (await page.request.get(`${demoAddress()}/api/v1/heat?layer=requests&measure=times&shape=communities&from=2026-05&to=2026-05`)).json() as { cells: { name: string; value: number | null }[] }
  const [most] = answer.cells.toSorted((one, other) => (other.value ?? 0) - (one.value ?? 0))
  const first = page.locator('.pick [role=option]').first()
  await expect(first).toContainText(most.name)
  await expect(first).toContainText(`${most.value} 件`)
  await page.getByRole('slider', { name: '月份' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('.strip p.now')).toContainText('6')
  await expect(page).toHaveURL(/month=2026-06/)
  await page.locator('.pick').focus()
  await page.keyboard.press('ArrowDown')
  await expect(page).toHaveURL(/cell=\d+/)
  await expect(page.locator('.chosen')).toBeVisible()
})

test('what does the resettlement community lack, and its page on one sheet of A4 and of A3', async ({ page }) => {
  await actAs(page.context(), demoAddress(), 'planner')
  await page.goto(`${demoAddress()}/area/990101002009`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('东榆新社区')
  await expect(page.locator('.people')).toContainText('1 750')
  await expect(page.locator('.squares .full')).toHaveCount(4)
  await expect(page.locator('.squares .hatch')).toHaveCount(6)
  await page.getByRole('button', { name: '打印', exact: true }).click()
  for (const [size, box, name] of [['a4', [595, 842], 'A4 竖版'], ['a3', [1191, 842], 'A3 横版']] as const) {
    await page.getByRole('button', { name }).click()
    await expect(page.locator(`article.sheet.${size}`)).toBeVisible()
    await expect(page.locator('.sheet[data-ready=true]')).toBeVisible({ timeout: 60_000 })
    const held = await page.locator('article.sheet').evaluate((sheet) => [sheet, ...sheet.querySelectorAll('.main, .facts, .ties')].map((part) => part.scrollHeight - part.clientHeight))
    expect(Math.max(...held), 'nothing is cut off').toBeLessThanOrEqual(1)
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1)
    const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf) ?? []
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual(box)
  }
})

test('which of two communities is better off with canteens', async ({ page }) => {
  await actAs(page.context(), demoAddress(), 'leader')
  await page.goto(`${demoAddress()}/compare?areas=990101001001`)
  await page.getByRole('combobox', { name: '加入区域' }).fill('fangzhi')
  await page.getByRole('option', { name: /纺织社区/ }).first().click()
  const row = page.getByRole('row', { name: /社区食堂覆盖率/ })
  await expect(row).toContainText('最好')
  await expect(row).toContainText('个百分点')
  await expect(page).toHaveURL(/areas=990101001001(%2C|,)990101001009/)
})

test('a task is made of a gap, closed with its figure, and taken back', async ({ page }) => {
  await actAs(page.context(), demoAddress(), 'editor')
  await page.goto(`${demoAddress()}/tasks?area=990101003001`)
  await page.getByRole('button', { name: '列入清单' }).click()
  const dialog = page.getByRole('dialog', { name: '列入清单' })
  await dialog.getByLabel('对象').selectOption({ label: '图书馆' })
  await expect(dialog.getByRole('status')).toContainText('服务空白楼栋（栋）')
  const figure = /服务空白楼栋（栋） (\d+)/.exec(((await dialog.getByRole('status').textContent()) ?? '').replace(/[\u2009\u00a0]/g, ' '))?.[1] ?? ''
  await dialog.getByLabel('责任单位').fill('枕溪街道办事处')
  await dialog.getByRole('button', { name: '列入', exact: true }).click()
  await expect(dialog).toHaveCount(0)
  const panel = page.locator('.panel')
  await expect(panel.locator('.figures strong')).toHaveText(new RegExp(`${figure}.*→.*${figure}`))
  await panel.getByRole('button', { name: '销号', exact: true }).click()
  await expect(panel.locator('.sure')).toContainText('→')
  await panel.locator('.sure').getByRole('button', { name: '销号', exact: true }).click()
  await expect(panel).toContainText('已销号')
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(panel.getByRole('button', { name: '接办' })).toBeVisible()
})

test('a pair within walking time is claimed, accepted and done, with its history', async ({ page }) => {
  await actAs(page.context(), demoAddress(), 'editor')
  await page.goto(`${demoAddress()}/matching?within=15`)
  const first = page.locator('.pick [role=option]').first()
  await expect(first).toContainText('推荐')
  await first.click()
  const panel = page.locator('.panel')
  await panel.getByRole('button', { name: '认领这一对' }).click()
  for (const [act, state] of [['接受', '已接受'], ['办成', '已办成']] as const) {
    await panel.getByRole('button', { name: act, exact: true }).click()
    await expect(panel.locator('.standing strong')).toHaveText(state)
  }
  await expect(panel.locator('.history li')).toHaveCount(3)
})
