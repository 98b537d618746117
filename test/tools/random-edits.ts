import { editableKinds, type CityRecord, type EditableKind } from '../../geodata/model/city.ts'
import type { EditableRecord } from '../../geodata/model/edit.ts'
import { audiences, unitNatures } from '../../geodata/model/facility.ts'
import { operatings, organisationKinds, organiseds, scenes, workCovers } from '../../geodata/model/organisation.ts'
import { seatCategories } from '../../geodata/model/sheets/govern.ts'
import type { Entry } from '../../geodata/model/entry.ts'
import type { Position } from '../../geodata/model/geometry.ts'
import type { BuildingCountsRecord, Gate } from '../../geodata/model/building.ts'
import { seededRandom } from '../../geodata/kernel/random.ts'
import { etagOf } from '../../server/store/etag.ts'
import type { Store } from '../../server/store/store.ts'
import { taken, type Done } from './edits.ts'
import { entry, organisation } from './registers.ts'
import { at, facility, smallRecords } from './small-city.ts'
import { emptyOffer } from '../../geodata/model/offer.ts'

const committeeTerm = { level: 'community', termStart: '2024-07-01', termEnd: '2029-06-30', brand: null } as const

/** The small city with records of every editable kind that name one another. */
export const editedRecords: CityRecord[] = [
  ...smallRecords,
  { kind: 'unit', record: { id: 'unit-2', name: '柳浦小学', nature: 'school', position: at(6, 3), community: null, validFrom: '2020-01-01', validTo: null, source: 'drawn by hand', date: null } },
  { kind: 'facility', record: facility('hall', 'activityRoom', 6, 3, { unit: 'unit-2', hours: 'Sa-Su 09:00-17:00', validFrom: '2025-09-01', capacity: { seats: 30, spareSeats: 4, squareMetres: 80.5 } }) },
  { kind: 'organisation', record: organisation('o-1', { position: at(4, 4), creditCode: '91350100M000100Y43', unit: 'unit-2' }) },
  { kind: 'organisation', record: organisation('o-2', { kind: 'socialOrganisation', community: '110105001002', carrier: 'carrier-1' }) },
  // Rows that name one another: a committee has seats, a seat has had whoever held it, a firm is in a tower.
  { kind: 'entry', record: entry('committee-1', 'committee', committeeTerm, { area: '110105001001' }) },
  { kind: 'entry', record: entry('seat-1', 'seat', { committee: 'committee-1', number: 1, category: 'institution', role: 'seatMember', post: null, appointedBy: null }, { unit: 'unit-2' }) },
  { kind: 'entry', record: entry('tenure-1', 'tenure', { seat: 'seat-1', exitReason: null }, { unit: 'unit-2', validFrom: '2025-01-01' }) },
  { kind: 'entry', record: entry('carrier-1', 'carrier', { kind: 'tower', alsoIn: ['110105001002'], floors: 20, building: null }, { area: '110105001001', position: at(5, 3) }) },
]

export type RandomEdit = Done & { kind: EditableKind; id: string; before: EditableRecord | null }

