import type { FontFaces } from '../map/fonts.ts'

/** Two characters (U+9910, U+8DEF) that look nothing like each other. */
const samples = ['\u9910', '\u8def'] as const
const sidePixels = 24

/** Whether this machine draws Chinese: one without such a font draws the same empty box for both. */
export const drawsChinese = (make: () => HTMLCanvasElement = () => document.createElement('canvas')): boolean => {
  const drawn = samples.map((sample) => {
    const canvas = make()
    canvas.width = canvas.height = sidePixels
    const pen = canvas.getContext('2d', { willReadFrequently: true })
    if (!pen) return null
    pen.font = `${sidePixels - 4}px sans-serif`
    pen.textBaseline = 'top'
    pen.fillText(sample, 0, 2)
    return pen.getImageData(0, 0, sidePixels, sidePixels).data.join()
  })
  return drawn[0] === null || drawn[0] !== drawn[1]
}

/** Slices of the desk's font for the labels of a map, where this machine draws no Chinese; null: it does. */
export const lettersOfMap = async (): Promise<FontFaces | null> => (drawsChinese() ? null : import('../map/fonts.ts').then(({ mapFontFaces }) => mapFontFaces()))

/** The finder uses the letters a telephone has. Only a machine that has no Chinese ones at all is given those of the desk, after all else is here. */
export const giveLetters = async (): Promise<void> => {
  // The list is drawn first, if with empty boxes.
  await new Promise((drawn) => { setTimeout(drawn, 50) })
  if (drawsChinese()) return
  const { giveFontFaces } = await import('../style/faces.ts')
  giveFontFaces(document.fonts)
}
