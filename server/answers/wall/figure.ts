import type { WallNumberCode } from '../../../geodata/model/wall.ts'
import type { NoFigure } from '../../../geodata/model/wall.ts'

/** A part of a whole, additive; `of` null: a count. */
export type Figure = { value: number | null; of: number | null }
export type Fact = Figure & { code: string }

/** One number of one area as it is told. `untold`: parts of it that are not in the sum. */
export type Counted = Figure & { untold: number; why: NoFigure | null; facts: readonly Fact[] }

export type CountedNumbers = Readonly<Record<WallNumberCode, Counted>>

export const notTold = (why: NoFigure, untold = 1, facts: readonly Fact[] = []): Counted => ({ value: null, of: null, untold, why, facts })
