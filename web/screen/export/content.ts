import type { AnswerOf } from '../../../geodata/contract/exchange.ts'
import type { wall, WallBoard, WallNumber } from '../../../geodata/contract/wall.ts'
import type { PatternName } from '../../map/patterns.ts'

export type WallAnswer = AnswerOf<typeof wall>

/** What a view of the wall says of its map, as it stands. */
export type MapShown = {
  /** Of the map on the screen, CSS pixels. */
  width: number; height: number
  latitude: number; zoom: number
  /** Leaning: lengths differ from near to far, the bar holds for the middle. */
  tilted: boolean
  /** Degrees clockwise from north. */
  bearing: number
}

/** One class of the legend. */
export type LegendRow = { label: string; fill: string; pattern: PatternName | null }

export type NumberShown = { question: string; answer: string; unit: string; note: string; target: string }

/** All that a sheet says, in words; nothing is worked out after this. */
export type SheetContent = {
  title: string; subtitle: string
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

export type SheetWords = { metres: string; kilometres: string; scaleInMiddle: (length: string) => string; north: string; more: (count: number) => string; view: string; few: string; hour: (hour: number) => string }

/** A number of the wall as the sheet writes it. */
export type WrittenNumber = (number: WallNumber) => NumberShown
