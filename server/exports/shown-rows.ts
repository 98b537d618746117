import { growingInts } from '../../geodata/kernel/growing.ts'
import type { BuildingCountsRecord } from '../../geodata/model/building.ts'
import type { Hiding } from '../security/hide-small.ts'
import { countNames, shownBuildings, type CountName, type HouseCounts } from '../security/shown-buildings.ts'
import { personFields, personsOfEntry, personsOfOrganisation, shownPersons, type PersonRow } from './shown-persons.ts'
import type { ListRow } from './list-row.ts'
import type { Placed } from './list-rows.ts'
import type { PlainArea } from './places.ts'

/** Rows as they may be shown and how many there are; `hidden`: how many counts were not written, once the rows have passed. */
export type ShownRows = { rows(): AsyncIterable<ListRow>; count: number; hidden(): number }

export type RowsSetting = {
  /** The whole list, as often as it is asked for. */
  rows: () => AsyncIterable<Placed>
  /** Code of the area that is wanted; null: everything. */
  area: string | null
  k: number
  /** Told how many rows were met. */
  progress: (met: number) => void
  breathe: () => Promise<void>
}

/**
 * Counts of buildings pass the rule of small numbers within each smallest area, whose sums planners know, persons of rows and organisations that of shown-persons.ts; other lists are handed on as they are. The rows
 * are walked twice: how many there are, and what is hidden, depends on all of them, not only on those wanted: two lists must not hide different counts.
 */
export async function shownRows({ rows, area, k, progress, breathe }: RowsSetting): Promise<ShownRows> {
  const members = new Map<string, number[]>()
  const counts = growingInts()
  const persons: PersonRow[] = []
  let met = 0, count = 0
  for await (const row of rows()) {
    if (row.kind === 'building') {
      const { residents } = row.record
      for (const name of countNames) counts.push(residents?.[name] ?? 0)
      if (residents) entryOf(members, smallest(row.areas)).push(met)
    }
    if (row.kind === 'organisation') persons.push(personsOfOrganisation(row.record, row.areas))
    if (row.kind === 'entry') persons.push(personsOfEntry(row.record, row.areas))
    if (liesIn(row, area)) count++
    progress(++met)
  }
  const hidings = await hidingsOf(members.values(), counts.take(), k, breathe)
  const personHidings = shownPersons(persons, k)
  let hidden = 0
  async function* shown(): AsyncIterable<ListRow> {
    let at = 0, nth = 0
    for await (const row of rows()) {
      const cells = hidings.subarray(at, at + countNames.length)
      at += countNames.length
      const signs = personHidings[nth++] ?? []
      if (!liesIn(row, area)) continue
      hidden += signs.filter((hiding) => hiding !== 'shown').length
      hidden += cells.reduce((sum, code) => sum + Number(code > 0), 0)
      const sign = (index: number, value: number | null): number | string | null => (value === null || signs[index] === 'shown' ? value : signs[index] === 'few' ? `<${k}` : '*')
      if (row.kind === 'organisation') yield { ...row, record: { ...row.record, employees: sign(0, row.record.employees), members: sign(1, row.record.members) } }
      else if (row.kind === 'entry') yield { ...row, record: { ...row.record, fields: { ...row.record.fields, ...Object.fromEntries(personFields(row.record.sheet).map((name, index) => [name, sign(index, row.record.fields[name] as number | null)])) } } }
      else yield row.kind === 'building' ? { ...row, record: { ...row.record, residents: withSigns(row.record.residents, cells, k) } } : row
    }
  }
  return { rows: shown, count, hidden: () => hidden }
}

const liesIn = ({ areas }: Placed, area: string | null): boolean => area === null || areas.some(({ code }) => code === area)

const codes: readonly Hiding[] = ['shown', 'few', 'kept']

/** By row and column, as places in `codes`: lists of a million buildings are held a while. */
async function hidingsOf(groups: Iterable<readonly number[]>, counts: Int32Array, k: number, breathe: () => Promise<void>): Promise<Uint8Array> {
  const hidings = new Uint8Array(counts.length)
  const width = countNames.length
  for (const group of groups) {
    const houses = group.map((row): HouseCounts => ({ all: counts[row * width], over60: counts[row * width + 1], over80: counts[row * width + 2], children: counts[row * width + 3], households: counts[row * width + 4] }))
    shownBuildings(houses, k).forEach((cells, i) => { hidings.set(cells.map((hiding) => codes.indexOf(hiding)), group[i] * width) })
    await breathe()
  }
  return hidings
}

function withSigns(residents: BuildingCountsRecord['residents'], hidings: Uint8Array, k: number) {
  if (!residents) return null
  const cell = (name: CountName): number | string => {
    const hiding = codes[hidings[countNames.indexOf(name)]]
    return hiding === 'shown' ? residents[name] : hiding === 'few' ? `<${k}` : '*'
  }
  return { ...residents, all: cell('all'), over60: cell('over60'), over80: cell('over80'), children: cell('children'), households: cell('households') }
}

/** Code of the smallest administrative area; '' outside all. */
const smallest = (areas: readonly PlainArea[]): string => areas.findLast(({ level }) => level !== 'estate')?.code ?? ''

function entryOf<T>(groups: Map<string, T[]>, key: string): T[] {
  const known = groups.get(key) ?? []
  groups.set(key, known)
  return known
}
