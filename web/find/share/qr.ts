import { encode } from 'uqr'

/** More than this is a picture no telephone reads off a screen. */
const mostSigns = 900

/** The QR code of a text as rows of dark (true) and light modules, without the quiet margin; null: the text is too long. A seventh of it may be damaged, as on a door. */
export function qrOf(text: string): readonly (readonly boolean[])[] | null {
  if (new TextEncoder().encode(text).length > mostSigns) return null
  return encode(text, { ecc: 'M', border: 0 }).data
}

/** Its dark modules as the path of a picture, each run of a row one rectangle; a module measures 1. */
export const qrPath = (rows: readonly (readonly boolean[])[]): string => rows.map((row, y) => {
  let path = ''
  for (let x = 0; x < row.length; x += 1) {
    if (!row[x]) continue
    const from = x
    while (row[x + 1]) x += 1
    path += `M${from} ${y}h${x - from + 1}v1h-${x - from + 1}z`
  }
  return path
}).join('')
