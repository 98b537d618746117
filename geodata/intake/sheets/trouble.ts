import type { Fault } from '../../model/fault.ts'
import type { FormCode } from './form.ts'
import type { FoundBy } from './recognise.ts'

export type TroubleCode =
  | 'required' | 'badCount' | 'badNumber' | 'notWhole' | 'outOfRange' | 'badYear' | 'badDay' | 'badMinguoDay' | 'badMonth' | 'badFlag' | 'badChoice' | 'badPrices' | 'tooLong' | 'halfPosition' | 'formulaError'
  | 'unknownArea' | 'ambiguousArea' | 'unknownUnit' | 'ambiguousUnit' | 'unknownEntry' | 'ambiguousEntry' | 'sameRow' | 'otherSheet' | 'outsideAreas' | 'deniedRow' | 'hiddenRow' | 'partOfMore' | 'fault'

/** Something that keeps one row out: where, and what was expected and found. `column`: the heading as the file has it; '' of the row as a whole. */
export type Trouble = { row: number; column: string; code: TroubleCode; values: Readonly<Record<string, string | number>>; /** What the check by hand says too. */ fault: Fault | null }

/** What was left out of a row that is kept. */
export type RemarkCode = 'noCreditCode'

/** One worksheet: rows = kept + refused; every refused row has at least one trouble, of which the first thousand are listed. */
export type SheetReport = {
  file: string; worksheet: string | null
  form: FormCode; foundBy: FoundBy; headingRow: number
  rows: number; kept: number; refused: number
  /** Headings that nothing is known of, and known ones that are not taken. */
  unknownColumns: string[]; leftColumns: string[]
  troubles: Trouble[]
  /** Troubles beyond those listed. */
  unlisted: number
  remarks: Partial<Record<RemarkCode, number>>
}

export const listedTroubles = 1000
