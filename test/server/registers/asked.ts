import type { AnswerOf } from '../../../geodata/contract/exchange.ts'
import type { register } from '../../../geodata/contract/registers.ts'
import { standsOn, type EntryOf } from '../../../geodata/model/entry.ts'
import type { SheetCode } from '../../../geodata/model/sheets/all.ts'
import type { Planted } from '../../seeds/planted.ts'

export type RegisterAnswer = AnswerOf<typeof register>

/** The demo as its records alone say it, on the last day it speaks of: nothing here goes through the registers. */
export type Counting = {
  day: string
  all: Planted['all']
  /** Rows that stand on the day. */
  rows: <S extends SheetCode>(sheet: S) => EntryOf<S>[]
  ever: <S extends SheetCode>(sheet: S) => EntryOf<S>[]
  /** Names of areas. */
  nameOf: (code: string | null) => string
}

/** The one question a register's reader asks, answered twice: by what the view is sent for the whole demo, and by a count of its records. */
export type Asked = {
  told: (answer: RegisterAnswer) => unknown
  counted: (demo: Counting) => unknown
}

export function countingOf({ all }: Planted, day: string): Counting {
  const entries = all('entry')
  const names = new Map(all('area').map(({ code, name }) => [code, name]))
  const ever = <S extends SheetCode>(sheet: S): EntryOf<S>[] => entries.filter((entry) => entry.sheet === sheet) as unknown as EntryOf<S>[]
  return { day, all, ever, rows: (sheet) => ever(sheet).filter((row) => standsOn(row, day)), nameOf: (code) => names.get(code ?? '') ?? '' }
}

/** A headline of the answer: its value and what it is a part of. */
export function headline({ headlines }: RegisterAnswer, code: string): [number | null, number | null] {
  const found = headlines.find((one) => one.code === code)
  if (!found) throw new Error(`headline ${code}: expected one of ${headlines.map((one) => one.code).join()}`)
  return [found.value, found.of]
}

/** One column of all rows on the page. */
export function columnOf({ columns, rows }: RegisterAnswer, code: string): unknown[] {
  const at = columns.findIndex((column) => column.code === code)
  if (at < 0) throw new Error(`column ${code}: expected one of ${columns.map((column) => column.code).join()}`)
  return rows.map(({ cells }) => cells[at])
}

export const sum = <T>(all: Iterable<T>, of: (one: T) => number | null): number => [...all].reduce((total, one) => total + (of(one) ?? 0), 0)
