/** What the elements of one block share: its strings and the scale of its numbers. */
export type Primitives = { strings: string[]; groups: Uint8Array[]; granularity: number; latOffset: number; lonOffset: number; dateGranularity: number }

/** Keeps the latest timestamp met. */
export type Newest = (milliseconds: number) => void

/** Whole 1e-7 degrees from units of `granularity` nanodegrees. */
export function scaledE7(value: number, granularity: number, offset: number): number {
  return Math.round((value * granularity + offset) / 100)
}

/** Differences -> values, in place. */
export function summed(differences: number[]): number[] {
  for (let i = 1; i < differences.length; i++) differences[i] += differences[i - 1]
  return differences
}
