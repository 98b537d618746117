import { PbfReader } from 'pbf'

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

/** Reads a whole message; one whose parts run past its end is damaged. */
export function readWhole<T>(bytes: Uint8Array, readField: (tag: number, result: T, reader: PbfReader) => void, result: T): T {
  const reader = new PbfReader(bytes)
  reader.readFields(readField, result)
  if (reader.pos !== bytes.length) throw new RangeError(`message: got ${reader.pos} bytes, expected ${bytes.length}`)
  return result
}

/** A string of the block's table. */
export function stringAt(shared: Primitives, index: number): string {
  const found = shared.strings[index]
  if (found === undefined) throw new RangeError(`string ${index}: the table holds ${shared.strings.length}`)
  return found
}
