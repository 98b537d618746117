import { buildingStates, type BuildingState } from '../../../geodata/model/question.ts'
import type { WallLens } from '../../../geodata/model/wall.ts'
import type { Camera, OuterMap } from '../../map/seam.ts'
import { rampPlaces, type OverlayCell } from '../../map/overlay/shapes.ts'
import * as number from '../../text/numbers.ts'
import { keyFigures } from './circles.ts'
import { hexagonBounds } from './hexagons.ts'
import type { Shading } from './shading.ts'
import type { SayOnMap } from './words.ts'

/** What a row of the legend shows: the state of a building, a step of the sequential ramp, areas without a colour, what is lit, a line between pairs. */
export type LegendSwatch = { kind: 'state'; state: BuildingState } | { kind: 'ramp'; place: number } | { kind: 'few' } | { kind: 'none' } | { kind: 'lit' } | { kind: 'thread' } | { kind: 'size'; /** Its radius as a part of the largest. */ root: number }
export type LegendLine = { swatch: LegendSwatch; text: string; count: number }

/** The map as it stands, for a picture of it: its size in CSS pixels. */
export type ShownMap = {
  camera: Camera; width: number; height: number
  /** Where on it lies what is told of; null: not known, or the map leans or is turned. */
  part: { x: number; y: number; width: number; height: number } | null
  title: string; legend: readonly LegendLine[]
  /** The outer map below it; null: our own ground. */
  outer: Pick<OuterMap, 'attribution' | 'mapApproval'> | null
}

/** States there are in view, in their order; `states`: one byte a building. */
export function stateLines(states: Uint8Array, lens: WallLens, say: SayOnMap): LegendLine[] {
  const counts = new Uint32Array(buildingStates.length)
  for (const state of states) if (state < counts.length) counts[state]++
  return buildingStates.flatMap((state, index) => (state !== 'other' && counts[index] > 0 ? [{ swatch: { kind: 'state', state }, text: say(`${lens}.${state}`), count: counts[index] } as const] : []))
}

/** Classes of the hexagons, the worst first, then those in which no home has a state. */
export function hexagonLines(cells: readonly OverlayCell[], say: SayOnMap): LegendLine[] {
  return classLines({ bounds: hexagonBounds, lowIsWorse: true, shown: 'share', rows: cells.map(({ step }) => ({ step })) }, say)
}

/** What sizes of circles stand for, the largest first. */
export const sizeLines = (most: number, unit: string, say: SayOnMap): LegendLine[] => keyFigures(most).map((figure) => ({ swatch: { kind: 'size', root: Math.sqrt(figure / most) }, text: say('sizeOf', { figure: number.exact(figure), unit }), count: 0 }))

/** Classes of the coloured areas, the worst first, then those without a figure. */
export function classLines({ bounds, lowIsWorse, shown, rows }: Pick<Shading, 'bounds' | 'lowIsWorse' | 'shown'> & { rows: readonly Pick<Shading['rows'][number], 'step'>[] }, say: SayOnMap): LegendLine[] {
  const places = rampPlaces(bounds.length, lowIsWorse)
  const figure = (value: number): string => (shown === 'share' ? `${Math.round(value * 1000) / 10}%` : number.exact(value))
  const holding = (step: number | 'few' | 'none'): number => rows.filter((row) => row.step === step).length
  /** Counts are whole: between 2 and 4 are 3 and 4. */
  const least = (step: number): number => (bounds[step - 1] ?? 0) + (shown === 'share' ? 0 : 1)
  const classText = (to: number, step: number): string => {
    if (step === 0) return say(to === 0 || bounds.length === 1 ? 'exactly' : 'upTo', { to: figure(to) })
    return least(step) === to ? say('exactly', { to: figure(to) }) : say('between', { above: figure(least(step)), to: figure(to) })
  }
  const classes = bounds.map((to, step): LegendLine => ({ swatch: { kind: 'ramp', place: places[step] ?? 0 }, count: holding(step), text: classText(to, step) }))
  const rest = (['few', 'none'] as const).flatMap((kind): LegendLine[] => (holding(kind) > 0 ? [{ swatch: { kind }, count: holding(kind), text: say(kind) }] : []))
  return [...(lowIsWorse ? classes : classes.toReversed()), ...rest]
}
