import type { Palette } from '../../map/palette.ts'
import type { PatternName } from '../../map/patterns.ts'
import type { LegendLine } from '../map/legendRows.ts'
import type { LegendRow } from './content.ts'

/** Lines of the map's legend as a sheet draws them: the map's own colours and patterns. */
export const legendRows = (lines: readonly LegendLine[], palette: Palette): LegendRow[] => lines.map(({ swatch, text }) => ({ label: text, ...drawnAs(swatch, palette) }))

const patterns: Readonly<Partial<Record<string, PatternName>>> = { uncovered: 'gap', marginal: 'marginal', full: 'full', nodata: 'nodata' }

function drawnAs(swatch: LegendLine['swatch'], palette: Palette): Pick<LegendRow, 'fill' | 'pattern'> {
  if (swatch.kind === 'ramp') return { fill: palette.sequential[swatch.place] ?? palette.nodata, pattern: null }
  if (swatch.kind === 'few' || swatch.kind === 'none') return { fill: palette.sunken, pattern: 'nodata' }
  const fills = { covered: palette.covered, marginal: palette.marginal, full: palette.full, uncovered: palette.gap, cut: palette.land, nodata: palette.land, other: palette.bldg } as const
  return { fill: fills[swatch.state], pattern: patterns[swatch.state] ?? null }
}
