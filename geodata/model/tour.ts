import type { Position } from './geometry.ts'
import type { WallSubject } from './wall.ts'

/** Where the map glides to. Degrees; zoom as maps count it. */
export type TourCamera = { centre: Position; zoom: number; pitch: number; bearing: number }

/** What a step shows. A camera alone looks at the map; without one the map shows the whole of the area. */
export type TourPlace = {
  /** null: the whole city. */
  area: string | null
  /** Communities or grids of a lasso; empty: all of the area. */
  only: readonly string[]
  camera: TourCamera | null
  /** Dense index, which holds while the layer of buildings has this version. */
  building: { index: number; version: string } | null
}

/** words: on the wall. notes: for whoever speaks, on the phone. month: as the city stood at its end; null: today. */
export type TourStep = { place: TourPlace; subject: WallSubject | null; month: string | null; words: string; notes: string; seconds: number }

export type Tour = { id: string; name: string; steps: readonly TourStep[] }

/** Forty minutes at forty seconds a step are longer than any visit. */
export const mostTourSteps = 60
/** A person reads a sentence in three seconds and leaves after two minutes. */
export const leastStepSeconds = 3
export const mostStepSeconds = 120
export const usualStepSeconds = 12
/** Two lines of a wall. */
export const longestStepWords = 80
export const longestStepNotes = 1000
export const longestTourName = 40
export const mostTours = 50

/** Why a step is passed over. */
export const tourGaps = ['area', 'building', 'subject'] as const
export type TourGap = (typeof tourGaps)[number]