/** Makes one edit after another that the store takes: adds, changes, removes, over all kinds. What it cannot remove because it is in use, or cannot add because a seat is taken, it leaves and tries another. */
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
      case 'organisation': {
        const units = await ids('unit'), carriers = await rowsOf('carrier'), employees = maybe(below(400))
        return organisation(id, {
          name, kind: pick(organisationKinds), position: maybe(place()), community, unit: units.length === 0 ? null : maybe(pick(units)), operating: maybe(pick(operatings)), scene: maybe(pick(scenes)), alsoScenes: random() < 0.5 ? [] : [pick(scenes)],
          carrier: carriers.length === 0 ? null : maybe(pick(carriers)), registeredCommunity: maybe('110105001002'), employees, members: employees === null ? null : maybe(below(employees + 1)), aboveScale: maybe(random() < 0.5), organised: maybe(pick(organiseds)), work: maybe(pick(workCovers)), ...validity(), ...provenance(),
        })
      }
      case 'entry': return row(id, name)
      case 'facility': {
        const seats = below(100)
        return {
          id, name, category: pick(['canteen', 'clinic', 'pharmacy', 'activityRoom']), position: place(), unit: (await ids('unit')).length === 0 ? null : maybe(pick(await ids('unit'))),
          admission: { audience: pick(audiences), minAge: maybe(60), maxAge: maybe(90), onlyAreas: random() < 0.5 ? [] : ['110105001001'] }, hours: maybe(pick(['08:00-17:00', '24/7', 'Mo-Fr 09:00-12:00'])),
          phone: maybe(`010-6500 ${1000 + below(9000)}`), capacity: { seats: maybe(seats), spareSeats: maybe(Math.floor(seats / 2)), squareMetres: maybe(below(1000) / 4) }, stepFree: maybe(random() < 0.5), offer: emptyOffer, suspensions: [], ...validity(), ...provenance(),
        }
      }
    }
  }

  const rowsOf = async (sheet: Entry['sheet']): Promise<string[]> => (await store.records('entry', { limit: 1000 })).filter((one) => 'sheet' in one && one.sheet === sheet).map(({ id }) => id)

  /** A row of one of a few sheets, among them such as need another row to refer to. */
  async function row(id: string, name: string): Promise<Entry> {
    const units = await ids('unit'), committees = await rowsOf('committee'), seats = await rowsOf('seat')
    const unit = units.length === 0 ? null : maybe(pick(units)), area = pick(['110105001001', '110105001002'])
    const more = { name, ...validity(), ...provenance() }
    switch (pick(['committee', 'meeting', 'carrier', ...(committees.length > 0 ? ['seat'] : []), ...(seats.length > 0 ? ['tenure'] : [])])) {
      case 'seat': return entry(id, 'seat', { committee: pick(committees), number: below(20), category: pick(seatCategories), role: 'seatMember', post: maybe('书记'), appointedBy: null }, { ...more, unit })
      case 'tenure': return entry(id, 'tenure', { seat: pick(seats), exitReason: maybe('transferred') }, { ...more, unit })
      case 'carrier': return entry(id, 'carrier', { kind: pick(['tower', 'park', 'market', 'internet']), alsoIn: null, floors: maybe(below(60)), building: maybe('A座') }, { ...more, area, position: place() })
      case 'meeting': return entry(id, 'meeting', { kind: 'joint', day: day(), unitsPresent: maybe(below(20)), majorItems: null, fundItems: maybe(below(9)), jointItems: null, volunteerItems: null }, { ...more, area })
      default: return entry(id, 'committee', { level: 'community', termStart: '2024-07-01', termEnd: day().replace('2026', '2029'), brand: maybe('红色柳浦') }, { ...more, area })
    }
  }

  function counted(record: BuildingCountsRecord): BuildingCountsRecord {
    const all = below(200), half = Math.floor(all / 2), over60 = below(half + 1)
    return { ...record, residents: maybe({ all, over60, over80: below(over60 + 1), children: below(half + 1), households: below(all + 1), basis: pick(['permanent', 'registered', 'actual'] as const), counted: random() < 0.5, ...provenance() }) }
  }

  /** Some of a new record's fields put into the one that stands. */
  function mixed(before: EditableRecord, other: EditableRecord): EditableRecord {
    // Fields and area of a row go with its sheet.
    if ('sheet' in before && 'sheet' in other && before.sheet !== other.sheet) return { ...before, name: other.name, source: other.source }
    // Members and employees go together.
    if ('employees' in before && 'employees' in other) return { ...before, ...other, creditCode: before.creditCode, validFrom: before.validFrom, validTo: before.validTo }
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
      const nothing = !outcome.ok && (outcome.refusal.code === 'inUse' || outcome.refusal.faults.some(({ code }) => code === 'emptyChange' || code === 'overlaps'))
      if (!nothing) return { ...taken(outcome), kind, id, before }
    }
  }
}
