import type { Position } from '../../geodata/model/geometry.ts'
import type { OverlayContent } from '../map/overlay/shapes.ts'
import type { AreaPage } from './figures.ts'

/** Pairings as curves from where the unit stands to the middle of the area. */
export const pairingContent = (page: AreaPage | null): OverlayContent => {
  const box = page?.area.box
  if (!page || !box) return {}
  const middle: Position = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]
  const placed = page.pairings.flatMap(({ id, unit, from }) => (from ? [{ id, name: unit, from }] : []))
  return {
    threads: placed.map(({ id, name, from }) => ({ id: `pair ${id}`, name, from, to: middle, count: 1 })),
    places: placed.map(({ id, name, from }) => ({ id, name, position: from, sign: 'resource' as const })),
  }
}
