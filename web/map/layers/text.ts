import type { SymbolLayerSpecification } from 'maplibre-gl'
import { mapFont } from '../fontname.ts'
import type { Wishes } from '../wishes.ts'

/** Layout common to all labels. The first font comes from our own files (fonts.ts), the others are the reader's. */
export function textOf({ switches }: Wishes, pixels: number): NonNullable<SymbolLayerSpecification['layout']> {
  return {
    visibility: switches.has('labels') ? 'visible' : 'none',
    'text-font': [mapFont, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'sans-serif'],
    'text-size': pixels, 'text-line-height': 1.25,
  }
}
