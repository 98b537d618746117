import type { BrowserContext, Page } from '@playwright/test'

/** A browser without WebGL2 from now on, for journeys that need no map, which software draws slowly. */
export async function withoutMap(where: BrowserContext | Page): Promise<void> {
  await where.addInitScript(() => {
    const original = HTMLCanvasElement.prototype.getContext
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...words: Parameters<typeof original>) {
      return String(words[0]).startsWith('webgl') ? null : original.apply(this, words)
    } as typeof original
  })
}
