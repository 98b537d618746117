import type { BrowserContext, Page } from '@playwright/test'

/**
 * A browser without WebGL2 from now on, for journeys that need no map, which software draws slowly. The plain map that then stands there gets no tiles, since software
 * draws its thousands of shapes for seconds too, unless a journey is about it.
 */
export async function withoutMap(where: BrowserContext | Page, { plain = false }: { /** true: the plain map is drawn. */ plain?: boolean } = {}): Promise<void> {
  await where.addInitScript(() => {
    const original = HTMLCanvasElement.prototype.getContext
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...words: Parameters<typeof original>) {
      return String(words[0]).startsWith('webgl') ? null : original.apply(this, words)
    } as typeof original
  })
  if (plain) return
  await where.addInitScript(() => {
    const original = window.fetch
    window.fetch = async (wanted, ...more) => (new URL(wanted instanceof Request ? wanted.url : wanted, location.href).pathname.startsWith('/tiles/') ? new Response(null, { status: 204 }) : original(wanted, ...more))
  })
}
