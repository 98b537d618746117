import { mapFontFaces } from '../map/fonts.ts'
import { mapFont } from '../map/fontname.ts'

/**
 * Gives the page the map's own font, slice by slice, each fetched when a character of it is first shown. The list of slices is a third of
 * a first visit's style and is needed by the map as well; so it is handed over once, as data, and not a second time as a style sheet.
 */
export const giveFontFaces = (fonts: FontFaceSet): void => {
  for (const faces of Object.values(mapFontFaces())) {
    for (const face of Array.isArray(faces) ? faces : []) {
      if (typeof face === 'string') continue
      fonts.add(new FontFace(mapFont, `url(${JSON.stringify(face.url)}) format("woff2")`, { unicodeRange: (face['unicode-range'] ?? []).join(','), weight: '100 900', display: 'swap' }))
    }
  }
}
