import type { Position } from '../../../geodata/model/geometry.ts'
import type { Provenance } from '../../../geodata/model/provenance.ts'
import type { Row } from '../driver.ts'
import type { Column } from '../record-table.ts'
import { integerToDegrees } from '../shape-blob.ts'

/** Cells of a row as the types their columns promise (the tables are STRICT, so a mismatch is a bug and throws). */
export function text(row: Row, name: string): string {
  const value = row[name]
  if (typeof value !== 'string') throw new TypeError(`column ${name}: expected text, got ${typeof value}`)
  return value
}

export function number(row: Row, name: string): number {
  const value = row[name]
  if (typeof value !== 'number') throw new TypeError(`column ${name}: expected a number, got ${typeof value}`)
  return value
}

export function blob(row: Row, name: string): Uint8Array {
  const value = row[name]
  if (!(value instanceof Uint8Array)) throw new TypeError(`column ${name}: expected a blob, got ${typeof value}`)
  return value
}

export const textOrNull = (row: Row, name: string): string | null => (row[name] === null ? null : text(row, name))
export const numberOrNull = (row: Row, name: string): number | null => (row[name] === null ? null : number(row, name))
export const flag = (row: Row, name: string): boolean => number(row, name) === 1
export const flagOrNull = (row: Row, name: string): boolean | null => (row[name] === null ? null : flag(row, name))
export const point = (row: Row): Position => [integerToDegrees(number(row, 'lon')), integerToDegrees(number(row, 'lat'))]

/** A word of a union: only our own writers fill the column, and the contract of the model names its words. */
export function word<W extends string>(row: Row, name: string, words: readonly W[]): W {
  const value = text(row, name)
  const found = words.find((one) => one === value)
  if (found === undefined) throw new TypeError(`column ${name}: expected one of ${words.join(', ')}, got ${value}`)
  return found
}

export const wordOrNull = <W extends string>(row: Row, name: string, words: readonly W[]): W | null => (row[name] === null ? null : word(row, name, words))

export const provenance = (row: Row): Provenance => ({ source: text(row, 'source'), date: textOrNull(row, 'date') })

export const provenanceColumns: readonly Column<Provenance>[] = [
  { name: 'source', touches: 'text', of: (record) => record.source },
  { name: 'date', touches: 'text', of: (record) => record.date },
]
