import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type Page } from '@playwright/test'
import type { Box } from '../../../geodata/model/geometry.ts'
import { launchOptions } from '../../browser/chromium.ts'
import { median, type Line, type Row } from '../row.ts'
import { withServedDemo } from '../servedDemo.ts'

/** Frames a second of the wall's map over 100,000 buildings while it is panned, tilted and drilled, drawn by software, as a ratio to the same map with empty tiles. */
export const row: Row = { name: 'frames', size: null, run: frames }

const buildings = 100_000, rounds = 3
/** Each move goes on for so long: software takes up to a second for a picture, and a fixed way would take minutes. */
const moveMs = 4000
/** Near enough that the map draws buildings, each of them, far enough that there are thousands. */
const buildingsZoom = 14.5
const size = { width: 1920, height: 1080 }
/** What software drawing on two shared cores must keep of an empty map's frames; a graphics card keeps nearly all. */
const least = 0.3
const root = fileURLToPath(new URL('../../..', import.meta.url))

async function frames(): Promise<Line[]> {
  const built = spawnSync(process.execPath, ['server/setup.mjs', '--build', '--quiet'], { cwd: root, stdio: 'inherit' })
  if (built.status !== 0) throw new Error('the web app was not built')
  return withServedDemo(async ({ address, box }) => {
    const browser = await chromium.launch(await launchOptions())
    try {
      const full = await opened(browser, address, box, false), empty = await opened(browser, address, box, true)
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

async function opened(browser: Browser, address: string, [west, south, east, north]: Box, empty: boolean): Promise<Page> {
  const page = await browser.newPage({ viewport: size, locale: 'zh-CN' })
  await page.addInitScript(() => {
    const { prototype } = WebGL2RenderingContext
    const draw = prototype.drawElements
    Object.assign(globalThis, { drawn: false })
    prototype.drawElements = function (...given) {
      Object.assign(globalThis, { drawn: true })
      draw.apply(this, given)
    }
  })
  if (empty) await page.route('**/tiles/**', (route) => route.fulfill({ status: 204 }))
  await page.goto(`${address}/screen?theme=dark&map=${buildingsZoom}/${(south + north) / 2}/${(west + east) / 2}`)
  await page.locator('.maplibregl-canvas').waitFor({ timeout: 120_000 })
  await page.waitForLoadState('networkidle', { timeout: 120_000 })
  await page.getByText('正在画地图…').waitFor({ state: 'detached', timeout: 120_000 })
  // They move with the map as ever, but a drag that begins on one would be a touch of it.
  await page.evaluate(() => { document.styleSheets[0]?.insertRule('.wall-map .callouts * { pointer-events: none !important; }') })
  return page
}

/** Frames a second in which the map was drawn while something moved it. */
async function rate(page: Page, move: (page: Page) => Promise<void>): Promise<number> {
  await page.bringToFront()
  await page.evaluate(() => {
    const watched = globalThis as unknown as { drawn: boolean; counting: { frames: number; from: number; on: boolean } }
    const counting = { frames: 0, from: performance.now(), on: true }
    const step = (): void => {
      if (watched.drawn) counting.frames++
      watched.drawn = false
      if (counting.on) requestAnimationFrame(step)
    }
    requestAnimationFrame(step)
    watched.counting = counting
  })
  await move(page)
  const found = await page.evaluate(() => {
    const { counting } = globalThis as unknown as { counting: { frames: number; from: number; on: boolean } }
    counting.on = false
    return (1000 * counting.frames) / (performance.now() - counting.from)
  })
  if (found === 0) throw new Error('the map did not move')
  return found
}

/** There and back again over `steps` points until the time is over. */
async function swing(steps: number, to: (share: number) => Promise<void>): Promise<void> {
  const from = performance.now()
  for (let step = 0; performance.now() - from < moveMs; step++) await to(Math.abs(((step + steps) % (2 * steps)) - steps) / steps)
}

async function middle(page: Page): Promise<[number, number]> {
  const box = await page.locator('.maplibregl-canvas').boundingBox()
  if (!box) throw new Error('no map')
  return [box.x + box.width / 2, box.y + box.height / 2]
}

async function drag(page: Page, button: 'left' | 'right', dx: number, dy: number): Promise<void> {
  const [x, y] = await middle(page)
  await page.mouse.move(x, y)
  await page.mouse.down({ button })
  await swing(40, (share) => page.mouse.move(x + dx * share, y + dy * share))
  await page.mouse.move(x, y)
  await page.mouse.up({ button })
}

const moves: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  pan: (page) => drag(page, 'left', 300, 200),
  tilt: (page) => drag(page, 'right', 120, -220),
  drill: async (page) => {
    await page.mouse.move(...await middle(page))
    let before = 0
    await swing(24, async (share) => {
      await page.mouse.wheel(0, share > before ? -90 : 90)
      before = share
    })
  },
}
