import type { StyleSpecification } from 'maplibre-gl'
import ranges from '@fontsource-variable/noto-sans-sc/unicode.json'
import { mapFont } from './fontname.ts'

export type FontFaces = NonNullable<StyleSpecification['font-faces']>

/** Addresses of the slices of Noto Sans SC as the build serves them, from our own origin. */
const files = import.meta.glob<string>('../../node_modules/@fontsource-variable/noto-sans-sc/files/*-wght-normal.woff2', {
  query: '?url', import: 'default', eager: true, exhaustive: true,
})

/**
 * The font as the map library wants it: every slice with the characters it holds. The library fetches a slice when a label first needs one of
 * its characters, and waits for it before it draws the label; so no label is ever drawn in a stand-in font.
 */
export function mapFontFaces(): FontFaces {
  const faces = Object.entries(ranges).flatMap(([slice, range]) => {
    const name = slice.replaceAll(/[[\]]/g, '')
    const address = Object.entries(files).find(([path]) => path.endsWith(`/noto-sans-sc-${name}-wght-normal.woff2`))?.[1]
    return address === undefined ? [] : [{ url: new URL(address, location.href).href, 'unicode-range': range.split(',') }]
  })
  return { [mapFont]: faces }
}
