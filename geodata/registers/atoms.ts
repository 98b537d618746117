import type { Validity } from '../model/provenance.ts'
import type { PersonAtom, RegisterInput } from './register.ts'

/** A row as far as atoms rest on it. */
type Counted = Validity & { area: string | null }

/**
 * Atoms of persons that stand for a time: rows of other validity are other keys, so that whoever compares two months compares whole blocks of rows that stood in both
 * with whole blocks of those that did not. `measure`: name of what is counted, without a bar.
 */
export function standingAtoms<R extends Counted>(rows: readonly R[], measure: string, count: (row: R) => number | null): PersonAtom[] {
  return rows.flatMap((row) => {
    const persons = count(row)
    return persons === null || row.area === null ? [] : [{ area: row.area, key: keyOf(measure, row), count: persons }]
  })
}

/** The keys of a measure among atoms. */
export const keysOf = (atoms: readonly PersonAtom[], measure: string): string[] => [...new Set(atoms.flatMap(({ key }) => (key.split('|')[0] === measure ? [key] : [])))].toSorted()

const keyOf = (measure: string, { validFrom, validTo }: Validity): string => `${measure}|${validFrom ?? ''}|${validTo ?? ''}`

/** Sum of the atoms of a measure in and under an area; '' and null: everywhere. */
export function personsIn({ areas }: Pick<RegisterInput, 'areas'>, atoms: readonly PersonAtom[], measure: string): (area: string | null) => number {
  const sums = new Map<string, number>()
  for (const { area, key, count } of atoms) {
    if (key.split('|')[0] !== measure) continue
    sums.set('', (sums.get('') ?? 0) + count)
    for (let at = areas.of(area); at !== null; at = at.parent === null ? null : areas.of(at.parent)) sums.set(at.code, (sums.get(at.code) ?? 0) + count)
  }
  return (area) => sums.get(area ?? '') ?? 0
}
