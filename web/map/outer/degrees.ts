import { sourceRows, tileRows } from './rows.ts'

/** What the map library asks this protocol for: degrees://z/x/y? and the addresses of the degrees tiles, each encoded. */
export const degreesScheme = 'degrees'
const pixels = 256

/** Template of tiles the library fills in; the outer addresses are encoded, so that it leaves their places alone. */
export const degreesTemplate = (addresses: readonly string[]): string => `${degreesScheme}://{z}/{x}/{y}?${addresses.map(encodeURIComponent).join('&')}`

/** Address of one degrees tile: of several servers the same one for the same tile. */
export const degreesTile = (asked: string, row: number): string => {
  const { z, x, addresses } = readAsked(asked)
  return (addresses[(x + row) % addresses.length] ?? '').replaceAll('{z}', String(z)).replaceAll('{x}', String(x)).replaceAll('{y}', String(row))
}

export function readAsked(asked: string): { z: number; x: number; y: number; addresses: string[] } {
  const [place = '', rest = ''] = asked.slice(`${degreesScheme}://`.length).split('?')
  const [z, x, y] = place.split('/').map(Number) as [number, number, number]
  return { z, x, y, addresses: rest.split('&').map(decodeURIComponent) }
}

/** A mercator tile drawn row by row from the one or two degrees tiles below it. Throws when one of them does not come. */
export async function drawDegrees({ url }: { url: string }, { signal }: { signal: AbortSignal }): Promise<{ data: ImageBitmap }> {
  const { z, y } = readAsked(url)
  const rows = sourceRows(z, y, pixels)
  const needed = tileRows(rows, z, pixels)
  const pictures = await Promise.all(needed.map(async (row) => {
    const response = await fetch(degreesTile(url, row), { signal })
    // The address holds a key: it is not told.
    if (!response.ok) throw new Error(`outer tile: ${response.status}`)
    return createImageBitmap(await response.blob())
  }))
  const stack = surface(pixels * pictures.length)
  pictures.forEach((picture, at) => { stack.pen.drawImage(picture, 0, at * pixels, pixels, pixels) })
  const drawn = surface(pixels)
  const top = (needed[0] ?? 0) * pixels
  rows.forEach(({ from, height }, at) => { drawn.pen.drawImage(stack.canvas, 0, from - top, pixels, height, 0, at, pixels, 1) })
  return { data: await createImageBitmap(drawn.canvas) }
}

function surface(height: number): { canvas: HTMLCanvasElement; pen: CanvasRenderingContext2D } {
  const canvas = document.createElement('canvas')
  canvas.width = pixels
  canvas.height = Math.max(1, height)
  return { canvas, pen: canvas.getContext('2d') as CanvasRenderingContext2D }
}
