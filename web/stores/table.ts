import type { TextKey } from '../text/zh.ts'

/** One parameter of an address: its default, how it is read and written, and what to say when it cannot be read. */
export type Row<T> = {
  standard: T
  /** undefined: not readable. */
  read: (text: string) => T | undefined
  /** A method, so that a row of any type is a row of a table. */
  write(value: T): string
  expected: TextKey
  choices?: readonly string[]
  /** push: a change is a step of the reader's, so that "back" undoes it. replace: it only follows the view. */
  history: 'push' | 'replace'
}
/** A view's part of the address. A table is written as a literal, so that the type of each value is known. */
export type Table = Readonly<Record<string, Row<unknown>>>
export type ValuesOf<T extends Table> = { -readonly [K in keyof T]: T[K]['standard'] }
/** A parameter that could not be read; the default stands in for it. */
export type TableFault<K> = { parameter: K; found: string; expected: TextKey; choices: string }

export const row = <T>(value: Row<T>): Row<T> => value

export const oneOf = <T extends string>(choices: readonly T[], standard: T, history: 'push' | 'replace'): Row<T> => row({
  standard, choices, history, expected: 'fault.oneOf',
  read: (text) => choices.find((choice) => choice === text), write: (value) => value,
})

export const optional = <T>(history: 'push' | 'replace', expected: TextKey, read: (text: string) => T | undefined, write: (value: T) => string): Row<T | null> => row<T | null>({
  standard: null, history, expected, read, write: (value) => (value === null ? '' : write(value)),
})

export const text = (longest: number) => (found: string): string | undefined => (found.length > 0 && found.length <= longest ? found : undefined)

export const keysOf = <T extends Table>(table: T): (keyof T & string)[] => Object.keys(table)

/** Reads an address. Whatever it holds, the values are usable; what could not be read is listed. Unknown parameters are let be. */
export const readTable = <T extends Table>(table: T, query: Readonly<Record<string, unknown>>): { values: ValuesOf<T>; faults: TableFault<keyof T & string>[] } => {
  const values: Partial<Record<keyof T, unknown>> = {}
  const faults: TableFault<keyof T & string>[] = []
  for (const key of keysOf(table)) {
    const line = table[key]
    const found = firstText(query[key])
    const value = found === null ? line.standard : line.read(found)
    values[key] = value === undefined ? line.standard : value
    if (value === undefined) faults.push({ parameter: key, found: found ?? '', expected: line.expected, choices: (line.choices ?? []).join(', ') })
  }
  return { values: values as ValuesOf<T>, faults }
}

/** Writes values as an address; defaults are left out, so that a plain view has a plain address. */
export const writeTable = <T extends Table>(table: T, values: ValuesOf<T>): Partial<Record<keyof T & string, string>> => {
  const query: Partial<Record<keyof T & string, string>> = {}
  for (const key of keysOf(table)) {
    const line = table[key]
    const written = line.write(values[key])
    if (written !== line.write(line.standard)) query[key] = written
  }
  return query
}

const firstText = (value: unknown): string | null => {
  const one: unknown = Array.isArray(value) ? value[0] : value
  return typeof one === 'string' ? one : null
}
