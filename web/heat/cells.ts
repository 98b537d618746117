import type { AnswerOf } from '../../geodata/contract/exchange.ts'
import type { heat } from '../../geodata/contract/heat.ts'
import type { Box, Position } from '../../geodata/model/geometry.ts'
import type { OverlayContent, Step } from '../map/overlay/shapes.ts'
import { lowIsWorse } from './heatQuery.ts'

export type HeatAnswer = AnswerOf<typeof heat>
export type HeatCell = HeatAnswer['cells'][number]

/** More classes than colours are never asked for. */
const mostClasses = 6

/** The class of a cell: the first whose bound it does not pass; longer periods may pass the last. Nothing that happened has no class, unless little is what is wrong. */
export const stepOf = (cell: Pick<HeatCell, 'value' | 'events' | 'of'>, classes: readonly number[], low: boolean): Step => {
  if (cell.value === null) return cell.events === 0 || cell.of === 0 ? 'none' : 'few'
  if (cell.value === 0 && !low) return 'none'
  const at = classes.findIndex((bound) => cell.value !== null && cell.value <= bound)
  return at === -1 ? Math.max(0, classes.length - 1) : at
}

/** One line of the legend: `from` is passed or reached, `to` reached. */
export type LegendRow = { step: Step; from: number | null; to: number | null; cells: number }

/** Every class with how many cells are in it, then those too few to be told and those of which there is nothing, where there are any. */
export const legendRows = (answer: HeatAnswer): LegendRow[] => {
  const low = lowIsWorse(answer.layer, answer.measure)
  const classes = answer.classes.slice(0, mostClasses)
  const steps = answer.cells.map((cell) => stepOf(cell, classes, low))
  const counted = (step: Step): number => steps.filter((one) => one === step).length
  const rows: LegendRow[] = classes.map((to, step) => ({ step, from: classes[step - 1] ?? null, to, cells: counted(step) }))
  return [...rows, ...(['few', 'none'] as const).map((step) => ({ step, from: null, to: null, cells: counted(step) })).filter((row) => row.cells > 0)]
}

/** The cells that stand out, first those that stand out most; those without a figure are left out. */
export const standingOut = (answer: HeatAnswer, most: number): HeatCell[] => {
  const low = lowIsWorse(answer.layer, answer.measure)
  return answer.cells.filter((cell) => cell.value !== null && (low || cell.value > 0))
    .toSorted((one, other) => ((one.value ?? 0) - (other.value ?? 0)) * (low ? 1 : -1) || (other.of ?? 0) - (one.of ?? 0) || (one.id < other.id ? -1 : 1)).slice(0, most)
}

/** The answer on the map. Cells with an outline bring it, areas are known by their code. */
export const contentOf = (answer: HeatAnswer | null, chosen: string | null, hovered: string | null): OverlayContent => {
  if (!answer) return {}
  const low = lowIsWorse(answer.layer, answer.measure)
  const classes = answer.classes.slice(0, mostClasses)
  const shared = { classes: classes.length, lowIsWorse: low, chosen, hovered }
  const ringed = answer.cells.flatMap(({ ring, ...cell }) => (ring ? [{ id: cell.id, name: cell.name ?? '', ring, step: stepOf(cell, classes, low) }] : []))
  if (answer.shape === 'hexagons' || ringed.length > 0) return { ...shared, cells: ringed }
  return { ...shared, areas: { level: answer.shape === 'grids' ? 'grid' : 'community', rows: answer.cells.map((cell) => ({ code: cell.id, name: cell.name ?? '', step: stepOf(cell, classes, low) })) } }
}

/** The place whose position is nearest to the middle of a cell. */
export const nearestTo = <P extends { label: Position | null }>(cell: Pick<HeatCell, 'ring'>, places: readonly P[]): P | null => {
  const box = boxOf(cell)
  if (!box) return null
  const [lon, lat] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]
  const away = ({ label }: P): number => (label ? Math.hypot((label[0] - lon) * Math.cos((lat * Math.PI) / 180), label[1] - lat) : Infinity)
  return places.reduce<P | null>((best, one) => (one.label && (best === null || away(one) < away(best)) ? one : best), null)
}

export const boxOf = (cell: Pick<HeatCell, 'ring'>): Box | null => {
  if (!cell.ring || cell.ring.length === 0) return null
  const lons = cell.ring.map(([lon]) => lon), lats = cell.ring.map(([, lat]) => lat)
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)]
}
