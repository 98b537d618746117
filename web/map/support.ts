export type MapSupport = { webgl2: boolean; maxCanvasPixels: number }

/** Largest canvas we ask for even where a card allows more: beyond it memory, not sharpness, is the limit. */
const canvasLimitPixels = 16_384
/** What the map library assumes; every WebGL2 implementation of today reaches it. */
const canvasUsualPixels = 4096

/** Whether this browser can draw the map, and how wide its canvas may be. Asks a canvas of its own and lets it go. */
export function mapSupport(document: Pick<Document, 'createElement'> = globalThis.document): MapSupport {
  const context = document.createElement('canvas').getContext('webgl2')
  if (!context) return { webgl2: false, maxCanvasPixels: 0 }
  const texture: unknown = context.getParameter(context.MAX_TEXTURE_SIZE)
  context.getExtension('WEBGL_lose_context')?.loseContext()
  return { webgl2: true, maxCanvasPixels: Math.min(canvasLimitPixels, typeof texture === 'number' ? texture : canvasUsualPixels) }
}
