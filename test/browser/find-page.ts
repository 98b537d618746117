import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Browser, type Page } from '@playwright/test'
import type { AnswerOf } from '../../geodata/contract/exchange.ts'
import type { homes, venues } from '../../geodata/contract/venues.ts'
import { demoAddress } from './plan-page.ts'

/** A make-up Saturday before noon, the first day of Spring Festival, and a Saturday evening. */
export const hours = { makeup: '2026-02-14T11:00:00+08:00', festival: '2026-02-17T11:00:00+08:00', evening: '2026-11-21T19:30:00+08:00' } as const
export const phone = { width: 390, height: 844 } as const

type Visit = { /** null: the clock goes on. */ at?: string | null; theme?: 'light' | 'dark'; size?: { width: number; height: number }; elder?: boolean; /** A browser without WebGL, where the map is not the point. */ map?: boolean; /** Another server than the demonstration's; '' for none yet. */ base?: string; /** With the page's own keeper for times without a connection. */ workers?: boolean; /** What the browser calls itself. */ userAgent?: string }

/** The finder in a browser of its own, its clock standing still and nothing sliding: what fades in is judged when it stands. */
export async function openFind(browser: Browser, path: string, { at = hours.makeup, theme = 'light', size = phone, elder = false, map = false, base = demoAddress(), workers = false, userAgent }: Visit = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: size, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', colorScheme: theme, reducedMotion: 'reduce', serviceWorkers: workers ? 'allow' : 'block', ...(userAgent === undefined ? {} : { userAgent }) })
  if (!map) await context.addInitScript(withoutWebgl)
  if (elder) await context.addInitScript(() => { localStorage.setItem('linli.find', JSON.stringify({ display: { elder: true, hinted: true } })) })
  const page = await context.newPage()
  if (at !== null) await page.clock.setFixedTime(new Date(at))
  if (base !== '') await page.goto(base + path)
  return page
}

/** Runs in the page. */
function withoutWebgl(): void {
  const original = HTMLCanvasElement.prototype.getContext
  HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...words: Parameters<typeof original>) {
    return String(words[0]).startsWith('webgl') ? null : original.apply(this, words)
  } as typeof original
}

/** What the server itself says to the same question. */
export async function asked(query: string): Promise<AnswerOf<typeof venues>> {
  return (await (await fetch(`${demoAddress()}/api/v1/venues?${query}`)).json()) as AnswerOf<typeof venues>
}

/** The building of that name. */
export async function homeOf(q: string): Promise<AnswerOf<typeof homes>['homes'][number]> {
  const { homes: found } = (await (await fetch(`${demoAddress()}/api/v1/homes?q=${encodeURIComponent(q)}`)).json()) as AnswerOf<typeof homes>
  const building = found.find(({ kind }) => kind === 'building')
  if (!building) throw new Error(`no building is called ${q}`)
  return building
}

/** Nothing against the guidelines, and nothing that sticks out sideways. */
export async function clean(page: Page, state: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
  expect(violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`), state).toEqual([])
  const wide = await page.evaluate(() => {
    const outside = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => {
      const box = element.getBoundingClientRect()
      return box.width > 0 && box.height > 0 && (box.right > window.innerWidth + 1 || box.left < -1) && !element.closest('[data-sideways], .unseen, .skip, .maplibregl-map')
    })
    return [...(document.documentElement.scrollWidth > window.innerWidth ? [`the page is ${document.documentElement.scrollWidth} wide`] : []), ...outside.map((element) => `${element.tagName}.${element.className} ${(element.textContent ?? '').trim().slice(0, 20)}`)]
  })
  expect(wide, `${state}: sticks out`).toEqual([])
}
