import { isDeniedName } from '../../geodata/intake/tables/denied.ts'
import type { EditableKind } from '../../geodata/model/city.ts'
import type { EditableRecord } from '../../geodata/model/edit.ts'
import type { EventCount } from '../../geodata/model/eventCount.ts'
import type { Reading, RecordChange } from '../store/store.ts'
import { veiled } from './veil.ts'

/**
 * A reading of the database without what nobody may know of (veil.ts). Whoever answers, draws, searches or exports reads through it, for every role; so
 * does history, for what was said of them. The numbers of buildings, grounds and events in `counts` are left as they are stored; `changesAfter` names ids,
 * for those who keep columns in step.
 */
export function visibleReading<R extends Reading>(reading: R): R {
  const { veil, isVisible, standsVisible } = veiled(reading)

  async function* of<T extends EditableRecord>(kind: EditableKind, records: AsyncIterable<T>): AsyncIterable<T> {
    let now = await veil(), met = 0
    for await (const one of records) {
      // A long list goes on while others write.
      if (++met % veilRecords === 0) now = await veil()
      if (await isVisible(now, kind, one)) yield one
    }
  }

  async function hiddenOf(kind: EditableKind, records: AsyncIterable<EditableRecord>): Promise<number> {
    const now = await veil()
    let hidden = 0
    for await (const one of records) if (!(await isVisible(now, kind, one))) hidden++
    return hidden
  }

  const record = async (kind: EditableKind, id: string): Promise<EditableRecord | null> => {
    const found = await reading.record(kind, id)
    return (await isVisible(await veil(), kind, found)) ? found : null
  }

  return {
    ...reading,
    buildings: () => named(reading.buildings()),
    buildingNames: () => named(reading.buildingNames()),
    ground: () => named(reading.ground()),
    gates: () => of('gate', reading.gates()),
    facilities: (day) => of('facility', reading.facilities(day)),
    units: (day) => of('unit', reading.units(day)),
    organisations: (day) => of('organisation', reading.organisations(day)),
    entries: () => of('entry', reading.entries()),
    eventCounts: () => spoken(reading.eventCounts()),
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
      return (await isVisible(await veil(), 'facility', found)) ? found : null
    },
    async counts() {
      const { unit, facility, organisation, gate, entry, ...others } = await reading.counts()
      return {
        ...others, unit: unit - (await hiddenOf('unit', reading.units(null))), facility: facility - (await hiddenOf('facility', reading.facilities(null))), organisation: organisation - (await hiddenOf('organisation', reading.organisations(null))),
        gate: gate - (await hiddenOf('gate', reading.gates())), entry: entry - (await hiddenOf('entry', reading.entries())),
      }
    },
    async idsWithin(kind, box) {
      const ids = await reading.idsWithin(kind, box)
      if (kind !== 'building') return ids
      const names = await Promise.all(ids.map((id) => reading.buildingName(id)))
      return ids.filter((_, i) => !isDeniedName(names[i] ?? ''))
    },
    record,
    async records(kind, page) {
      const now = await veil()
      const found: EditableRecord[] = []
      for (let after = page.after; found.length < page.limit;) {
        const next = await reading.records(kind, { ...(after !== undefined && { after }), limit: page.limit })
        for (const one of next) if (found.length < page.limit && (await isVisible(now, kind, one))) found.push(one)
        if (next.length < page.limit) break
        after = next[next.length - 1].id
      }
      return found
    },
    async history(kind, id, page) {
      const now = await veil()
      if (!(await standsVisible(now, kind, id))) return []
      const found: RecordChange[] = []
      for (let before = page.before; found.length < page.limit;) {
        const next = await reading.history(kind, id, { ...(before !== undefined && { before }), limit: page.limit })
        for (const one of next) if (found.length < page.limit && (await isVisible(now, kind, one.before)) && (await isVisible(now, kind, one.after))) found.push(one)
        if (next.length < page.limit) break
        before = next[next.length - 1].id
      }
      return found
    },
    async before(day) {
      const now = await veil()
      const earlier = await reading.before(day)
      const visible = await Promise.all(earlier.map(async (one) => (await standsVisible(now, one.kind, one.id)) && (await isVisible(now, one.kind, one.record))))
      return earlier.filter((_, i) => visible[i])
    },
    async reports() {
      const now = await veil()
      const reports = await reading.reports()
      const visible = await Promise.all(reports.map(({ facility }) => standsVisible(now, 'facility', facility)))
      return reports.filter((_, i) => visible[i])
    },
    async reportOf(id) {
      const report = await reading.reportOf(id)
      return report && (await standsVisible(await veil(), 'facility', report.facility)) ? report : null
    },
    async reportStandings() {
      const now = await veil()
      const standings = [...(await reading.reportStandings())]
      const visible = await Promise.all(standings.map(([facility]) => standsVisible(now, 'facility', facility)))
      return new Map(standings.filter((_, i) => visible[i]))
    },
    /** Nobody asks through this reading which they are. */
    hiddenUnits: async () => [],
  }
}

/** Records between two looks at what is hidden. */
const veilRecords = 500

async function* named<T extends { name: string }>(records: AsyncIterable<T>): AsyncIterable<T> {
  for await (const record of records) if (!isDeniedName(record.name)) yield record
}

/** Categories are few, events many. */
async function* spoken(events: AsyncIterable<EventCount>): AsyncIterable<EventCount> {
  const denied = new Map<string, boolean>()
  for await (const event of events) {
    const known = denied.get(event.category) ?? isDeniedName(event.category)
    denied.set(event.category, known)
    if (!known) yield event
  }
}
