import { PbfReader } from 'pbf'

/** What the elements of one block share: its strings and the scale of its numbers. */
export type Primitives = { strings: string[]; groups: Uint8Array[]; granularity: number; latOffset: number; lonOffset: number; dateGranularity: number }

/** Keeps the latest timestamp met. */
export type Newest = (milliseconds: number) => void

/** Whole 1e-7 degrees from a pair in units of the block; off the globe the block is damaged. */
export function positionE7(shared: Primitives, lon: number, lat: number): [lonE7: number, latE7: number] {
  const lonE7 = Math.round((lon * shared.granularity + shared.lonOffset) / 100)
  const latE7 = Math.round((lat * shared.granularity + shared.latOffset) / 100)
  if (!(Math.abs(lonE7) <= 180e7 && Math.abs(latE7) <= 90e7)) throw new RangeError(`position: got ${lonE7 / 1e7}, ${latE7 / 1e7}, expected degrees`)
  return [lonE7, latE7]
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
