import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type Page } from '@playwright/test'
import { launchOptions } from '../../browser/chromium.ts'
import { median, type Line, type Row } from '../row.ts'
import { withServedDemo } from '../servedDemo.ts'

/** Frames a second of the wall's map over 100,000 buildings while it is panned, tilted and drilled, drawn by software, as a ratio to the same map with empty tiles. */
export const row: Row = { name: 'frames', size: null, run: frames }

const buildings = 100_000, rounds = 3
const size = { width: 1920, height: 1080 }
/** What software drawing on two shared cores must keep of an empty map's frames; a graphics card keeps nearly all. */
const least = 0.3
const root = fileURLToPath(new URL('../../..', import.meta.url))

async function frames(): Promise<Line[]> {
  const built = spawnSync(process.execPath, ['server/setup.mjs', '--build', '--quiet'], { cwd: root, stdio: 'inherit' })
  if (built.status !== 0) throw new Error('the web app was not built')
  return withServedDemo(async ({ address }) => {
    const browser = await chromium.launch(await launchOptions())
    try {
      const full = await opened(browser, address, false), empty = await opened(browser, address, true)
      const lines: Line[] = []
      for (const [name, move] of Object.entries(moves)) {
        const ours: number[] = [], bare: number[] = []
        for (let round = 0; round < rounds; round++) {
          bare.push(await rate(empty, move))
          ours.push(await rate(full, move))
        }
        lines.push({ work: `${name} over ${buildings.toLocaleString('en')} buildings, of the frames of an empty map`, ratio: median(ours) / median(bare), goal: { atLeast: least }, note: `${median(ours).toFixed(1)} of ${median(bare).toFixed(1)} frames a second` })
      }
      return lines
    } finally {
      await browser.close()
    }
  }, { buildings, webFolder: fileURLToPath(new URL('../../../dist', import.meta.url)) })
}

async function opened(browser: Browser, address: string, empty: boolean): Promise<Page> {
  const page = await browser.newPage({ viewport: size, locale: 'zh-CN' })
  if (empty) await page.route('**/tiles/**', (route) => route.fulfill({ status: 204 }))
  await page.goto(`${address}/screen?theme=dark`)
  await page.locator('.maplibregl-canvas').waitFor({ timeout: 120_000 })
  await page.waitForLoadState('networkidle', { timeout: 120_000 })
  return page
}

/** Frames a second while something moves. */
async function rate(page: Page, move: (page: Page) => Promise<void>): Promise<number> {
  await page.bringToFront()
  await page.evaluate(() => {
    const counting = { frames: 0, from: performance.now(), on: true }
    const step = (): void => {
      counting.frames++
      if (counting.on) requestAnimationFrame(step)
    }
    requestAnimationFrame(step)
    Object.assign(globalThis, { counting })
  })
  await move(page)
  return page.evaluate(() => {
    const { counting } = globalThis as unknown as { counting: { frames: number; from: number; on: boolean } }
    counting.on = false
    return (1000 * counting.frames) / (performance.now() - counting.from)
  })
}

const drag = async (page: Page, button: 'left' | 'right', dx: number, dy: number): Promise<void> => {
  const box = await page.locator('.maplibregl-canvas').boundingBox()
  if (!box) throw new Error('no map')
  const x = box.x + box.width / 2, y = box.y + box.height / 2
  await page.mouse.move(x, y)
  await page.mouse.down({ button })
  for (let step = 1; step <= 40; step++) await page.mouse.move(x + (dx * step) / 40, y + (dy * step) / 40)
  for (let step = 40; step >= 0; step--) await page.mouse.move(x + (dx * step) / 40, y + (dy * step) / 40)
  await page.mouse.up({ button })
}

const moves: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  pan: (page) => drag(page, 'left', 300, 200),
  tilt: (page) => drag(page, 'right', 120, -220),
  drill: async (page) => {
    const box = await page.locator('.maplibregl-canvas').boundingBox()
    if (!box) throw new Error('no map')
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    for (let step = 0; step < 24; step++) await page.mouse.wheel(0, -90)
    for (let step = 0; step < 24; step++) await page.mouse.wheel(0, 90)
  },
}
