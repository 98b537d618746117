import { expect, test } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { actAs } from './accounts.ts'
import { demoAddress, openPlan } from './plan-page.ts'
import { picture } from './sizes.ts'

test.use({ viewport: { width: 1366, height: 768 } })

test('story 1: the gap is found, the institute\'s canteen and its side gate opened, held against a new room, made a task, and taken away as a workbook and on paper', async ({ page }) => {
  test.setTimeout(240_000)
  const question = '?category=canteen&minutes=10&group=60plus'
  const steps = page.getByRole('list', { name: '步骤' }).getByRole('listitem')
  await openPlan(page, demoAddress(), question)
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

  // The side gate beside it, of four of the same name the one whose owner talks about it; its card tells the hours.
  await page.getByRole('button', { name: '从现成的资源里挑' }).click()
  await page.getByRole('searchbox', { name: '按名称、单位或社区查找' }).fill('设计院侧门')
  const gates = page.getByRole('list', { name: '从现成的资源里挑' }).getByRole('listitem')
  await expect(gates).toHaveCount(4)
  await gates.filter({ hasText: '意愿：洽谈' }).getByRole('button', { name: '试一试' }).press('Enter')
  await expect(steps).toHaveCount(2)
  await expect(page.getByText('推演里已打开：07:00-19:00')).toBeVisible()
  await expect(page.getByText('服务器复核一致')).toBeVisible()
  await picture(page, 'story-opened')
  await page.getByLabel('方案名称').fill('开放设计院食堂和侧门')
  await page.getByRole('button', { name: '存为方案' }).click()
  await expect(page.getByText('已保存方案“开放设计院食堂和侧门”。')).toBeVisible()
  await expect(page).toHaveURL(/scenario=c-/)
  const opened = page.url()

  // A new room instead, in a scenario of its own.
  await openPlan(page, demoAddress(), question)
  await page.getByRole('button', { name: '推演', exact: true }).first().click()
  await page.getByRole('button', { name: '从现成的资源里挑' }).click()
  await page.getByRole('combobox', { name: '资源种类' }).selectOption('vacantPremises')
  await gates.first().getByRole('button', { name: '试一试' }).click()
  await expect(page.locator('.what-if')).toContainText('+388')
  await page.getByLabel('方案名称').fill('新建助餐点')
  await page.getByRole('button', { name: '存为方案' }).click()
  await expect(page.getByText('已保存方案“新建助餐点”。')).toBeVisible()
  const made = new URL(page.url()).searchParams.get('scenario') ?? ''
  const first = new URL(opened).searchParams.get('scenario') ?? ''
  await page.goto(`${demoAddress()}/scenarios?with=${first},${made}`)
  const table = page.getByRole('region', { name: '方案并排比较，可左右滚动' })
  await expect(table).toContainText('+388')
  const divider = page.getByRole('slider', { name: '分界线' })
  await divider.focus()
  await page.keyboard.press('ArrowRight')
  await expect(divider).toHaveAttribute('aria-valuenow', '52')
  await expect(page).toHaveURL(/split=52/)

  await picture(page, 'story-compared')

  // A second tab with the older version is told, and nothing is lost.
  await page.goto(opened)
  await expect(steps).toHaveCount(2)
  await page.evaluate(async (id) => {
    const { etag } = await (await fetch(`/api/v1/scenarios/${id}`)).json() as { etag: string }
    await fetch(`/api/v1/scenarios/${id}`, { method: 'PATCH', headers: { 'content-type': 'application/json', 'if-match': etag }, body: JSON.stringify({ name: '另一个人改的名' }) })
  }, first)
  await page.getByLabel('方案名称').fill('我改的名')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('另一个人改的名')
  await expect(steps).toHaveCount(2)
  await page.getByRole('button', { name: '用我的覆盖' }).click()
  await expect(page.getByText('已保存方案“我改的名”。')).toBeVisible()

  // A planner is told who makes tasks; an editor makes one of it.
  await expect(page.getByText('列入清单由编辑人员来做')).toBeVisible()
  await actAs(page.context(), demoAddress(), 'editor')
  await page.goto(opened)
  await page.getByRole('button', { name: '列入清单' }).click()
  const task = page.getByRole('dialog', { name: '列入清单' })
  await expect(task.getByRole('status')).toContainText('木器厂社区')
  await expect(task.getByLabel('说明')).toHaveValue(/设计院职工食堂.*侧门.*490/)
  await picture(page, 'story-task')
  await task.getByRole('button', { name: '列入清单' }).click()
  await expect(page.getByText('已列入清单：我改的名。')).toBeVisible()
  await page.getByRole('link', { name: '看清单' }).click()
  await expect(page.getByRole('row').filter({ hasText: '木器厂社区' }).filter({ hasText: '社区食堂' })).not.toHaveCount(0)
  await page.goto(opened)
  await expect(steps).toHaveCount(2)

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
