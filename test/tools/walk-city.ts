import type { CityRecord } from '../../geodata/model/city.ts'
import type { Gate } from '../../geodata/model/building.ts'
import type { Unit } from '../../geodata/model/facility.ts'
import type { Entry } from '../../geodata/model/entry.ts'
import type { Organisation } from '../../geodata/model/organisation.ts'
import { entry, organisation } from './registers.ts'
import { at, facility, smallRecords } from './small-city.ts'

/** Where something lies: in the community of the west, of the east, or in no area at all (about areas: the whole city). */
export const places = ['west', 'east', 'nowhere'] as const
export type Place = (typeof places)[number]

export const communities: Readonly<Record<Place, string | null>> = { west: '110105001001', east: '110105001002', nowhere: null }

/** A position of each place, beside everything else there. */
export const positions = { west: at(4, 5), east: at(16, 5), nowhere: at(20, 30) } as const

const from = { source: 'drawn by hand', date: '2026-10-01' }
const always = { validFrom: null, validTo: null }

const gateAt = (place: Place): Gate => ({ id: `gate-${place}`, name: `${place} gate`, position: positions[place], estate: null, locked: 'never', ...from })
const unitAt = (place: Place): Unit => ({ id: `unit-${place}`, name: `${place} unit`, nature: 'government', position: positions[place], community: communities[place], ...always, ...from })
const organisationAt = (place: Place): Organisation => organisation(`organisation-${place}`, { name: `${place} firm`, position: positions[place], community: communities[place] })
/** Of a sheet whose rows need no area, so that one can lie nowhere. */
export const rowFields = { tier: 'community', form: 'branch', parent: null, members: 40, retiredMembers: null, standardsMet: null, model: null, termEnd: null, underRepair: null } as const
const entryAt = (place: Place): Entry => entry(`entry-${place}`, 'partyOrganisation', rowFields, { area: communities[place] })

const taskFields = { origin: 'other', owner: 'the community', due: '2026-12-31', state: 'open', opened: '2026-10-01', closed: null, measure: 'none', before: null, after: null, note: null } as const
/** What is in no community is a task of the district. */
const taskAt = (place: Place): Entry => entry(`task-${place}`, 'task', { ...taskFields, subject: taskSubjects[place] }, { area: taskSubjects[place] })
export const taskSubjects = { west: '110105001001', east: '110105001002', nowhere: '110105' } as const

/** The small city with one record of each kind in each place. */
export const walkRecords: CityRecord[] = [
  ...smallRecords,
  ...places.flatMap((place): CityRecord[] => [
    { kind: 'facility', record: facility(`facility-${place}`, 'canteen', 0, 0, { position: [...positions[place]] }) },
    { kind: 'unit', record: unitAt(place) }, { kind: 'organisation', record: organisationAt(place) }, { kind: 'gate', record: gateAt(place) }, { kind: 'entry', record: entryAt(place) }, { kind: 'entry', record: taskAt(place) },
  ]),
]

/** Buildings of each place: their counts alone are edited. */
export const homes: Readonly<Record<Place, string>> = { west: 'home-1', east: 'home-8', nowhere: 'far' }
