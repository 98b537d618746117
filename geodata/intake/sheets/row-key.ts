import type { CityRecord } from '../../model/city.ts'
import type { FormCode } from './form.ts'
import { naturalKeys, otherKeys } from './natural-keys.ts'
import { isSheetCode } from './forms.ts'

type Part = string | number | null

/** What tells the row from every other, as its cells say it. */
export function keyOfValues(form: FormCode, values: ReadonlyMap<string, unknown>): Part[] {
  return partsOf(form, (key) => values.get(key))
}

/** The same of a record that stands: a row that says the same thing of the same place is that record. */
export function keyOfRecord(form: FormCode, { record }: CityRecord): Part[] {
  const flat = record as unknown as Record<string, unknown>
  const fields = (flat['fields'] ?? {}) as Record<string, unknown>
  const position = flat['position'] as readonly number[] | null | undefined
  return partsOf(form, (key) => (key.startsWith('fields.') ? fields[key.slice('fields.'.length)] : key === 'lon' ? position?.[0] : key === 'lat' ? position?.[1] : flat[key]))
}

/** Ten metres, roughly: a site whose place is measured anew is the same site. */
const placeSteps = 1e4

function partsOf(form: FormCode, at: (key: string) => unknown): Part[] {
  const plain = (key: string): Part => {
    const value = at(key)
    if (Array.isArray(value)) return value.toSorted().join(' ')
    if (key === 'lon' || key === 'lat') return typeof value === 'number' ? Math.round(value * placeSteps) : null
    return typeof value === 'string' || typeof value === 'number' ? value : value === true ? 1 : null
  }
  if (isSheetCode(form)) return naturalKeys[form].map((key) => (key === 'name' ? (plain(key) ?? '') : plain(key)))
  // A code alone says which organisation it is, whatever it is called and wherever it moves.
  const code = form === 'organisation' ? (plain('creditCode') ?? plain('registered')) : null
  return code === null ? otherKeys[form].filter((key) => key !== 'creditCode').map(plain) : [plain('kind'), code]
}
