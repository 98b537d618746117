import type { Box } from '../../../geodata/model/geometry.ts'
import type { Margins, Rooms } from '../seam.ts'
import { fitted, type View } from './mercator.ts'

/** Closest a box is fitted to: a single building still shows its street. */
const fitZoom = 17.5
/** Zoom levels that a view gives up so that nothing of the box lies under a panel: as framing.ts. */
const panelCost = 0.4
const noMargins: Margins = { top: 0, right: 0, bottom: 0, left: 0 }

/** The view that shows a whole box largest, clear of the panels where that can be had. */
export function framed(box: Box, size: { width: number; height: number }, rooms: Rooms): View | null {
  const largest = (margins: readonly Margins[]): View | null => margins.flatMap((one) => fitted(box, size, one, fitZoom) ?? []).toSorted((one, other) => other.zoom - one.zoom)[0] ?? null
  const [clear, open] = [largest(rooms.clear), rooms.open && largest([rooms.open])]
  if (clear && open) return open.zoom - clear.zoom > panelCost ? open : clear
  return clear ?? open ?? largest([noMargins])
}
