import { expect, type Page } from '@playwright/test'
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { mapDrawn } from './plan-page.ts'

/** A wall of one screen and of two, a laptop, a telephone. */
export const sizes = [[1920, 1080], [3840, 1080], [1366, 768], [390, 844]] as const
export const themes = ['light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** LINLI_PICTURES=1: pictures for eyes, at every size. Drawing a map in software takes seconds a picture, and a machine cannot tell a good one. */
export const drawing = Boolean(process.env['LINLI_PICTURES'])
/** What lies where is seen by light; by night colours are, on the usual desk and a telephone. The wall of two screens is looked at where it matters. */
function sizesOf(theme: Theme, wall: boolean): readonly (typeof sizes)[number][] {
  if (drawing) return sizes
  return theme === 'dark' ? [sizes[0], sizes[3]] : sizes.filter((size) => wall || size !== sizes[1])
}

/** Where pictures for eyes are kept. */
export const pictures = fileURLToPath(new URL('../../test-results/look/', import.meta.url))
mkdirSync(pictures, { recursive: true })

/** The page at each size in turn, the one it was loaded at first: pages are laid out anew for a size, so loading them once is enough. */
export async function atEachSize(page: Page, theme: Theme, look: (size: { name: string; narrow: boolean }) => Promise<void>, wall = false): Promise<void> {
  for (const [width, height] of sizesOf(theme, wall)) {
    await page.setViewportSize({ width, height })
    await look({ name: `${width}x${height}`, narrow: width < 760 })
  }
}

/** Browser contexts begin at the first size. */
export const firstSize = { width: sizes[0][0], height: sizes[0][1] }

/** A picture for eyes, when they are asked for; a picture of a page without its map would show nobody how it looks. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!drawing) return
  await expect(page.getByText('正在画地图…')).toHaveCount(0)
  if (await page.locator('.maplibregl-canvas').first().isVisible()) await mapDrawn(page)
  await page.screenshot({ path: `${pictures}${name}.png`, timeout: 100_000 })
}
