import { expect, test } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { demoAddress, openPlan } from './plan-page.ts'

test.use({ viewport: { width: 1366, height: 768 } })

test('story 1: the gap is found, the institute\'s canteen opened by keys, saved, held against a new room, and taken away as a workbook and on paper', async ({ page }) => {
  const steps = page.getByRole('list', { name: '步骤' }).getByRole('listitem')
  await openPlan(page, demoAddress(), '?category=canteen&minutes=10&group=60plus')
  await expect(page.locator('#gap-list [role="option"]').first()).toBeVisible()

  // By its name, with the keys alone.
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog').getByRole('combobox')
  await expect(palette).toBeFocused()
  await page.keyboard.type('设计院职工食堂')
  await expect(page.getByRole('dialog').getByRole('option').first()).toContainText('设计院职工食堂')
  await page.keyboard.press('Enter')
  await page.locator('.spot').getByRole('button', { name: '推演' }).click()
  await page.getByRole('button', { name: '向居民开放' }).click()
  await expect(steps).toHaveCount(1)
  await expect(page.getByText('服务器复核一致')).toBeVisible()
  await expect(page.locator('.what-if')).toContainText('+412')

  await page.getByLabel('方案名称').fill('开放设计院食堂')
  await page.getByRole('button', { name: '存为方案' }).click()
  await expect(page.getByText('已保存方案“开放设计院食堂”。')).toBeVisible()
  await expect(page).toHaveURL(/scenario=c-/)
  const opened = page.url()

  // A new room, as the server's candidates offer it.
  const made = await page.evaluate(async () => {
    const { candidates } = await (await fetch('/api/v1/siting/candidates?category=canteen&group=60plus&minutes=10')).json() as { candidates: { kind: string; name: string; step: { kind: string; site?: { name: string } } }[] }
    const save = async (name: string, step: unknown): Promise<string> => {
      const answer = await fetch('/api/v1/scenarios', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ name, query: { category: 'canteen', group: '60plus', minutes: 10 }, steps: [step] }) })
      return (await answer.json() as { id: string }).id
    }
    const room = candidates.find(({ kind }) => kind === 'vacantPremises')
    return room ? save('新建助餐点', room.step) : ''
  })
  expect(made).toMatch(/^c-/)
  const first = new URL(opened).searchParams.get('scenario') ?? ''
  await page.goto(`${demoAddress()}/scenarios?with=${first},${made}`)
  const table = page.getByRole('region', { name: '方案并排比较，可左右滚动' })
  await expect(table).toContainText('+412')
  await expect(table).toContainText('+388')
  const divider = page.getByRole('slider', { name: '分界线' })
  await divider.focus()
  await page.keyboard.press('ArrowRight')
  await expect(divider).toHaveAttribute('aria-valuenow', '52')
  await expect(page).toHaveURL(/split=52/)

  // A second tab with the older version is told, and nothing is lost.
  await page.goto(opened)
  await expect(steps).toHaveCount(1)
  await page.evaluate(async (id) => {
    const { etag } = await (await fetch(`/api/v1/scenarios/${id}`)).json() as { etag: string }
    await fetch(`/api/v1/scenarios/${id}`, { method: 'PATCH', headers: { 'content-type': 'application/json', 'if-match': etag }, body: JSON.stringify({ name: '另一个人改的名' }) })
  }, first)
  await page.getByLabel('方案名称').fill('我改的名')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('另一个人改的名')
  await expect(steps).toHaveCount(1)
  await page.getByRole('button', { name: '用我的覆盖' }).click()
  await expect(page.getByText('已保存方案“我改的名”。')).toBeVisible()

  // Taken away: a workbook, and three pages of paper.
  await page.getByRole('button', { name: '带走' }).click()
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: /^Excel/ }).click()
  const file = await coming
  expect(file.suggestedFilename()).toContain('示意数据')
  expect(readFileSync(await file.path()).subarray(0, 2).toString()).toBe('PK')
  await page.goto(`${demoAddress()}/proposal?scenario=${first}`)
  await expect(page.getByRole('button', { name: '打印' })).toBeEnabled({ timeout: 90_000 })
  for (const number of [1, 2, 3]) {
    const paper = page.getByRole('article', { name: `第 ${number} 页，共 3 页` })
    await expect(paper.locator('footer')).toContainText(`第 ${number} 页，共 3 页`)
    expect(await paper.evaluate((one) => one.scrollHeight <= one.clientHeight + 1)).toBe(true)
  }
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBe(3)
})
