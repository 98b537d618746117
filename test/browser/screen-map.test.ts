import { expect, test, type Page } from '@playwright/test'
import { tokens } from '../../web/map/tokens.ts'
import { demoAddress, mapDrawn } from './plan-page.ts'

/** The map of the wall in a real browser: its pixels, its choice, and a graphics context that comes and goes. */

const street = '990101001'
const canvas = (page: Page) => page.locator('.wall-map .maplibregl-canvas')

test('on a wall of 7680 by 2160 every pixel that is shown is drawn, and again when the wall gets smaller', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, deviceScaleFactor: 1, reducedMotion: 'reduce', locale: 'zh-CN' })
  const page = await context.newPage()
  await page.goto(`${demoAddress()}/screen?area=${street}`)
  await expect(canvas(page)).toBeVisible()
  // The map alone on the whole wall: the most any layout could give it.
  await page.locator('.map-place').evaluate((place) => { Object.assign((place as HTMLElement).style, { position: 'fixed', inset: '0', zIndex: '99' }) })
  for (const size of [{ width: 7680, height: 2160 }, { width: 3840, height: 1080 }]) {
    await page.setViewportSize(size)
    await expect.poll(() => canvas(page).evaluate((element) => {
      const { width, height } = element as HTMLCanvasElement
      const shown = element.getBoundingClientRect()
      const buffer = (element as HTMLCanvasElement).getContext('webgl2')
      return { drawn: [width, height], buffer: [buffer?.drawingBufferWidth, buffer?.drawingBufferHeight], shown: [shown.width * devicePixelRatio, shown.height * devicePixelRatio] }
    })).toEqual({ drawn: [size.width, size.height], buffer: [size.width, size.height], shown: [size.width, size.height] })
  }
  await context.close()
})

test('a building is told with its state, areas are chosen from a list, and a lost graphics context gives all of it back', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 1000, height: 640 }, deviceScaleFactor: 1, reducedMotion: 'reduce', locale: 'zh-CN', colorScheme: 'light' })
  const page = await context.newPage()
  await page.goto(`${demoAddress()}/screen?area=${street}&theme=light`)
  const map = page.locator('.wall-map')
  await expect(map.getByRole('group', { name: '地图操作' })).toBeVisible()
  await mapDrawn(page)

  // Choosing areas needs no pointer.
  await map.getByRole('button', { name: '圈选' }).press('Enter')
  await map.getByRole('button', { name: '从名单里选' }).press('Enter')
  const boxes = map.getByRole('checkbox')
  await boxes.nth(0).press('Space')
  await boxes.nth(1).press('Space')
  await map.getByRole('button', { name: /按选中的\s*2\s*个计算/ }).press('Enter')
  await expect(page).toHaveURL(/only=9901010010\d\d(?:,|%2C)9901010010\d\d/)
  await expect(map.locator('.callout').first()).toBeAttached()
  await mapDrawn(page)

  const { point } = await coloured(page, tokens.light.covered)
  await page.mouse.click(...point)
  const card = map.locator('.building')
  await expect(card).toContainText('10 分钟内吃得上饭')
  await expect(card).not.toContainText(/[户人]/)
  // What is chosen stands above it, and neither lies on the other.
  const [line, below] = [await map.locator('.only').boundingBox(), await card.boundingBox()]
  expect(below?.y).toBeGreaterThanOrEqual((line?.y ?? Infinity) + (line?.height ?? 0))

  await page.mouse.move(2, 2)
  await mapDrawn(page)
  const before = [await coloured(page, tokens.light.covered), await coloured(page, tokens.light.accent)]
  await page.evaluate(() => {
    const loss = document.querySelector<HTMLCanvasElement>('.wall-map .maplibregl-canvas')?.getContext('webgl2')?.getExtension('WEBGL_lose_context')
    if (!loss) throw new Error('no way to lose the context')
    loss.loseContext()
    setTimeout(() => loss.restoreContext(), 300)
  })
  await page.waitForTimeout(1000)
  await mapDrawn(page)
  const after = [await coloured(page, tokens.light.covered), await coloured(page, tokens.light.accent)]
  for (const [at, { share }] of before.entries()) expect(Math.abs((after[at]?.share ?? 0) / share - 1)).toBeLessThan(0.1)
  await expect(card).toContainText('10 分钟内吃得上饭')
  await expect(page).toHaveURL(/only=/)
  await context.close()
})

/** Share of the map that has a colour, and a point in the middle of a patch of it that nothing covers, CSS pixels of the page. */
async function coloured(page: Page, hex: string): Promise<{ share: number; point: [number, number] }> {
  const box = await canvas(page).boundingBox()
  const picture = (await canvas(page).screenshot()).toString('base64')
  const found = await page.evaluate(async ([encoded, wanted, left, top, wide]) => {
    const image = new Image()
    image.src = `data:image/png;base64,${encoded}`
    await image.decode()
    const paper = document.createElement('canvas')
    paper.width = image.width
    paper.height = image.height
    const pen = paper.getContext('2d')
    if (!pen) return null
    pen.drawImage(image, 0, 0)
    const { data, width, height } = pen.getImageData(0, 0, paper.width, paper.height)
    const aim = [1, 3, 5].map((at) => Number.parseInt(wanted.slice(at, at + 2), 16))
    const is = (x: number, y: number): boolean => aim.every((value, channel) => Math.abs((data[(y * width + x) * 4 + channel] ?? 0) - value) <= 8)
    let hits = 0
    let patch: [number, number] | null = null
    for (let y = 8; y < height - 8; y++) {
      for (let x = 8; x < width - 8; x++) {
        if (!is(x, y)) continue
        hits += 1
        if (patch || !is(x - 1, y) || !is(x + 1, y) || !is(x, y - 1) || !is(x, y + 1)) continue
        // The key has the same colours; a touch there is none on the map.
        if (document.elementFromPoint(left + x / width * wide, top + y / width * wide)?.matches('canvas')) patch = [x / width, y / height]
      }
    }
    return { share: hits / (width * height), patch: patch ?? [0, 0] }
  }, [picture, hex, box?.x ?? 0, box?.y ?? 0, box?.width ?? 0] as const)
  if (!found || found.share === 0 || !box) throw new Error(`nothing on the map has the colour ${hex}`)
  return { share: found.share, point: [box.x + found.patch[0] * box.width, box.y + found.patch[1] * box.height] }
}
