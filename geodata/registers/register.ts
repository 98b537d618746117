import type { AreaLevel } from '../model/area.ts'
import type { Catalogue } from '../model/catalogue.ts'
import type { Entry, EntryOf } from '../model/entry.ts'
import type { Facility, Unit } from '../model/facility.ts'
import type { Position } from '../model/geometry.ts'
import type { Organisation } from '../model/organisation.ts'
import type { CellKind } from '../model/register.ts'
import type { SheetCode } from '../model/sheets/all.ts'
import type { EventTotals } from './events.ts'

/** What a register is computed from: everything as it stood on `day`, already without what nobody may see. */
export type RegisterInput = {
  catalogue: Catalogue
  /** End of this day in China, yyyy-mm-dd. */
  day: string
  /** Rows that stand on `day`; rows about areas outside the asked one are left out. */
  rows: <S extends SheetCode>(sheet: S) => readonly EntryOf<S>[]
  /** Rows whatever their validity: tenures that ended, estates as they were. */
  ever: <S extends SheetCode>(sheet: S) => readonly EntryOf<S>[]
  entry: (id: string) => Entry | null
  units: readonly Unit[]
  unit: (id: string) => Unit | null
  facilities: readonly Facility[]
  facility: (id: string) => Facility | null
  organisations: readonly Organisation[]
  /** Of the whole city: the same firm may be entered in two communities, and is counted once. */
  everyOrganisation: readonly Organisation[]
  areas: RegisterAreas
  /** Monthly sums of events, by stream, area and category. */
  events: EventTotals
  /** Of an area; null: this reader is not told. */
  residents: (code: string) => { all: number | null; over60: number | null; households: number | null } | null
}

export type RegisterArea = { code: string; name: string; level: AreaLevel; parent: string | null; centre: Position | null }
export type RegisterAreas = {
  /** In or under the asked area, from the top down, by code within a level. */
  at: (level: AreaLevel) => readonly RegisterArea[]
  of: (code: string) => RegisterArea | null
  /** The area of that level which holds it, itself if it is one; null: none. */
  above: (code: string, level: AreaLevel) => RegisterArea | null
  /** Community of a unit or place. */
  communityAt: (record: { community?: string | null; position: Position | null }) => RegisterArea | null
}

export type Column = {
  /** Its words are geodata/words/registers. */
  code: string
  kind: CellKind
  /** Values are codes of that choice: written in words of it ('seat.category'). */
  choice?: string
  /** Counts persons: shown through `protect`, and never unprotected in an export. */
  persons?: true
  /** Keys of the atoms that a count of persons adds up; absent: the column's own code. */
  keys?: readonly string[]
  /** Of a rate or another figure that rests on persons: keys of those. Shown only where they are told and are together enough for a rate. */
  rests?: readonly string[]
}

/** A value; of `state` columns a RegisterState, of choices the code. */
export type Cell = string | number | boolean | null

export type Row = {
  /** Entry, unit, facility, organisation or area the row opens. */
  id: string
  opens: 'entry' | 'unit' | 'facility' | 'organisation' | 'area' | null
  /** Smallest area it belongs to. */
  area: string | null
  position: Position | null
  cells: readonly Cell[]
  /** Of a row that is one category of an area (it opens the area): keys of its columns of persons, by column. */
  keys?: Readonly<Record<string, readonly string[]>>
}

/** What the map shows. areas: the column by area level. points: rows with a position. lines: pairs. */
export type RegisterMap =
  | { kind: 'areas'; level: AreaLevel; /** A column of the table, of rows that are areas; or the name of `values`, or of the number of rows in each area. */ column: string; /** More is worse: ramps of need. */ worse: 'high' | 'low' | null; /** By area code, of things, never of persons. */ values?: Readonly<Record<string, number | null>> }
  | { kind: 'points'; column: string | null }
  | { kind: 'lines'; lines: readonly { from: Position; to: Position; count: number; row: string }[] }

export type Headline = { code: string; value: number | null; /** Denominator, named by the words of the code. */ of: number | null; kind: CellKind; persons?: true; keys?: readonly string[]; rests?: readonly string[] }

/** A value of the answer that counts persons or rests on them: said only where their keys are told in all of `areas` ('' = everywhere). rate: and are enough for one. */
export type Guarded = { value: string | number | null; areas: readonly string[]; keys: readonly string[]; rate?: true }

/** A value of the answer that is codes of a choice, said in words of it. */
export type Chosen = { choice: string; codes: readonly string[] }

export type RegisterTable = {
  headlines: readonly Headline[]
  columns: readonly Column[]
  /** The worst or latest first, as the question wants them; never in an order of persons, which would tell hidden counts: that is `order`. */
  rows: readonly Row[]
  /** Column by which rows are put in order once it is known what a reader is told of it; what is not told comes last. */
  order?: { column: string; largest: 'first' | 'last' }
  /** There are data, and nothing to list: no seat is vacant. Such a register is not hidden. */
  settled?: true
  map: RegisterMap | null
  /** Fills the places of the register's answer sentence (geodata/words/registers): the one question, answered by value. */
  answer: Readonly<Record<string, string | number | null | Guarded | Chosen>>
  /** Person counts by area and key, the atoms from which `persons` columns and headlines of this table were summed; see protect.ts. Empty where there are none. */
  atoms: readonly PersonAtom[]
}

/**
 * Persons of one key at one smallest area. A key is a measure within one category and period, so that figures of other categories and periods are made of other
 * atoms: of what stands for a time, the period is the validity of its row (see atoms.ts). Keys that begin alike up to a colon are parts of a whole: told together or not at all.
 */
export type PersonAtom = { area: string; key: string; count: number }

/** One register: pure, from records to a table. Rows exist: an empty `rows` hides the register. */
export type Register = (input: RegisterInput) => RegisterTable
