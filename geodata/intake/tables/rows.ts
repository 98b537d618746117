import type { Tags } from '../feature.ts'

/** A row of a table of OSM values: a key, the values it asks for with blanks between, and what they mean. */
export type ValueRow<T> = readonly [key: string, values: string, meaning: T]

/** Finds the first row of a table that asks for one of the tags; the table is laid out once. */
export function firstRow<T>(table: readonly ValueRow<T>[]): (tags: Tags) => { key: string; meaning: T } | null {
  const meanings = new Map<string, { order: number; key: string; meaning: T }>()
  table.forEach(([key, values, meaning], order) => {
    for (const value of values.split(' ')) if (!meanings.has(`${key}=${value}`)) meanings.set(`${key}=${value}`, { order, key, meaning })
  })
  const keys = [...new Set(table.map(([key]) => key))]
  return (tags) => {
    let best: { order: number; key: string; meaning: T } | null = null
    for (const key of keys) {
      const row = tags[key] === undefined ? undefined : meanings.get(`${key}=${tags[key]}`)
      if (row && (!best || row.order < best.order)) best = row
    }
    return best
  }
}
