import { readFileSync } from 'node:fs'
import type { LocationFile, LocationFormat } from '../../geodata/intake/location.ts'
import { readLocation } from '../../geodata/intake/location.ts'
import { sharedPath } from './shared.ts'

const folder = 'data/bench_location/'

/** A published instance by its number. */
export function publishedInstance(format: LocationFormat, number: number): LocationFile {
  const path = format === 'pmed' ? `orlib_pmed/pmed${number}.txt` : `orlib_pmedcap/pmedcap1_${number}.txt`
  const read = readLocation(readFileSync(sharedPath(folder + path), 'utf8'), format, path)
  if (!read.ok) throw new Error(`${path}: ${read.issues[0].code}`)
  return read.value
}

/** Published optima of pmed1 to pmed40, as p-median or as p-centre. */
export function publishedOptima(objective: 'p-median' | 'p-centre'): ReadonlyMap<number, number> {
  const lines = readFileSync(sharedPath(`${folder}orlib_pmed/${objective === 'p-median' ? 'pmedopt' : 'kcenteropt'}.txt`), 'utf8').split('\n')
  return new Map(lines.flatMap((line) => {
    const [, number, optimum] = /^pmed(\d+)\s+(\d+)/.exec(line.trim()) ?? []
    return number === undefined ? [] : [[Number(number), Number(optimum)] as const]
  }))
}
