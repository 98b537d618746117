import type { AnswerOf } from '../../../geodata/contract/exchange.ts'
import type { wall, WallBoard, WallRow } from '../../../geodata/contract/wall.ts'
import type { Camera } from '../../map/seam.ts'
import type { RowBoard } from '../boards/board.ts'
import type { Frame } from './drawn.ts'
import type { SheetPattern } from './pattern.ts'

export type WallAnswer = AnswerOf<typeof wall>

/** What a view of the wall says of its map, as it stands. */
export type MapShown = {
  /** Of the map on the screen, CSS pixels. */
  width: number; height: number
  camera: Camera
  /** Where on it lies what is told of, which may reach beyond it; null: not known. */
  part: Frame | null
}

/** One class of the legend. outline, line: what has no surface of its own. */
export type LegendRow = { label: string; fill: string; pattern: SheetPattern | null; drawn?: 'outline' | 'line' }

export type NumberShown = {
  question: string; answer: string; unit: string
  /** Its target and how it moved; the day of its data where they are ageing, and counts beside the answer. The first matter most. */
  states: readonly string[]; notes: readonly string[]
  /** Ends of the last months, 0 the lowest of them and 1 the highest; null: not told. */
  trend: readonly (number | null)[]
}

/** All that a sheet says, in words; nothing is worked out after this. */
export type SheetContent = {
  title: string; subtitle: string
  /** Colour of the sheet itself: the wall's, white on paper. */
  ground: string
  /** 示意数据, name of the edition. */
  stamps: readonly string[]
  numbers: readonly NumberShown[]; boards: readonly WallBoard[]
  map: MapShown; legend: readonly LegendRow[]; legendTitle: string
  /** Source, dates, approval: the lines of the foot. */
  notes: readonly string[]
  /** Of the view itself, and its code. */
  link: string; code: readonly (readonly boolean[])[] | null
  words: SheetWords
}

export type SheetWords = {
  metres: string; kilometres: string; scaleInMiddle: (length: string) => string; north: string; more: (count: number) => string
  /** Where a link is too long for a code. */
  noCode: string
  hour: (hour: number) => string
  /** Which half hours are marked, and what a square of a matrix means. */
  gapRule: string; squares: string
  /** Figure of a row, the line below it, and a sentence of the server as its board writes it. */
  figure: (board: RowBoard, row: WallRow) => string; note: (board: RowBoard, row: WallRow) => string; said: (text: string) => string
}
