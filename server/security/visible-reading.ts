import { isDeniedName } from '../../geodata/intake/tables/denied.ts'
import type { EditableKind } from '../../geodata/model/city.ts'
import type { EditableRecord } from '../../geodata/model/edit.ts'
import type { Reading, RecordChange } from '../store/store.ts'

/**
 * A reading of the database without what nobody may know of: units listed as hidden, whatever is named like a military, security or detention unit, and
 * what belongs to one of these. Whoever answers, draws, searches or exports reads through it, for every role; so does history, for what was said of them.
 * The number of buildings and grounds in `counts` is left as it is stored; `changesAfter` names ids, for those who keep columns in step.
 */
export function visibleReading<R extends Reading>(reading: R): R {
  let kept: { last: number; listed: Set<string>; units: Map<string, boolean> } | null = null

  async function rules(): Promise<NonNullable<typeof kept>> {
    const last = await reading.lastChange()
    if (kept?.last !== last) kept = { last, listed: new Set(await reading.hiddenUnits()), units: new Map() }
    return kept
  }

  async function isHiddenUnit(id: string): Promise<boolean> {
    const { listed, units } = await rules()
    const known = units.get(id)
    if (known !== undefined) return known
    const hidden = listed.has(id) || isDeniedName((await reading.record('unit', id))?.name ?? '')
    units.set(id, hidden)
    return hidden
  }

  async function isVisible(kind: EditableKind, record: EditableRecord | null): Promise<boolean> {
    if (record === null) return true
    if (isDeniedName(record.name)) return false
    if (kind === 'unit') return !(await isHiddenUnit(record.id))
    return !('unit' in record) || record.unit === null || !(await isHiddenUnit(record.unit))
  }

  /** Whether the record that stands under this id may be known of. */
  const standsVisible = async (kind: EditableKind, id: string): Promise<boolean> =>
    (kind === 'unit' && (await isHiddenUnit(id))) ? false : isVisible(kind, await reading.record(kind, id))

  async function* of<T extends EditableRecord>(kind: EditableKind, records: AsyncIterable<T>): AsyncIterable<T> {
    for await (const record of records) if (await isVisible(kind, record)) yield record
  }

  const record = async (kind: EditableKind, id: string): Promise<EditableRecord | null> => {
    const found = await reading.record(kind, id)
    return (await isVisible(kind, found)) ? found : null
  }

  return {
    ...reading,
    buildings: () => named(reading.buildings()),
    ground: () => named(reading.ground()),
    gates: () => of('gate', reading.gates()),
    facilities: (day) => of('facility', reading.facilities(day)),
    units: (day) => of('unit', reading.units(day)),
    organisations: (day) => of('organisation', reading.organisations(day)),
    entries: () => of('entry', reading.entries()),
    async building(id) {
      const found = await reading.building(id)
      return found && !isDeniedName(found.name) ? found : null
    },
    async buildingName(id) {
      const name = await reading.buildingName(id)
      return name !== null && isDeniedName(name) ? null : name
    },
    async facility(id) {
      const found = await reading.facility(id)
      return found && (await isVisible('facility', found)) ? found : null
    },
    async counts() {
      const hidden = { unit: 0, facility: 0, organisation: 0, gate: 0, entry: 0 }
      for await (const one of reading.units(null)) if (!(await isVisible('unit', one))) hidden.unit++
      for await (const one of reading.facilities(null)) if (!(await isVisible('facility', one))) hidden.facility++
      for await (const one of reading.organisations(null)) if (!(await isVisible('organisation', one))) hidden.organisation++
      for await (const one of reading.gates()) if (!(await isVisible('gate', one))) hidden.gate++
      for await (const one of reading.entries()) if (!(await isVisible('entry', one))) hidden.entry++
      const stored = await reading.counts()
      return { ...stored, unit: stored.unit - hidden.unit, facility: stored.facility - hidden.facility, organisation: stored.organisation - hidden.organisation, gate: stored.gate - hidden.gate, entry: stored.entry - hidden.entry }
    },
    async idsWithin(kind, box) {
      const ids = await reading.idsWithin(kind, box)
      if (kind !== 'building') return ids
      const names = await Promise.all(ids.map((id) => reading.buildingName(id)))
      return ids.filter((_, i) => !isDeniedName(names[i] ?? ''))
    },
    record,
    async records(kind, page) {
      const found: EditableRecord[] = []
      for (let after = page.after; found.length < page.limit;) {
        const next = await reading.records(kind, { ...(after !== undefined && { after }), limit: page.limit })
        for (const one of next) if (found.length < page.limit && (await isVisible(kind, one))) found.push(one)
        if (next.length < page.limit) break
        after = next[next.length - 1].id
      }
      return found
    },
    async history(kind, id, page) {
      if (!(await standsVisible(kind, id))) return []
      const found: RecordChange[] = []
      for (let before = page.before; found.length < page.limit;) {
        const next = await reading.history(kind, id, { ...(before !== undefined && { before }), limit: page.limit })
        for (const one of next) if (found.length < page.limit && (await isVisible(kind, one.before)) && (await isVisible(kind, one.after))) found.push(one)
        if (next.length < page.limit) break
        before = next[next.length - 1].id
      }
      return found
    },
    async before(day) {
      const earlier = await reading.before(day)
      const visible = await Promise.all(earlier.map(async (one) => (await standsVisible(one.kind, one.id)) && (await isVisible(one.kind, one.record))))
      return earlier.filter((_, i) => visible[i])
    },
    /** Nobody asks through this reading which they are. */
    hiddenUnits: async () => [],
  }
}

async function* named<T extends { name: string }>(records: AsyncIterable<T>): AsyncIterable<T> {
  for await (const record of records) if (!isDeniedName(record.name)) yield record
}
