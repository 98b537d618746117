import type { WallBoard, WallRow } from '../../../geodata/contract/wall.ts'
import type { WallBoardCode, WallNumberCode } from '../../../geodata/model/wall.ts'
import type { BoardSizes } from './sizes.ts'

export type RowBoard = Extract<WallBoard, { kind: 'bars' | 'pairs' | 'list' }>
export type HalfHourBoard = Extract<WallBoard, { kind: 'halfHours' }>
export type MatrixBoard = Extract<WallBoard, { kind: 'matrix' }>
/** What was chosen on a board: a row, or the area a row of a matrix stands for. */
export type Chosen = Pick<WallRow, 'id' | 'name' | 'areas' | 'position'>

/** gap: what is lacking. full: there, and no use. plain: how much there is, neither good nor bad. */
export type Tone = 'gap' | 'full' | 'plain'
const tones: Readonly<Partial<Record<WallBoardCode, Tone>>> = { noMeals: 'gap', shutRooms: 'full' }
export const toneOf = (code: WallBoardCode): Tone => tones[code] ?? 'plain'

/** Boards whose rows are parts of one whole, which their answer says: each against the largest part. */
const partsOfOne: readonly WallBoardCode[] = ['noMeals']
/** Whether a row has a whole of its own that is drawn and written beside its value. */
export const hasWhole = (code: WallBoardCode, { of }: Pick<WallRow, 'of'>): boolean => of !== null && !partsOfOne.includes(code)

/** The number a board explains: what it asks is why that one is what it is. */
const aims = { noMeals: 'leftOut', bestOpening: 'meals', missingRoom: 'rooms', emptyCarriers: 'twoNew', fillSeats: 'vacant', requestPlaces: 'requests' } as const satisfies Readonly<Partial<Record<WallBoardCode, WallNumberCode>>>
export type AimedNumber = (typeof aims)[keyof typeof aims]
const isAimed = (code: WallBoardCode): code is keyof typeof aims => code in aims
/** null: no number has the board's question for its own, and nothing is aimed at. */
export const aimOf = (code: WallBoardCode): AimedNumber | null => (isAimed(code) ? aims[code] : null)

/** What the longest bar stands for; 0 where nothing is told. */
export const longest = ({ code, rows }: Pick<RowBoard, 'code' | 'rows'>): number => rows.reduce((most, row) => Math.max(most, (hasWhole(code, row) ? row.of : row.value) ?? 0), 0)

/** A part of a whole, 0..1; null where it is not told or there is nothing to divide by. */
export const rate = ({ value, of }: { value: number | null; of: number | null }): number | null => (value === null || of === null || of <= 0 ? null : value / of)

export const isLit = (areas: readonly string[], lit: readonly string[]): boolean => areas.some((area) => lit.includes(area))

/** The row the keys lead to; null: another key. */
export const steppedTo = (key: string, at: number, count: number, page: number): number | null => {
  const to: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: count - 1, PageDown: at + page, PageUp: at - page }
  const wanted = to[key]
  return wanted === undefined ? null : Math.max(0, Math.min(count - 1, wanted))
}

/**
 * Rows that go into a height, at least one. `texts`: heights of a row in its own text size, alone and with a second line, and as long reasons take two; `notes`: whether
 * those second lines stand there.
 */
export const fitting = (heightPixels: number, { text, least }: BoardSizes, texts: { line: number; noted: number | null; wrapped?: number | null }): { rows: number; notes: boolean; rowPixels: number } => {
  const line = Math.max(least, text * texts.line)
  const wrapped = texts.wrapped === undefined || texts.wrapped === null ? null : Math.max(least, text * texts.wrapped)
  if (wrapped !== null && (heightPixels === 0 || heightPixels >= wrapped * leastWrappedRows)) return { rows: heightPixels === 0 ? rowsUnmeasured : Math.floor((heightPixels + 1) / wrapped), notes: true, rowPixels: wrapped }
  const tall = texts.noted === null ? null : Math.max(least, text * texts.noted)
  const notes = tall !== null && (heightPixels === 0 || heightPixels >= tall * leastNotedRows)
  const rowPixels = notes ? tall : line
  return { rows: heightPixels === 0 ? rowsUnmeasured : Math.max(1, Math.floor((heightPixels + 1) / rowPixels)), notes, rowPixels }
}

/** Heights of rows in their text size: a line with air, a line with its reason below, in one line or two, a line of squares. */
export const rowTexts = { line: 1.8, noted: 2.8, wrapped: 4.1, squares: 1.5 } as const
/** Fewer rows than these are better told without their second lines. */
const leastNotedRows = 3
/** So many whole reasons are better than more that end in dots. */
const leastWrappedRows = 2
/** Before anything is measured. */
const rowsUnmeasured = 6

/** How wide a text is about, in its own size: so that every bar of a board begins and ends at the same place. */
export const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (wideSign.test(sign) ? 1.02 : slimSign.test(sign) ? 0.32 : 0.62), 0)
const wideSign = /[\p{Script=Han}\uff00-\uffef\u3000-\u303f%]/u
const slimSign = /[\s\u2009/.,·]/u

/** Width of names beside bars and figures, in text sizes, and whether that cuts the widest of them. 0: not measured yet. */
export const namesAndBars = (names: number, figures: number, whole: number, bar = leastBar): { name: number; cut: boolean } => {
  if (whole === 0) return { name: names, cut: false }
  const room = Math.max(leastName, whole - figures - bar - gaps)
  return { name: Math.min(names, room), cut: names > room }
}
/** A bar's length and a name that still tell something, and the gaps and edges of a row. */
const leastBar = 6
/** Where a name can have no line of its own, it is told in full before its bar is long. */
export const shortBar = 3.5
const leastName = 3

/** Where a row's bar stands below its name: its length in text sizes, of `whole`, so that the reason beside it (`note`) is whole. */
export const laneOf = (note: number, whole: number): number => Math.max(leastLane, Math.min(whole * lanePart, whole - note - laneGap))
const leastLane = 3
const lanePart = 0.22
/** Between bar and reason. */
export const laneGap = 0.6
const gaps = 1.9

/** Half hours below half of the day's highest, of those at which people eat; none where nothing is reached all day. */
export const gapsOf = (heights: readonly number[]): boolean[] => {
  const most = Math.max(0, ...heights)
  return heights.map((height, half) => half >= firstMeal && half < lastMeal && height < most / 2)
}
/** From 6:00 to 20:00 people eat, as the server has it where it names the longest gap. */
const firstMeal = 12
const lastMeal = 40

/** Areas where somebody has an open canteen in reach at a half hour; none where the answer does not tell. */
export const areasAt = ({ areas = [] }: Pick<HalfHourBoard, 'areas'>, half: number): string[] => areas.flatMap(({ code, halves }) => (halves[half] === '1' ? [code] : []))

/** 17:30, of which the board's answer speaks. */
export const supperHalf = 35
