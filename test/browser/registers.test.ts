import { expect, test } from '@playwright/test'
import { sharedNote, sharedPresent } from '../tools/shared.ts'
import { demoAddress, realAddress } from './plan-page.ts'

test.use({ viewport: { width: 1440, height: 900 } })
const api = (path: string): string => `${demoAddress()}/api/v1/${path}${path.includes('?') ? '&' : '?'}month=2026-06`
/** Chinese text without the thin spaces that the page sets round figures. */
const plain = (text: string): string => text.replace(/[\s\u2009]/g, '')

test('a register is found by keyboard, answers its question by value, and its rows and its map are one', async ({ page, request }) => {
  const { registers } = (await (await request.get(api('registers'))).json()) as { registers: { code: string; answer: string }[] }
  await page.goto(`${demoAddress()}/registers`)
  await expect(page.locator('a.register')).toHaveCount(registers.length)
  await page.keyboard.press('/')
  await page.keyboard.type('席位空缺')
  await expect(page.locator('a.register').first()).toContainText('席位空缺')
  await page.keyboard.press('ArrowDown')
  const found = page.locator('a.register:focus')
  const href = await found.getAttribute('href')
  const { answer } = registers.find(({ code }) => href?.startsWith(`/registers/${code}`)) ?? { answer: '' }
  expect(plain(await found.innerText())).toContain(plain(answer))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/registers\/vacancies/)
  expect(plain(await page.locator('.asked .answer').innerText())).toBe(plain(answer))

  const { rows } = (await (await request.get(api('registers/vacancies'))).json()) as { rows: { id: string; areaName: string }[] }
  await page.locator('[role=grid] .body').first().click()
  await expect(page).toHaveURL(new RegExp(`row=${rows[0].id}`))
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('[role=grid] [aria-selected=true]')).toContainText(rows[1].areaName)
  const link = page.url()
  await page.goto('about:blank')
  await page.goto(link)
  await expect(page.locator('[role=grid] [aria-selected=true]')).toContainText(rows[1].areaName)
  await page.getByRole('button', { name: '怎么算的' }).click()
  await expect(page.getByRole('dialog')).toContainText('空缺')
})

test('the matrix says which community lacks what, and leads to who cannot walk to one', async ({ page, request }) => {
  const { rows, items, summary } = (await (await request.get(api('completeness'))).json()) as { rows: { code: string; name: string; cells: { standing: string }[] }[]; items: { name: string; category: string | null }[]; summary: { areas: number; complete: number } }
  await page.goto(`${demoAddress()}/completeness`)
  await expect(page.locator('.asked .answer')).toContainText('配齐')
  expect(plain(await page.locator('.asked .answer').innerText())).toContain(`${summary.areas}个社区里${summary.complete}个配齐${items.length}项`)
  const at = rows[0].cells.findIndex(({ standing }, index) => standing === 'missing' && items[index].category !== null)
  await page.getByRole('button', { name: `${rows[0].name}，${items[at].name}：缺` }).click()
  await page.getByRole('link', { name: '看哪些楼走不到' }).click()
  await expect(page).toHaveURL(new RegExp(`/plan\\?.*category=${items[at].category}`))
  await expect(page).toHaveURL(new RegExp(`area=${rows[0].code}`))
})

test('coverage of organisations: both kinds by value, the list of those without cover', async ({ page, request }) => {
  const { kinds, label } = (await (await request.get(api('organisations/coverage'))).json()) as { label: string; kinds: { name: string; all: { organised: { covered: number; total: number; share: number } } }[] }
  const { rows, total } = (await (await request.get(api('organisations/gaps?list=uncovered'))).json()) as { total: number; rows: { name: string }[] }
  await page.goto(`${demoAddress()}/two-new`)
  await expect(page.locator('h1')).toContainText(label)
  for (const [index, { all }] of kinds.entries()) {
    const shown = plain(await page.locator('.kind').nth(index).locator('.rate.large').innerText())
    expect(shown).toContain(`${(all.organised.share * 100).toFixed(1)}%${all.organised.covered}家÷实体运营${all.organised.total}家`)
  }
  await expect(page.locator('.lists')).toContainText(`${total}`)
  await expect(page.locator('.lists')).toContainText(rows[0].name)
})

test.describe('real data', () => {
  test.skip(!sharedPresent, 'skipped: ../shared absent')
  test(`the public reaches completeness and nothing else of these pages, and is told what to import${sharedNote}`, async ({ page }) => {
    await page.goto(`${realAddress()}/completeness`)
    await expect(page.getByText('还没有填报配置情况')).toBeVisible()
    await expect(page.getByRole('navigation', { name: '视图' }).getByRole('link')).toHaveText(['配置'])
    await page.goto(`${realAddress()}/registers`)
    await expect(page).toHaveURL(/\/log-in/)
  })
})
