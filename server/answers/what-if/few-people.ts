/** Persons before and after, and all there are; null: not told. */
export type People = { before: number | null; after: number | null; total: number | null }

/** Whether a file would tell of fewer than k persons: by a figure, by what it leaves of the whole, or by the change. */
export function tellsFew({ before, after, total }: People, k: number): boolean {
  const less = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a - b)
  return [before, after, total, less(total, after), less(total, before), less(after, before)].some((value) => value !== null && value !== 0 && Math.abs(value) < k)
}
