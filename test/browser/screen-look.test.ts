import { expect, test, type Page } from '@playwright/test'
import { demoAddress } from './plan-page.ts'
import { drawing, picture } from './sizes.ts'

/** Every screen a wall may stand on, each in one theme. The widest are drawn by software for minutes: with LINLI_PICTURES=1. */
const walls = {
  light: [[1920, 1080], [3840, 2160], [1366, 768]],
  ...(drawing ? { dark: [[3840, 1080], [390, 844]], red: [[7680, 2160], [1080, 1920]] } as const : {}),
} as const satisfies Partial<Record<'light' | 'dark' | 'red', readonly (readonly [number, number])[]>>
type Theme = keyof typeof walls

/** Text and touches that are too small, panels that lie on each other or run over, text that is cut off; as sentences. */
const wallFaults = (page: Page): Promise<string[]> => page.evaluate(() => {
  const found: string[] = []
  const phone = document.documentElement.dataset['wall'] === 'phone'
  const leastText = phone ? 14 : window.innerHeight / 50
  const leastHit = phone ? 44 : Math.max(44, Math.min(window.innerWidth, window.innerHeight) / 24)
  const name = (element: Element) => `${element.tagName.toLowerCase()}.${[...element.classList].join('.')} "${(element.textContent ?? '').trim().slice(0, 24)}"`
  const seen = (element: Element) => element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 0 && !element.closest('.unseen, .skip, .maplibregl-map')
  if (document.documentElement.scrollWidth > window.innerWidth) found.push(`the page is ${document.documentElement.scrollWidth} wide`)
  for (const element of document.querySelectorAll<HTMLElement>('.screen *')) {
    if (!seen(element)) continue
    const said = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '')
    const size = Number.parseFloat(getComputedStyle(element).fontSize)
    if (said && size < leastText - 0.01) found.push(`text of ${size}: ${name(element)}`)
    const { width, height } = element.getBoundingClientRect()
    if (element.matches('button, a[href], input, select, [role=option]') && (height < leastHit - 0.5 || width < leastHit - 0.5)) found.push(`touch of ${Math.round(width)} x ${Math.round(height)}: ${name(element)}`)
  }
  const panels = [...document.querySelectorAll('.screen > :not(.notices, h1, .drawer-place)')].filter(seen)
  for (const [at, one] of panels.entries()) {
    const a = one.getBoundingClientRect()
    if (!phone && (a.right > window.innerWidth + 1 || a.bottom > window.innerHeight + 1 || a.left < -1 || a.top < -1)) found.push(`stands out: ${name(one)}`)
    for (const other of panels.slice(at + 1)) {
      const b = other.getBoundingClientRect()
      if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1) found.push(`${name(one)} lies on ${name(other)}`)
    }
  }
  for (const box of document.querySelectorAll<HTMLElement>('.screen :is(.number, .head, .standing)')) {
    if (seen(box) && (box.scrollHeight > box.clientHeight + 2 || box.scrollWidth > box.clientWidth + 2)) found.push(`is cut: ${name(box)}, ${box.scrollWidth} x ${box.scrollHeight} in ${box.clientWidth} x ${box.clientHeight}`)
  }
  return found
})

for (const theme of Object.keys(walls) as Theme[]) {
  test(`the wall can be read and touched on every screen, ${theme}`, async ({ page }) => {
    test.setTimeout(300_000)
    // What is measured stands beside the map; software takes minutes to draw its tiles for the largest of these screens.
    if (!drawing) await page.route('**/tiles/**', (route) => route.fulfill({ status: 204 }))
    for (const [width, height] of walls[theme] ?? []) {
      await page.setViewportSize({ width, height })
      await page.goto(`${demoAddress()}/screen?theme=${theme}`)
      await expect(page.locator('.number[data-number=meals] strong')).toBeVisible()
      for (const tab of width < 600 ? ['八个数', '板块', '下一级'] : [null]) {
        if (tab !== null) await page.getByRole('button', { name: tab, exact: true }).click()
        if (tab === null || tab === '板块') await expect(page.locator('[data-board] h3').first()).toBeVisible()
        await expect.poll(() => wallFaults(page), { message: `${width}x${height} ${tab ?? ''}`, intervals: [300, 500], timeout: 15_000 }).toEqual([])
        // The other numbers too.
        const dots = page.locator('.numbers .dot')
        for (let at = 1; at < await dots.count(); at += 1) {
          await dots.nth(at).click()
          await expect.poll(() => wallFaults(page), { message: `${width}x${height}, numbers ${at + 1}`, intervals: [100, 300, 500], timeout: 15_000 }).toEqual([])
        }
      }
      await picture(page, `screen-${width}x${height}-${theme}`)
    }
  })
}

test('F2 tells what kind of screen it is, and a key leaves it', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 })
  await page.goto(`${demoAddress()}/screen?theme=dark`)
  await expect(page.locator('.number[data-number=meals] strong')).toBeVisible()
  await page.keyboard.press('F2')
  const test = page.getByRole('dialog', { name: '测试图' })
  await expect(test).toContainText(/1920\s*×\s*1080/)
  await expect(test).toContainText('16:9')
  await expect(test).toContainText(/每秒\s*\d+\s*帧/)
  await page.keyboard.press('Escape')
  await expect(test).toHaveCount(0)
})
