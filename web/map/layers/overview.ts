import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import type { Overview, ShareDot } from '../seam.ts'
import type { Wishes } from '../wishes.ts'

/** Below this zoom single buildings are not drawn: the state is told per area. */
export const overviewToZoom = 13
/** From this zoom a house is some 20 pixels long, three lines of the hatch: seen on the demonstration city, light and dark. */
const patternsReadFrom = 14.4
/** Below this zoom grids are smaller than their dots: communities speak for them. */
const gridsFromZoom = 12

/** How many parts of a dot can be filled: its picture is one of 21. */
export const shareSteps = 20

/** What a reader sees at a zoom; null: the buildings themselves with their patterns. `always`: no building has a state. */
export function overviewAt(zoom: number, dots: readonly Pick<ShareDot, 'level'>[], always = false): Overview | null {
  if (!always && zoom >= patternsReadFrom) return null
  if (!always && zoom >= overviewToZoom) return 'small'
  const has = (level: 'grid' | 'community'): boolean => dots.some((dot) => dot.level === level)
  const wanted = zoom >= gridsFromZoom ? 'grid' : 'community'
  if (has(wanted)) return wanted
  const other = wanted === 'grid' ? 'community' : 'grid'
  return has(other) ? other : 'nothing'
}

/**
 * One dot per grid or community, filled clockwise by the share of residents who are covered, larger where more people live.
 * A dot of 40 px at size 1: a grid of some 270 m measures 17 px at zoom 12, a community of 750 m 24 px at zoom 11.
 */
export function overviewLayers({ palette, dotsAtEveryZoom }: Wishes): LayerSpecification[] {
  const dots = (id: string, level: 'grid' | 'community', shown: ExpressionSpecification, sizes: readonly [least: number, most: number], residents: number): LayerSpecification => ({
    id, type: 'symbol', source: 'dots', ...(dotsAtEveryZoom ? {} : { maxzoom: overviewToZoom }), filter: ['all', ['==', ['get', 'level'], level], ['any', ['get', 'only'], shown]],
    layout: {
      'icon-image': ['concat', `share:${palette.theme}:`, ['coalesce', ['to-string', ['get', 'step']], '']],
      'icon-size': ['interpolate', ['exponential', 2], ['zoom'],
        10, ['interpolate', ['linear'], ['get', 'residents'], 0, sizes[0] / 4, residents, sizes[1] / 4],
        13, ['interpolate', ['linear'], ['get', 'residents'], 0, sizes[0] * 2, residents, sizes[1] * 2]],
      'icon-overlap': 'always', 'icon-padding': 0,
      'symbol-sort-key': ['-', 0, ['get', 'residents']],
    },
  })
  return [
    dots('grid-dots', 'grid', ['>=', ['zoom'], gridsFromZoom], [0.18, 0.42], 2500),
    dots('community-dots', 'community', ['<', ['zoom'], gridsFromZoom], [0.5, 1.2], 15_000),
  ]
}
