import { createHash } from 'node:crypto'
import type { Reading } from '../store/store.ts'

/** A number of 48 bits out of the SHA-256 of every record of a public file: it tells one file from another, and a whole one from what was half copied over another. Above 0. */
export async function digestOf(city: Reading): Promise<number> {
  const hash = createHash('sha256')
  const add = (part: unknown): void => { hash.update(JSON.stringify(part)) }
  add([await city.identity(), await city.catalogue()])
  for (const list of [city.areas(), city.buildings(), city.streets(), city.gates(), city.ground(), city.units(null), city.facilities(null)]) for await (const record of list) add(record)
  return hash.digest().readUIntBE(0, 6) || 1
}
