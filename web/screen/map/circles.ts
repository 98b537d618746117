import type { OverlayCircle } from '../../map/overlay/shapes.ts'
import type { WallAnswer } from './answer.ts'
import { numberOf, type Shading } from './shading.ts'
import { lackOf, placeOf } from './worst.ts'
import type { WallSubject } from '../../../geodata/model/wall.ts'

/** Circles of the areas below. `most`: what the largest circle there can be stands for, a round number; `lacks`: sizes are what is missing, not what is there. */
export type Circles = { circles: readonly OverlayCircle[]; most: number; lacks: boolean }

/** Areas that are coloured, as circles whose areas are as their figures: of a share where more is better what is still missing, of all else the figure itself. Null: nothing to size. `held`: the scale stays while time plays. */
export const circlesOf = (answer: WallAnswer, subject: WallSubject | null, { rows, shown, lowIsWorse }: Shading, held?: number): Circles | null => {
  const code = numberOf(subject)
  const lacks = shown === 'share' && lowIsWorse
  const sized = rows.flatMap(({ code: area, name, step }) => {
    const child = answer.children.find((one) => one.code === area)
    const figure = child?.numbers[code]
    const position = child && placeOf(child)
    if (typeof step !== 'number' || !figure || figure.value === null || !position) return []
    return [{ id: area, name, position, step, size: lacks ? lackOf(figure.value, figure.of, true) : figure.value }]
  })
  const most = held ?? roundAbove(Math.max(0, ...sized.map(({ size }) => size)))
  if (sized.length === 0 || most <= 0) return null
  return { most, lacks, circles: sized.filter(({ size }) => size > 0).map(({ size, ...circle }) => ({ ...circle, root: Math.sqrt(Math.min(1, size / most)) })) }
}

/** Figures whose circles a legend shows: the most, and a fifth of it or so; the larger first. */
export const keyFigures = (most: number): number[] => [...new Set([most, roundAbove(Math.ceil(most / 5))])]

/** The least of 1, 2, 5 times a power of ten that is not passed. */
const roundAbove = (value: number): number => {
  if (value <= 0) return 0
  const power = 10 ** Math.floor(Math.log10(value))
  return [1, 2, 5, 10].map((step) => step * power).find((round) => round >= value - 1e-9) ?? value
}
