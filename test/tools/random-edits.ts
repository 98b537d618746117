import { editableKinds, type CityRecord, type EditableKind } from '../../geodata/model/city.ts'
import type { EditableRecord } from '../../geodata/model/edit.ts'
import { audiences, unitNatures } from '../../geodata/model/facility.ts'
import { organisationKinds, type Organisation } from '../../geodata/model/organisation.ts'
import type { Position } from '../../geodata/model/geometry.ts'
import type { BuildingCountsRecord, Gate } from '../../geodata/model/building.ts'
import { seededRandom } from '../../geodata/kernel/random.ts'
import { etagOf } from '../../server/store/etag.ts'
import type { Store } from '../../server/store/store.ts'
import { taken, type Done } from './edits.ts'
import { at, facility, smallRecords } from './small-city.ts'

/** The small city with records of every editable kind that name one another. */
export const editedRecords: CityRecord[] = [
  ...smallRecords,
  { kind: 'unit', record: { id: 'unit-2', name: '柳浦小学', nature: 'school', position: at(6, 3), community: null, validFrom: '2020-01-01', validTo: null, source: 'drawn by hand', date: null } },
  { kind: 'facility', record: facility('hall', 'activityRoom', 6, 3, { unit: 'unit-2', hours: 'Sa-Su 09:00-17:00', validFrom: '2025-09-01', capacity: { seats: 30, spareSeats: 4, squareMetres: 80.5 } }) },
  { kind: 'organisation', record: organisation('o-1', { creditCode: '91350100M000100Y43', unit: 'unit-2' }) },
  { kind: 'organisation', record: organisation('o-2', { kind: 'socialOrganisation', position: null, community: '110105001002' }) },
]

export type RandomEdit = Done & { kind: EditableKind; id: string; before: EditableRecord | null }

/** Makes one edit after another that the store takes: adds, changes, removes, over all kinds. What it cannot remove because it is in use it leaves and tries another. */
export function randomEditor(store: Store, seed: number, actor = 'test'): () => Promise<RandomEdit> {
  const random = seededRandom(seed)
  const below = (count: number): number => Math.floor(random() * count)
  const pick = <T>(choices: readonly T[]): T => choices[below(choices.length)]
  const maybe = <T>(value: T): T | null => (random() < 0.3 ? null : value)
  const place = (): Position => at(below(2200) / 100, below(800) / 100)
  const day = (): string => `2026-${String(1 + below(12)).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`
  const validity = (): { validFrom: string | null; validTo: string | null } => {
    const [from, to] = [day(), day()].toSorted()
    return { validFrom: maybe(from), validTo: maybe(to) }
  }
  const provenance = () => ({ source: pick(['手工录入', '社区台账', 'drawn by hand']), date: maybe(day()) })
  const ids = async (kind: EditableKind): Promise<string[]> => (await store.records(kind, { limit: 1000 })).map(({ id }) => id)

  async function fresh(kind: Exclude<EditableKind, 'building'>, id: string): Promise<EditableRecord> {
    const name = `${pick(['柳浦', '望澜', '枕溪', '映江'])}${below(100)}`
    const community = maybe(pick(['110105001001', '110105001002']))
    switch (kind) {
      case 'gate': return { id, name, position: place(), estate: null, locked: pick<Gate['locked']>(['never', 'always', { hours: '22:00-06:00' }]), ...provenance() }
      case 'unit': return { id, name, nature: pick(unitNatures), position: place(), community, ...validity(), ...provenance() }
      case 'organisation': return organisation(id, { name, kind: pick(organisationKinds), position: maybe(place()), community, unit: maybe(pick(await ids('unit'))), ...validity(), ...provenance() })
      case 'facility': {
        const seats = below(100)
        return {
          id, name, category: pick(['canteen', 'clinic', 'pharmacy', 'activityRoom']), position: place(), unit: (await ids('unit')).length === 0 ? null : maybe(pick(await ids('unit'))),
          admission: { audience: pick(audiences), minAge: maybe(60), maxAge: maybe(90), onlyAreas: random() < 0.5 ? [] : ['110105001001'] }, hours: maybe(pick(['08:00-17:00', '24/7', 'Mo-Fr 09:00-12:00'])),
          phone: maybe(`010-6500 ${1000 + below(9000)}`), capacity: { seats: maybe(seats), spareSeats: maybe(Math.floor(seats / 2)), squareMetres: maybe(below(1000) / 4) }, stepFree: maybe(random() < 0.5), ...validity(), ...provenance(),
        }
      }
    }
  }

  function counted(record: BuildingCountsRecord): BuildingCountsRecord {
    const all = below(200), half = Math.floor(all / 2), over60 = below(half + 1)
    return { ...record, residents: maybe({ all, over60, over80: below(over60 + 1), children: below(half + 1), households: below(all + 1), basis: pick(['permanent', 'registered', 'actual'] as const), counted: random() < 0.5, ...provenance() }) }
  }

  /** Some of a new record's fields put into the one that stands. */
  function mixed(before: EditableRecord, other: EditableRecord): EditableRecord {
    return { ...before, ...Object.fromEntries(Object.entries(other).filter(([field]) => field !== 'id' && field !== 'validFrom' && field !== 'validTo' && random() < 0.4)) } as EditableRecord
  }

  return async () => {
    for (;;) {
      const kind = pick(editableKinds)
      const known = await ids(kind)
      const action = kind === 'building' ? 'change' : known.length === 0 || known.length < 12 && random() < 0.4 ? 'add' : random() < 0.3 ? 'remove' : 'change'
      // Few ids, so that some come back that were removed before.
      const id = action === 'add' ? `new-${kind}-${below(30)}` : pick(known)
      const before = await store.record(kind, id)
      if (action === 'add' && before) continue
      const after = action === 'remove' ? null : kind === 'building' ? counted(before as BuildingCountsRecord) : before ? mixed(before, await fresh(kind, id)) : await fresh(kind, id)
      const outcome = await store.edit({ kind, id, action, after, ifMatch: before && etagOf(before) }, actor)
      const nothing = !outcome.ok && (outcome.refusal.code === 'inUse' || outcome.refusal.faults.some(({ code }) => code === 'emptyChange'))
      if (!nothing) return { ...taken(outcome), kind, id, before }
    }
  }
}

function organisation(id: string, more: Partial<Organisation>): Organisation {
  return { id, name: id, kind: 'enterprise', creditCode: null, position: at(4, 4), community: null, unit: null, validFrom: null, validTo: null, source: 'drawn by hand', date: null, ...more }
}
