import type { Page } from '@playwright/test'
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A wall of one screen and of two, a laptop, a telephone. */
export const sizes = [[1920, 1080], [3840, 1080], [1366, 768], [390, 844]] as const
export const themes = ['light', 'dark'] as const
export type Theme = (typeof themes)[number]

const everySize = Boolean(process.env['LINLI_EVERY_SIZE'])
/**
 * What lies where is seen by light; by night colours are, on the usual desk and a telephone. The wall of two screens takes software a quarter of the time, so
 * that beside the planner's view it is left to LINLI_EVERY_SIZE=1, which shows everything at every size.
 */
function sizesOf(theme: Theme, wall: boolean): readonly (typeof sizes)[number][] {
  if (everySize) return sizes
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
