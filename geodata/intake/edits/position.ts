import type { Box, Position } from '../../model/geometry.ts'
import type { Fault } from '../../model/fault.ts'

/** Sites may lie a little outside the last building; a position under another datum or with its numbers swapped lies farther. Five kilometres, roughly. */
const widenedDegrees = 0.05

export function positionFaults([lon, lat]: Position, box: Box | null): Fault[] {
  if (box === null) return []
  const [west, south, east, north] = [box[0] - widenedDegrees, box[1] - widenedDegrees, box[2] + widenedDegrees, box[3] + widenedDegrees].map((side) => Math.round(side * 1e7) / 1e7)
  if (lon >= west && lon <= east && lat >= south && lat <= north) return []
  return [{ field: 'position', code: 'outsideCity', details: { expected: `${west.toFixed(3)}, ${south.toFixed(3)} – ${east.toFixed(3)}, ${north.toFixed(3)}`, found: `${lon}, ${lat}` } }]
}
