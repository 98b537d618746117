import type { EditableKind } from '../../../geodata/model/city.ts'
import type { Entry } from '../../../geodata/model/entry.ts'
import type { Facility, Unit } from '../../../geodata/model/facility.ts'
import type { Organisation } from '../../../geodata/model/organisation.ts'
import type { SheetCode } from '../../../geodata/model/sheets/all.ts'
import { namedRecords } from '../../../geodata/intake/edits/named.ts'
import { grouped } from '../../../geodata/registers/grouped.ts'
import { dataVersion } from '../standing.ts'
import type { OpenCity } from '../open-city.ts'

/** Everything registers are computed from, whatever its validity, already without what nobody may know of. */
export type RegisterRecords = {
  bySheet: ReadonlyMap<SheetCode, readonly Entry[]>
  byId: ReadonlyMap<string, Entry>
  units: ReadonlyMap<string, Unit>
  facilities: ReadonlyMap<string, Facility>
  organisations: readonly Organisation[]
}

type Kept = { version: string; lastChange: number; records: Promise<RegisterRecords> }
const kept = new WeakMap<OpenCity['names'], Kept>()

/** More records than this are read faster as a whole. */
const mostRecords = 5000

/** Read when first asked for; after that only what changed is read again, and what names it. About 400 bytes a row. */
export function registerRecords(open: OpenCity): Promise<RegisterRecords> {
  const version = dataVersion(open.versions, null)
  const known = kept.get(open.names)
  if (known?.version === version) return known.records
  const records = known ? revisedRecords(open, known) : readRecords(open)
  kept.set(open.names, { version, lastChange: open.lastChange, records })
  records.catch(() => kept.delete(open.names))
  return records
}

async function revisedRecords(open: OpenCity, { lastChange, records }: Kept): Promise<RegisterRecords> {
  const { names } = open
  const [old, changes] = await Promise.all([records, names.changesAfter(lastChange)])
  if (changes.whole || changes.records.length > mostRecords) return readRecords(open)
  const ids = (kind: string): string[] => changes.records.flatMap((one) => (one.kind === kind ? [one.id] : []))
  const read = <T>(kind: EditableKind) => async (id: string) => names.record(kind, id) as Promise<T | null>
  const firms = new Map(old.organisations.map((one) => [one.id, one]))
  const units = await revised(old.units, ids('unit'), read<Unit>('unit')), facilities = await revised(old.facilities, ids('facility'), read<Facility>('facility'))
  const rows = await revised(old.byId, ids('entry'), read<Entry>('entry')), organisations = await revised(firms, ids('organisation'), read<Organisation>('organisation'))
  // Whoever may not know of a record, or may know of it now, is told of what names it in the same way.
  const flipped = new Set([...differing(old.units, units, ids('unit')), ...differing(old.facilities, facilities, ids('facility')), ...differing(old.byId, rows, ids('entry'))])
  const naming = flipped.size === 0 ? none : { rows: dependents(rows.values(), flipped), firms: [...organisations.values()].filter((one) => namedRecords(one).some(({ id }) => flipped.has(id))).map(({ id }) => id) }
  const [rowsNow, firmsNow] = [await revised(rows, naming.rows, read<Entry>('entry')), await revised(organisations, naming.firms, read<Organisation>('organisation'))]
  return { ...(rowsNow === old.byId ? { bySheet: old.bySheet, byId: old.byId } : sorted(rowsNow, old)), units, facilities, organisations: firmsNow === firms ? old.organisations : [...firmsNow.values()].toSorted(byId) }
}

const none = { rows: [], firms: [] }
const differing = (before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>, ids: readonly string[]): string[] => ids.filter((id) => before.has(id) !== after.has(id))

/** The same map where nothing is named; else another one, since whoever reads the old one goes on. */
async function revised<T>(old: ReadonlyMap<string, T>, ids: readonly string[], read: (id: string) => Promise<T | null>): Promise<ReadonlyMap<string, T>> {
  if (ids.length === 0) return old
  const next = new Map(old)
  for (const id of ids) {
    const record = await read(id)
    if (record) next.set(id, record)
    else next.delete(id)
  }
  return next
}

/** Rows that name one of these, or a row that does. */
function dependents(rows: Iterable<Entry>, named: ReadonlySet<string>): string[] {
  const known = [...rows], all = new Set(named), found = new Set<string>()
  for (let before = -1; before !== found.size;) {
    before = found.size
    for (const row of known) {
      if (found.has(row.id) || !((row.unit !== null && all.has(row.unit)) || namedRecords(row).some(({ id }) => all.has(id)))) continue
      found.add(row.id)
      all.add(row.id)
    }
  }
  return [...found]
}

/** By id within each sheet, whatever order they came in. Sheets nothing changed in keep their list. */
function sorted(rows: ReadonlyMap<string, Entry>, old?: Pick<RegisterRecords, 'bySheet'>): Pick<RegisterRecords, 'bySheet' | 'byId'> {
  const bySheet = new Map<SheetCode, readonly Entry[]>()
  for (const [sheet, found] of grouped(rows.values(), (one) => one.sheet)) {
    const list = found.toSorted(byId), before = old?.bySheet.get(sheet)
    bySheet.set(sheet, before && before.length === list.length && before.every((one, i) => one === list[i]) ? before : list)
  }
  return { bySheet, byId: rows }
}

const byId = (one: { id: string }, other: { id: string }): number => (one.id < other.id ? -1 : 1)

async function readRecords({ names }: OpenCity): Promise<RegisterRecords> {
  const rows = new Map<string, Entry>(), units = new Map<string, Unit>(), facilities = new Map<string, Facility>(), organisations: Organisation[] = []
  for await (const entry of names.entries()) rows.set(entry.id, entry)
  for await (const unit of names.units(null)) units.set(unit.id, unit)
  for await (const facility of names.facilities(null)) facilities.set(facility.id, facility)
  for await (const organisation of names.organisations(null)) organisations.push(organisation)
  return { ...sorted(rows), units, facilities, organisations: organisations.toSorted(byId) }
}
