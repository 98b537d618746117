import { readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { demoAddress, foreignRequests } from './plan-page.ts'

async function openExport(page: Page, query: string): Promise<void> {
  await page.goto(`${demoAddress()}/screen?${query}`)
  await expect(page.locator('.maplibregl-canvas')).toBeVisible()
  await expect(page.locator('.wall-map .wait')).toHaveCount(0)
  await page.getByRole('button', { name: '设置' }).click()
  await page.getByRole('button', { name: '导出' }).click()
}

/** Saves what the dialog makes. */
async function saved(page: Page, kind: string): Promise<{ name: string; bytes: Buffer }> {
  await page.getByRole('dialog').getByText(kind).click()
  await page.getByRole('button', { name: '生成' }).click()
  const link = page.getByRole('link', { name: '保存到本机' })
  const [download] = await Promise.all([page.waitForEvent('download'), link.click({ timeout: 90_000 })])
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

/** Width and height stand in the first chunk of a PNG. */
const sizeOf = (png: Buffer): [number, number] => [png.readUInt32BE(16), png.readUInt32BE(20)]

test('the wall goes away as pictures of exactly their pixels, as one page of PDF with its text, and as a Word page', async ({ browser }) => {
  test.setTimeout(300_000)
  const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce', locale: 'zh-CN' })).newPage()
  const foreign = foreignRequests(page, demoAddress())
  await openExport(page, 'theme=light')
  const dialog = page.getByRole('dialog')
  const screen = await saved(page, '图片 16:9')
  expect(screen.name).toMatch(/\.png$/)
  expect(sizeOf(screen.bytes)).toEqual([3840, 2160])
  expect(sizeOf((await saved(page, '图片 A3')).bytes)).toEqual([4961, 3508])
  const word = await saved(page, 'Word 报告')
  expect(word.name).toMatch(/\.docx$/)
  expect(word.bytes.subarray(0, 2).toString()).toBe('PK')

  await dialog.getByText('PDF A3').click()
  await page.getByRole('button', { name: '生成' }).click()
  await expect(page.getByRole('button', { name: /打印/ })).toBeVisible({ timeout: 90_000 })
  const sheet = dialog.locator('svg.sheet')
  for (const text of ['示意数据', '数据日期', '社区、网格界线仅供参考', '哪些楼没饭吃']) await expect(sheet).toContainText(text)
  await expect(sheet.locator('image[preserveAspectRatio]')).toHaveCount(1)
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
  expect([...pdf.matchAll(/\/Type \/Page\b/g)].length).toBe(1)
  // A3 across, in points.
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? []
  expect(Number(width)).toBeCloseTo((420 / 25.4) * 72, -1)
  expect(Number(height)).toBeCloseTo((297 / 25.4) * 72, -1)
  // Text stays text: its glyphs are told as letters.
  expect(pdf.includes('/ToUnicode')).toBe(true)
  expect(foreign).toEqual([])
})

/** What stands on the wall in words: numbers, what is open, legend, breadcrumb; and the view as the export's link names it. */
async function seen(page: Page): Promise<{ link: string; texts: string[] }> {
  await page.getByRole('button', { name: '设置' }).click()
  await page.getByRole('button', { name: '导出' }).click()
  await page.getByRole('dialog').getByText('链接和二维码').click()
  const link = await page.getByRole('dialog').getByRole('textbox').inputValue()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: '导出' })).toHaveCount(0)
  return { link, texts: await page.locator('.numbers-place h3, .numbers-place .answer, .drawer-place h2, .wall-legend li, .wall-map .only').allInnerTexts() }
}

test('the link of a view opens the same view elsewhere: place, camera, theme, choice, month and what is open', async ({ browser }) => {
  test.setTimeout(240_000)
  const size = { viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce', locale: 'zh-CN' } as const
  for (const [colorScheme, query] of [['dark', 'area=990101001&shows=rooms&subject=rooms&map=14.25/30.39421/112.59412/20/40'], ['light', 'only=990101001010,990101001009&month=2026-06&map=14.6/30.3931/112.5931']] as const) {
    const first = await (await browser.newContext({ ...size, colorScheme })).newPage()
    await first.goto(`${demoAddress()}/screen?${query}`)
    await expect(first.locator('.wall-map .wait')).toHaveCount(0, { timeout: 60_000 })
    await expect(first.locator('.numbers-place .answer').first()).not.toBeEmpty()
    await expect(first.locator('.wall-legend li').first()).toBeVisible()
    const before = await seen(first)
    await first.context().close()
    const other = await (await browser.newContext({ ...size, colorScheme: colorScheme === 'dark' ? 'light' : 'dark' })).newPage()
    await other.goto(before.link)
    await expect(other.locator('.wall-map .wait')).toHaveCount(0, { timeout: 60_000 })
    await expect(other.locator('html')).toHaveAttribute('data-theme', colorScheme)
    await expect(other.locator('.wall-legend li').first()).toBeVisible()
    const after = await seen(other)
    expect(after).toEqual(before)
    expect(after.texts.length).toBeGreaterThan(6)
    for (const part of query.split('&')) expect(decodeURIComponent(after.link)).toContain(part)
    await other.context().close()
  }
})
