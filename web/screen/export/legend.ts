import type { Palette } from '../../map/palette.ts'
import type { LegendLine } from '../map/legendRows.ts'
import type { LegendRow } from './content.ts'
import type { SheetPattern } from './pattern.ts'

/** Lines of the map's legend as a sheet draws them: the map's own colours and patterns. */
export const legendRows = (lines: readonly LegendLine[], palette: Palette): LegendRow[] => lines.map(({ swatch, text }) => ({ label: text, ...drawnAs(swatch, palette) }))

const patterns: Readonly<Partial<Record<string, SheetPattern>>> = { uncovered: 'gap', marginal: 'marginal', full: 'full', nodata: 'nodata' }

function drawnAs(swatch: LegendLine['swatch'], palette: Palette): Omit<LegendRow, 'label'> {
  if (swatch.kind === 'ramp') return { fill: palette.sequential[swatch.place] ?? palette.nodata, pattern: null }
  if (swatch.kind === 'size') return { fill: palette.ink1, pattern: null, drawn: 'outline' }
  if (swatch.kind === 'lit') return { fill: palette.accent, pattern: null, drawn: 'outline' }
  if (swatch.kind === 'thread') return { fill: palette.accent, pattern: null, drawn: 'line' }
  if (swatch.kind === 'few') return { fill: palette.sunken, pattern: 'nodata' }
  if (swatch.kind === 'none') return { fill: palette.sunken, pattern: 'unknown' }
  if (swatch.state === 'cut') return { fill: palette.cut, pattern: null, drawn: 'outline' }
  const fills = { covered: palette.covered, marginal: palette.marginal, full: palette.full, uncovered: palette.gap, nodata: palette.land, other: palette.bldg } as const
  return { fill: fills[swatch.state], pattern: patterns[swatch.state] ?? null }
}
