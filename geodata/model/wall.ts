/** What a wall shows: eight numbers and twelve boards, each a question (DOMAIN 10). The words of each are geodata/words/wall.ts. */
import type { AreaLevel } from './area.ts'

export const wallNumberCodes = ['meals', 'evening', 'leftOut', 'rooms', 'opened', 'twoNew', 'vacant', 'requests'] as const
export type WallNumberCode = (typeof wallNumberCodes)[number]

export const wallBoardCodes = [
  'noMeals', 'hours', 'bestOpening', 'missingRoom', 'shutRooms', 'emptyCarriers', 'fillSeats', 'fewReported', 'unmanaged', 'requestPlaces', 'unclaimed', 'closedTasks',
] as const
export type WallBoardCode = (typeof wallBoardCodes)[number]
export type WallSubject = WallNumberCode | WallBoardCode

/** Levels several areas may be chosen of, to be counted together. */
export const wallChoiceLevels: readonly AreaLevel[] = ['community', 'grid']

/** Numbers whose records are buildings, each with a state the map shows. */
export const wallLenses = ['meals', 'evening', 'leftOut'] as const satisfies readonly WallNumberCode[]
export type WallLens = (typeof wallLenses)[number]

/** Where figures come from, each with a rule of its own for how soon they are old. */
export const wallSources = ['sites', 'completeness', 'units', 'organisations', 'seats', 'reports', 'estates', 'events', 'lists', 'tasks', 'residents'] as const
export type WallSource = (typeof wallSources)[number]

/** unknown: no record states a date. */
export const freshStates = ['fresh', 'ageing', 'old', 'unknown'] as const
export type FreshState = (typeof freshStates)[number]

/** Why there is no figure. level: it is counted by communities, not below. none: nothing of the kind was entered. few: too few to be told. */
export const noFigures = ['level', 'none', 'few'] as const
export type NoFigure = (typeof noFigures)[number]
