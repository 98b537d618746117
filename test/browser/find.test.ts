import { expect, test, type Page } from '@playwright/test'
import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { asked, clean, homeOf, hours, openFind } from './find-page.ts'
import { demoAddress } from './plan-page.ts'

const first = (page: Page) => page.locator('.first')
const rows = (page: Page) => page.locator('.list li')
const squeezed = (text: string): string => text.replace(/\s/g, '')

test('a woman of 72 finds a canteen that is open now: by the name of her estate, her age and a touch', async ({ browser }) => {
  const page = await openFind(browser, '/')
  await expect(page).toHaveURL(/\/find$/)
  await expect(page.getByRole('heading', { level: 1, name: '您住哪个小区？' })).toBeVisible()
  await clean(page, 'the question')
  await page.getByLabel('小区名、楼号或门牌地址').fill('fzxc')
  await page.getByRole('button', { name: /^纺织新村/ }).first().click()
  await expect(page.getByRole('heading', { name: /纺织新村哪栋楼/ })).toBeFocused()
  await clean(page, 'the buildings of an estate')
  await page.getByRole('button', { name: /3\s?号楼/ }).click()
  await expect(first(page)).toBeVisible()
  await expect(page).toHaveURL(/[?&]from=/)
  await clean(page, 'the list')
  await page.getByRole('button', { name: '我是谁' }).click()
  const dialog = page.getByRole('dialog', { name: '您是谁' })
  await dialog.getByLabel('也可以写几岁').fill('72')
  await clean(page, 'who asks')
  await dialog.getByRole('button', { name: '好了' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page).toHaveURL(/age=72/)
  await expect(page.getByRole('checkbox', { name: '我能去' })).toBeChecked()
  await expect(page.getByRole('button', { name: '吃饭', exact: true })).toHaveAttribute('aria-pressed', 'true')
  const from = new URL(page.url()).searchParams.get('from') ?? ''
  const truth = await asked(`building=${from}&wish=eat&age=72&admits=yes&limit=20&at=${encodeURIComponent(hours.makeup)}`)
  const best = truth.first?.venue
  expect([best?.state, best?.admits]).toEqual(['open', 'yes'])
  await expect(first(page).getByRole('heading')).toHaveText(best?.name ?? '')
  await expect(first(page).locator('.state')).toContainText('正在供餐')
  await expect(first(page).locator('.walk strong')).toHaveText(String(best?.walkMinutes))
  await expect(first(page).getByRole('link', { name: /打电话/ })).toHaveAttribute('href', /^tel:/)
  expect(await rows(page).locator('.name').allInnerTexts()).toEqual(truth.venues.filter(({ id }) => id !== best?.id).map(({ name }) => name))
  // A visit later begins where she lives.
  await page.goto(`${demoAddress()}/find`)
  await expect(page.locator('.from')).toContainText('家 · 纺织新村')
  await expect(page).toHaveURL(/age=72/)
  await page.context().close()
})

for (const [name, at] of Object.entries(hours)) {
  test(`at the hour called ${name} the page says what the server says`, async ({ browser }) => {
    const { id } = await homeOf('纺织新村 3号楼')
    const page = await openFind(browser, `/find?from=${id}&wish=eat`, { at })
    await expect(first(page)).toBeVisible()
    const truth = await asked(`building=${id}&wish=eat&limit=20&at=${encodeURIComponent(at)}`)
    const states = new Map(truth.venues.map((row) => [row.name, squeezed(row.stateText)]))
    const shown = await rows(page).evaluateAll((items) => items.map((item) => [item.querySelector('.name')?.textContent ?? '', item.querySelector('.word')?.textContent ?? '', item.querySelector('.mark')?.classList[1] ?? '']))
    const wrong = shown.filter(([row, word]) => squeezed(word).replace('正在供餐', '正在开放') !== states.get(row))
    expect([wrong, shown.length > 10]).toEqual([[], true])
    // No state is told by colour alone.
    const shapes = new Map(shown.map(([, word, shape]) => [squeezed(word), shape]))
    for (const [word, shape] of shapes) expect(shape, word).toMatch(/正在/.test(word) ? /^open$/ : /后关门|后停止/.test(word) ? /^soon$/ : /未知/.test(word) ? /^unknown$/ : /暂停/.test(word) ? /^barred$/ : /^closed$/)
    if (name === 'festival') {
      await page.emulateMedia({ colorScheme: 'dark' })
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    }
    if (name !== 'makeup') await clean(page, `the list, ${name}`)
    await rows(page).first().getByRole('link').click()
    await expect(page.locator('.week tbody tr')).toHaveCount(7)
    await expect(page.locator('.week .today')).toContainText(name === 'makeup' ? '调休上班日' : name === 'festival' ? '春节' : '今天')
    if (name !== 'makeup') await clean(page, `a card, ${name}`)
    await page.getByRole('button', { name: '返回列表' }).click()
    await expect(rows(page).first().getByRole('link')).toBeFocused()
    await page.context().close()
  })
}

test('a touch of a grey chip or condition tells why, by keyboard too, and leads to what is nearest', async ({ browser }) => {
  const { id } = await homeOf('纺织新村 3号楼')
  const page = await openFind(browser, `/find?from=${id}&wish=mend&filters=open,delivers`, { at: hours.evening })
  await expect(page.getByText('没有地方同时满足这些条件')).toBeVisible()
  await expect(page.locator('.instead')).toBeVisible()
  // What is chosen is in sight, though it is far along the row.
  await expect(page.getByRole('button', { name: '理发修补', exact: true })).toBeInViewport({ ratio: 1 })
  await clean(page, 'nothing found')
  const grey = page.locator('.chips [aria-disabled=true]').first()
  await grey.focus()
  await page.keyboard.press('Enter')
  await expect(grey).toHaveAttribute('aria-expanded', 'true')
  await clean(page, 'a grey chip')
  const nearest = page.locator('.instead .nearest').first()
  const name = (await nearest.innerText()).trim().replace(/^看看/, '')
  await nearest.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  await page.context().close()
})

test('the elder version keeps to the numbers of the ministry', async ({ browser }) => {
  const { id } = await homeOf('纺织新村 3号楼')
  const page = await openFind(browser, `/find?from=${id}`)
  await page.getByRole('button', { name: '长辈版', exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('data-elder', '')
  await expect(first(page)).toBeVisible()
  const measured = () => page.evaluate(() => {
    const seen = (element: Element): boolean => {
      const box = element.getBoundingClientRect()
      return box.width > 1 && box.height > 1 && getComputedStyle(element).visibility === 'visible' && element.closest('.unseen, .skip, .maplibregl-map, .ground, dt') === null
    }
    const all = [...document.querySelectorAll<HTMLElement>('.column *, dialog *')].filter(seen)
    const words = all.filter((element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== ''))
    const styleOf = (element: Element) => getComputedStyle(element)
    const name = (element: Element): string => `${element.className} ${(element.textContent ?? '').trim().slice(0, 12)}`
    return {
      small: words.filter((element) => Number.parseFloat(styleOf(element).fontSize) < 18).map(name),
      tight: words.filter((element) => element.tagName !== 'BUTTON' && Number.parseFloat(styleOf(element).lineHeight) / Number.parseFloat(styleOf(element).fontSize) < 1.3 && element.getClientRects().length > 0 && styleOf(element).display !== 'inline').map(name),
      // The label of a box is touched as well as the box.
      narrow: all.filter((element) => element.matches('button, a[href], label, .field') && element.getBoundingClientRect().height < 59.5 && element.closest('h2') === null).map(name),
    }
  })
  expect(await measured()).toEqual({ small: [], tight: [], narrow: [] })
  await clean(page, 'the elder version')
  await page.getByRole('button', { name: '更多', exact: true }).click()
  await expect(page.getByRole('button', { name: '理发修补' })).toBeVisible()
  await page.getByRole('button', { name: '显示', exact: true }).click()
  await page.getByRole('button', { name: '最大', exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('data-size', '30')
  await clean(page, 'letters of 30 in a dialog')
  await page.keyboard.press('Escape')
  expect(await page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize))).toBe(30)
  expect(await measured()).toEqual({ small: [], tight: [], narrow: [] })
  await clean(page, 'letters of 30')
  await first(page).getByRole('heading').getByRole('link').click()
  await expect(page.locator('.week tbody tr')).toHaveCount(7)
  await clean(page, 'a card in letters of 30')
  await page.context().close()
})

test('a mistake is reported by ticks alone, and the card says that it is looked into', async ({ browser }) => {
  const { id } = await homeOf('纺织新村 3号楼')
  const truth = await asked(`building=${id}&wish=mend&limit=5&at=${encodeURIComponent(hours.makeup)}`)
  const place = truth.venues[2]
  const page = await openFind(browser, `/venue/${place.id}?from=${id}`)
  await expect(page.getByRole('heading', { level: 1, name: place.name })).toBeVisible()
  await page.getByRole('button', { name: '信息纠错' }).click()
  await expect(page.getByRole('heading', { name: '哪里不对？' })).toBeFocused()
  await page.getByRole('checkbox', { name: '电话不对' }).check()
  await page.getByLabel('想说明一下').fill('打过去是空号')
  await clean(page, 'the report')
  await page.getByRole('button', { name: '提交' }).click()
  await expect(page.locator('.reported')).toContainText('已有人反映，核实中')
  await clean(page, 'a card that is looked into')
  const after = (await (await fetch(`${demoAddress()}/api/v1/venues/${place.id}`)).json()) as { venue: { report: { state: string } | null } }
  expect(after.venue.report?.state).toBe('pending')
  await page.context().close()
})

test('without a connection the last good list stays and says since when; with it again it goes on', async ({ browser }) => {
  const { id } = await homeOf('纺织新村 3号楼')
  const page = await openFind(browser, `/find?from=${id}`)
  await expect(first(page)).toBeVisible()
  await page.route('**/api/v1/venues?*', (route) => route.abort())
  await page.getByRole('button', { name: '打牌跳舞', exact: true }).click()
  await expect(page.getByText(/没连上，下面.*11:00.*的结果/)).toBeVisible()
  await expect(rows(page).first()).toBeVisible()
  await clean(page, 'without a connection')
  await page.unroute('**/api/v1/venues?*')
  await expect(page.getByText(/没连上/)).toHaveCount(0)
  await page.context().close()
})

test('speaks English throughout', async ({ browser }) => {
  const { id } = await homeOf('纺织新村 3号楼')
  const page = await openFind(browser, `/find?from=${id}`)
  await page.getByRole('button', { name: '显示', exact: true }).click()
  await page.getByRole('button', { name: 'English' }).click()
  await page.keyboard.press('Escape')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(first(page)).toContainText('Serving meals')
  await expect(page.getByRole('button', { name: 'Meals', exact: true })).toBeVisible()
  await clean(page, 'English')
  await page.context().close()
})

test('before the list stands less than 120 kB have come, and nothing of the map', async ({ browser }) => {
  const { id } = await homeOf('纺织新村 3号楼')
  const page = await openFind(browser, '/healthz', { at: null })
  await page.addInitScript(() => {
    new MutationObserver((_changes, watching) => {
      if (!document.querySelector('.first') || !document.querySelector('.list li')) return
      watching.disconnect()
      performance.mark('list')
    }).observe(document, { childList: true, subtree: true })
  })
  await page.goto(`${demoAddress()}/find?from=${id}`)
  await expect(rows(page).first()).toBeVisible()
  const came = await page.evaluate(() => {
    const list = performance.getEntriesByName('list')[0].startTime
    const entries = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')] as PerformanceResourceTiming[]
    return entries.filter((entry) => entry.startTime < list).map((entry) => [entry.name.replace(/^https?:\/\/[^/]+/, ''), entry.transferSize] as const)
  })
  const bytes = came.reduce((sum, [, size]) => sum + size, 0)
  expect(bytes, JSON.stringify(came)).toBeLessThan(120_000)
  expect(bytes).toBeGreaterThan(20_000)
  expect(came.filter(([path]) => /map|tiles|woff2/i.test(path))).toEqual([])
  await page.context().close()
})

test.describe('an old telephone (Chromium 87)', () => {
  const dist = fileURLToPath(new URL('../../dist/', import.meta.url))
  const assets = readdirSync(`${dist}assets`)
  const text = (name: string): string => readFileSync(`${dist}assets/${name}`, 'utf8')
  const named = (source: string): string[] => [...source.matchAll(/([\w.-]+\.(?:js|css))["'`]/g)].map((match) => match[1]).filter((name) => assets.includes(name))
  /** What the finder may load: all that its page leads to, save the map and what needs it. */
  const reached = new Set<string>()
  const visit = (name: string): void => {
    if (reached.has(name) || name.startsWith('maplibre-gl') || (name.endsWith('.js') && named(text(name)).some((other) => /^maplibre-gl.*\.js$/.test(other)) && !name.startsWith('find-'))) return
    reached.add(name)
    if (name.endsWith('.js')) for (const other of named(text(name))) visit(other)
  }
  for (const name of named(readFileSync(`${dist}find.html`, 'utf8'))) visit(name)
  const scripts = [...reached].filter((name) => name.endsWith('.js'))

  test('is given no syntax it cannot read', () => {
    expect(scripts.length).toBeGreaterThan(5)
    const found: string[] = []
    for (const name of scripts) {
      const look = (node: ts.Node, within: boolean): void => {
        if (ts.isClassStaticBlockDeclaration(node)) found.push(`${name}: static block`)
        if (ts.isBinaryExpression(node) && ts.isPrivateIdentifier(node.left)) found.push(`${name}: #x in y`)
        if (!within && (ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier))) found.push(`${name}: await at the top`)
        if (ts.isRegularExpressionLiteral(node) && /\/[a-z]*[dv][a-z]*$/.test(node.text)) found.push(`${name}: ${node.text.slice(0, 40)}`)
        if (ts.isImportDeclaration(node) && node.attributes) found.push(`${name}: import attributes`)
        ts.forEachChild(node, (child) => look(child, within || ts.isFunctionLike(node)))
      }
      look(ts.createSourceFile(name, text(name), ts.ScriptTarget.Latest, false, ts.ScriptKind.JS), false)
    }
    expect(found).toEqual([])
  })

  test('is given the methods that it lacks', () => {
    const given = new Set([...readFileSync(fileURLToPath(new URL('../../web/find/older.ts', import.meta.url)), 'utf8').matchAll(/give\(\w[\w.]*, '(\w+)'/g)].map((match) => match[1]))
    const newer = ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'hasOwn', 'structuredClone', 'groupBy', 'withResolvers', 'fromAsync', 'isWellFormed', 'randomUUID', 'throwIfAborted', 'requestIdleCallbackSync']
    const used = new Set<string>()
    for (const name of scripts) for (const match of text(name).matchAll(/(?:\.|\?\.)(\w+)\s*(?:\?\.)?\(/g)) if (newer.includes(match[1])) used.add(match[1])
    expect([...used].filter((method) => !given.has(method))).toEqual([])
  })

  test('is given no style it would drop', () => {
    const styles = [...reached].filter((name) => name.endsWith('.css'))
    expect(styles.length).toBeGreaterThan(1)
    const found = styles.flatMap((name) => [...text(name).matchAll(/:is\(|:where\(|:has\(|@container|@layer|color-mix\(|\d[dsl]vh|aspect-ratio:|\{[^{}]*&[^{}]*\{|oklch\(|@property|overflow:clip/g)].map((match) => `${name}: ${match[0].slice(0, 40)}`))
    expect(found).toEqual([])
  })
})
