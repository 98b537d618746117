import { expect, type Locator, type Page } from '@playwright/test'

export const demoAddress = (): string => address('LINLI_DEMO_URL')
export const realAddress = (): string => address('LINLI_REAL_URL')

/** Opens the planner's view and waits until figures and map stand. */
export async function openPlan(page: Page, base: string, query = ''): Promise<void> {
  await page.goto(`${base}/plan${query}`)
  await expect(page.locator('[aria-labelledby="answer-title"]')).toHaveAttribute('aria-busy', 'false')
}

/** Rows of the list of buildings left out that stand on the page. */
export const gapRows = (page: Page): Locator => page.locator('#gap-list [role="option"]')

export async function mapDrawn(page: Page): Promise<void> {
  await expect(page.locator('.maplibregl-canvas').first()).toBeVisible()
  await expect(page.getByText('正在画地图…')).toHaveCount(0)
  // Tiles and labels fade in; the picture must stand still between two looks before it is judged.
  let before = ''
  await expect.poll(async () => {
    const now = (await page.screenshot()).toString('base64')
    const still = now === before
    before = now
    return still
  }, { intervals: [400], timeout: 60_000 }).toBe(true)
}

/** Share of the picture's pixels whose colour is within `tolerance` steps a channel of the given hex colour. */
export async function shareOfColour(page: Page, hex: string, tolerance = 6): Promise<number> {
  const picture = (await page.screenshot()).toString('base64')
  const judge = await page.context().newPage()
  try {
    return await judge.evaluate(async ([encoded, wanted, within]) => {
      const image = new Image()
      image.src = `data:image/png;base64,${encoded}`
      await image.decode()
      const canvas = document.createElement('canvas')
      canvas.width = image.width
      canvas.height = image.height
      const pen = canvas.getContext('2d')
      if (!pen) return 0
      pen.drawImage(image, 0, 0)
      const { data } = pen.getImageData(0, 0, canvas.width, canvas.height)
      const aim = [1, 3, 5].map((at) => Number.parseInt(wanted.slice(at, at + 2), 16))
      let hits = 0
      for (let i = 0; i < data.length; i += 4) if (aim.every((value, channel) => Math.abs(data[i + channel] - value) <= within)) hits++
      return hits / (data.length / 4)
    }, [picture, hex, tolerance] as const)
  } finally {
    await judge.close()
  }
}

/** Everything the page asked for that is not its own origin's. */
export function foreignRequests(page: Page, base: string): string[] {
  const foreign: string[] = []
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(base) && !/^(data|blob):/.test(url)) foreign.push(url)
  })
  return foreign
}

function address(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: the servers of test/browser/servers.ts do not run`)
  return value
}
