import * as z from 'zod/mini'
import { afterAll, describe, expect, test } from 'vitest'
import { exchanges, type ExchangeName } from '../../../geodata/contract/all.ts'
import type { ErrorCode } from '../../../geodata/contract/errors.ts'
import { roles, type Role, type Scope } from '../../../geodata/contract/exchange.ts'
import { tileLayers, tileRoles } from '../../../geodata/contract/meta.ts'
import { editableKinds, type EditableKind } from '../../../geodata/model/city.ts'
import { connect } from '../../../server/store/driver.ts'
import { serviceId } from '../../../server/answers/feeds/hsds-service.ts'
import { newAccount, tell, testOrigin, testPassword, type PageHeaders, type Told } from '../../tools/accounts.ts'
import { droppedBasemap } from '../../tools/pmtiles.ts'
import { servedCity } from '../../tools/served-city.ts'
import { smallIdentity } from '../../tools/small-city.ts'
import { communities, homes, places, positions, rowFields, walkRecords, taskSubjects, type Place } from '../../tools/walk-city.ts'

/** Every exchange of the contract, asked by every role with the whole city and with one community, about that community, another one, and beyond all. */
const { app, store, world, security, path, trouble } = await servedCity({ identity: smallIdentity, records: walkRecords }, null, {}, await droppedBasemap())

type Headers = Readonly<Record<string, string>>
type Reader = { role: Role; areas: readonly string[] }
type Ask = { path: string; headers?: Headers; body?: unknown }
/** `reader`: who will ask, logged in as the headers say; `allowed`: whether it should work, so that something is there to work on. */
type Asking = (place: Place, reader: Headers, allowed: boolean) => Ask | Promise<Ask>
type Row = {
  /** Stated here again, so that no change of the contract goes unnoticed. */
  role: Role; scope: Scope
  good: Asking
  status?: number
  /** A request that whoever is allowed is told is wrong. */
  bad: { ask: Asking; code: ErrorCode }
  /** Role public, but of use to accounts alone. */
  accountsOnly?: true
}

const colour = (address: string): Row['bad'] => ({ ask: () => ({ path: `${address}${address.includes('?') ? '&' : '?'}colour=red` }), code: 'unknownParameter' })
const open = (address: string, scope: Scope = 'none'): Row => ({ role: 'public', scope, good: () => ({ path: address }), bad: colour(address) })

/** The area asked about; none for the whole city. */
const inArea = (address: string, place: Place): string => (communities[place] === null ? address : `${address}${address.includes('?') ? '&' : '?'}area=${communities[place]}`)
const withSteps = (address: string): Row => ({ role: 'planner', scope: 'area', good: (place) => ({ path: inArea(address, place), body: { steps: [] } }), bad: { ask: () => ({ path: address, body: { steps: [{ kind: 'fly' }] } }), code: 'invalidRecord' } })
const figures = (role: Role, scope: Scope, address: string): Row => ({ role, scope, good: (place) => ({ path: inArea(address, place) }), bad: colour(address) })

const collections: Readonly<Record<EditableKind, string>> = { facility: 'facilities', unit: 'units', organisation: 'organisations', gate: 'gates', building: 'buildings', entry: 'entries' }
const idOf = (kind: EditableKind, place: Place): string => (kind === 'building' ? homes[place] : `${kind}-${place}`)
const addressOf = (kind: EditableKind, place: Place): string => `/api/v1/${collections[kind]}/${idOf(kind, place)}`

/** A record as it stands now, with the etag a change must name. */
async function standing(kind: EditableKind, place: Place): Promise<{ 'if-match': string }> {
  const told = await tell(app, 'GET', addressOf(kind, place), editor)
  if (told.status !== 200) throw new Error(`${kind} ${place}: ${told.message}`)
  return { 'if-match': String(Reflect.get(told.body as object, 'etag')) }
}

/** A change that can be restored: the record as it stood before it. */
async function lastChange(kind: EditableKind, place: Place): Promise<number> {
  const told = await tell(app, 'GET', `${addressOf(kind, place)}/history`, editor)
  return (told.body as { changes: { id: number }[] }).changes[0].id
}

let names = 0
/** What may be sent of each kind: something that differs each time. */
function change(kind: EditableKind): Record<string, unknown> {
  const name = `name ${++names}`
  if (kind !== 'building') return { name }
  return { residents: { all: 100 + names, over60: 20, over80: 5, children: 10, households: 40, basis: 'permanent', counted: true, source: 'walk', date: '2026-10-01' } }
}
const born: Readonly<Record<Exclude<EditableKind, 'building'>, Record<string, unknown>>> = { facility: { category: 'canteen' }, unit: { nature: 'school' }, organisation: { kind: 'enterprise' }, gate: {}, entry: { sheet: 'partyOrganisation', fields: rowFields } }
/** What puts a record of the kind there: rows of registers name their area, the others have a position. */
const lying = (kind: EditableKind, place: Place): Record<string, unknown> => (kind === 'entry' ? { area: communities[place] } : { position: positions[place] })

const unknown = (kind: EditableKind, ending = ''): Row['bad'] => ({ ask: () => ({ path: `/api/v1/${collections[kind]}/nobody${ending}` }), code: 'unknownRecord' })
const list = (kind: EditableKind): Row => ({ role: 'editor', scope: 'area', good: (place) => ({ path: inArea(`/api/v1/${collections[kind]}`, place) }), bad: colour(`/api/v1/${collections[kind]}`) })
const read = (kind: EditableKind): Row => ({ role: 'editor', scope: 'record', good: (place) => ({ path: addressOf(kind, place) }), bad: unknown(kind) })
const history = (kind: EditableKind): Row => ({ role: 'editor', scope: 'record', good: (place) => ({ path: `${addressOf(kind, place)}/history` }), bad: unknown(kind, '/history') })
const create = (kind: Exclude<EditableKind, 'building'>): Row => ({
  role: 'editor', scope: 'record', good: (place) => ({ path: `/api/v1/${collections[kind]}`, body: { ...born[kind], ...change(kind), ...lying(kind, place) } }),
  bad: { ask: () => ({ path: `/api/v1/${collections[kind]}`, body: { colour: 'red' } }), code: 'invalidRecord' },
})
const alter = (kind: EditableKind): Row => ({
  role: 'editor', scope: 'record', good: async (place) => ({ path: addressOf(kind, place), body: change(kind), headers: await standing(kind, place) }),
  bad: { ask: () => ({ path: `/api/v1/${collections[kind]}/nobody`, body: change(kind), headers: { 'if-match': '"x"' } }), code: 'unknownRecord' },
})
const restore = (kind: EditableKind): Row => ({
  role: 'editor', scope: 'record',
  async good(place) {
    await tell(app, 'PATCH', addressOf(kind, place), { ...editor, ...(await standing(kind, place)) }, change(kind))
    return { path: `${addressOf(kind, place)}/restore`, body: { change: await lastChange(kind, place), state: 'before' }, headers: await standing(kind, place) }
  },
  bad: { ask: () => ({ path: `/api/v1/${collections[kind]}/nobody/restore`, body: { change: 1, state: 'before' } }), code: 'unknownRecord' },
})
const remove = (kind: Exclude<EditableKind, 'building'>): Row => ({
  role: 'editor', scope: 'record',
  async good(place, _, allowed) {
    if (!allowed) return { path: addressOf(kind, place), headers: await standing(kind, place) }
    const made = await tell(app, 'POST', `/api/v1/${collections[kind]}`, editor, { ...born[kind], ...change(kind), ...lying(kind, place) })
    const { record, etag } = made.body as { record: { id: string }; etag: string }
    return { path: `/api/v1/${collections[kind]}/${record.id}`, headers: { 'if-match': etag } }
  },
  bad: { ask: () => ({ path: `/api/v1/${collections[kind]}/nobody`, headers: { 'if-match': '"x"' } }), code: 'unknownRecord' },
})

/** A job of whoever will ask, when they may have one. */
async function ownJob(reader: Headers, allowed: boolean): Promise<string> {
  if (!allowed) return 'j0'
  // Within every account's areas of this walk.
  const told = await tell(app, 'POST', `/api/v1/exports?area=${communities.west}`, reader, { kind: 'gate', format: 'csv' })
  const { id } = told.code === 'needsRole' ? { id: await sited(reader) } : (told.body as { id: string })
  if (told.code === 'needsRole') return id
  await expect.poll(async () => Reflect.get((await tell(app, 'GET', `/api/v1/jobs/${id}`, reader)).body as object, 'state'), { timeout: 20_000 }).toBe('done')
  return id
}
/** A job of siting, which planners may have who export nothing; `done`: once it has ended. */
const sited = async (reader: Headers, done = false): Promise<string> => { const { id } = (await tell(app, 'POST', `/api/v1/siting?category=canteen&area=${communities.west}`, reader, newSiting)).body as { id: string }; if (done) await expect.poll(async () => Reflect.get((await tell(app, 'GET', `/api/v1/jobs/${id}`, reader)).body as object, 'state'), { timeout: 20_000, interval: 20 }).toBe('done'); return id }
/** Rows of jobs are written a moment after they are told. */
const written = (): Promise<unknown> => expect.poll(async () => ((await tell(app, 'GET', '/api/v1/jobs?limit=1000', editor)).body as { jobs: unknown[] }).jobs.length - Number(counted.prepare('SELECT count(*) FROM job').pluck().get()), { timeout: 10_000, interval: 20 }).toBe(0)
const newSiting = { objective: 'maxCover', k: 1, kinds: ['uploaded'], candidates: [{ id: 'mine', name: 'mine', position: positions.west }] }
const job = (ending = '', role: Role = 'editor'): Row => ({ role, scope: 'none', good: async (_, reader, allowed) => ({ path: `/api/v1/jobs/${await ownJob(reader, allowed)}${ending}` }), bad: { ask: () => ({ path: `/api/v1/jobs/j0${ending}` }), code: 'unknownJob' }, })
const newScreen = async () => (await tell(app, 'POST', '/api/v1/devices', editor, { name: `screen ${++names}`, area: null })).body as { device: { id: string }; link: string }
const steered = async () => (await tell(app, 'POST', '/api/v1/steering', editor)).body as { key: string; code: string }
const phoneKey = async (): Promise<string> => ((await tell(app, 'POST', '/api/v1/steering/join', { origin: testOrigin }, { code: (await steered()).code, name: '' })).body as { key: string }).key
const shownOnWall = { title: '', step: null, steps: [], words: '', notes: '', playing: false, theme: 'light', board: null }
const newTour = () => ({ name: `tour ${++names}`, steps: [{ place: { area: null, only: [], camera: null, building: null }, subject: null, month: null, words: '', notes: '', seconds: 12 }] })
const newScenario = (place: Place) => ({ name: `scenario ${++names}`, query: { category: 'canteen', ...(communities[place] !== null && { area: communities[place] }) }, steps: [] })
const standingScenario = async (place: Place) => (await tell(app, 'POST', '/api/v1/scenarios', editor, newScenario(place))).body as { id: string; etag: string }
const standingTour = async () => (await tell(app, 'POST', '/api/v1/tours', editor, newTour())).body as { id: string; etag: string }

const question = 'category=canteen&minutes=10'
const rows: Record<ExchangeName, Row> = {
  meta: open('/api/v1/meta'), areas: open('/api/v1/areas?level=community'), area: open('/api/v1/areas/110105001001'), categories: open('/api/v1/categories'), standards: open('/api/v1/standards'), search: open('/api/v1/search?q=西'),
  coverage: figures('public', 'detail', '/api/v1/coverage?category=canteen'), gaps: figures('planner', 'area', `/api/v1/coverage/gaps?${question}`), states: figures('planner', 'area', `/api/v1/coverage/states?${question}`),
  basket: { role: 'planner', scope: 'record', good: (place) => ({ path: `/api/v1/buildings/${homes[place]}/basket?category=canteen` }), bad: { ask: () => ({ path: '/api/v1/buildings/nobody/basket' }), code: 'unknownBuilding' } },
  pack: { role: 'planner', scope: 'area', good: (place) => ({ path: `/api/v1/packs/${communities[place] ?? '110105'}` }), bad: { ask: () => ({ path: '/api/v1/packs/42' }), code: 'unknownArea' } },
  completeness: figures('public', 'detail', '/api/v1/completeness?level=community'), serviceItems: open('/api/v1/service-items'),
  tasks: figures('leader', 'detail', '/api/v1/tasks'), tasksExport: figures('leader', 'detail', '/api/v1/tasks/export?format=csv'), matching: figures('leader', 'detail', '/api/v1/matching'),
  taskRead: { role: 'leader', scope: 'none', good: (place) => ({ path: `/api/v1/tasks/task-${place}` }), bad: { ask: () => ({ path: '/api/v1/tasks/nobody' }), code: 'unknownRecord' } },
  taskFigure: { role: 'editor', scope: 'record', good: (place) => ({ path: `/api/v1/task-figure?origin=other&subject=${taskSubjects[place]}` }), bad: { ask: () => ({ path: '/api/v1/task-figure?origin=other&subject=42' }), code: 'unknownSubject' } },
  taskOpen: { role: 'editor', scope: 'record', good: (place) => ({ path: '/api/v1/tasks', body: { origin: 'other', subject: taskSubjects[place], owner: 'the street', due: '2026-12-31' } }), bad: { ask: () => ({ path: '/api/v1/tasks', body: { origin: 'vacancy', subject: 'nobody', owner: 'the street', due: '2026-12-31' } }), code: 'unknownSubject' } },
  taskChange: {
    role: 'editor', scope: 'record', bad: { ask: () => ({ path: '/api/v1/tasks/nobody', body: { owner: 'x' }, headers: { 'if-match': '"x"' } }), code: 'unknownRecord' },
    async good(place) {
      const { headers } = await tell(app, 'GET', `/api/v1/entries/task-${place}`, editor)
      return { path: `/api/v1/tasks/task-${place}`, body: { owner: `office ${++names}` }, headers: { 'if-match': headers.get('etag') ?? '' } }
    },
  },
  heat: figures('leader', 'detail', '/api/v1/heat?layer=gap&shape=communities'), heatExport: figures('leader', 'detail', '/api/v1/heat/export?layer=requests&format=csv'), access: figures('leader', 'detail', '/api/v1/access?category=canteen'), clock: figures('leader', 'detail', '/api/v1/coverage/clock?category=canteen'),
  areaPage: { role: 'leader', scope: 'detail', good: (place) => ({ path: `/api/v1/areas/${taskSubjects[place]}/page` }), bad: { ask: () => ({ path: '/api/v1/areas/42/page' }), code: 'unknownArea' } },
  wall: figures('leader', 'detail', '/api/v1/wall'), wallRecords: figures('leader', 'detail', '/api/v1/wall/records?subject=noMeals'), wallStates: { role: 'leader', scope: 'none', good: () => ({ path: '/api/v1/wall/states?lens=meals' }), bad: colour('/api/v1/wall/states?lens=meals') }, wallHexagons: { role: 'leader', scope: 'none', good: () => ({ path: '/api/v1/wall/hexagons?resolution=9' }), bad: { ask: () => ({ path: '/api/v1/wall/hexagons?resolution=3' }), code: 'badParameter' } }, wallBuilding: { role: 'leader', scope: 'none', good: () => ({ path: '/api/v1/wall/buildings/0?lens=meals' }), bad: { ask: () => ({ path: '/api/v1/wall/buildings/99999999?lens=meals' }), code: 'unknownBuilding' } },
  registers: figures('leader', 'none', '/api/v1/registers'), narratives: { role: 'leader', scope: 'none', good: () => ({ path: '/api/v1/narratives' }), bad: colour('/api/v1/narratives') },
  register: { role: 'leader', scope: 'detail', good: (place) => ({ path: inArea('/api/v1/registers/sevenLeads', place) }), bad: { ask: () => ({ path: '/api/v1/registers/nobody' }), code: 'unknownRegister' } },
  registerExport: { role: 'leader', scope: 'detail', good: (place) => ({ path: inArea('/api/v1/registers/sevenLeads/export?format=csv', place) }), bad: { ask: () => ({ path: '/api/v1/registers/nobody/export?format=csv' }), code: 'unknownRegister' } },
  organisationCoverage: figures('leader', 'detail', '/api/v1/organisations/coverage'), organisationGaps: figures('planner', 'area', '/api/v1/organisations/gaps?list=uncovered'), organisationGapsExport: figures('planner', 'area', '/api/v1/organisations/gaps/export?list=due&format=csv'),
  venuesGeojson: open('/api/v1/venues.geojson?wish=eat'), venuesCsv: open('/api/v1/venues.csv?q=canteen'), hsds: open('/api/v1/hsds'), hsdsServices: open('/api/v1/hsds/services?full=true'),
  venueMarkup: { role: 'public', scope: 'none', good: () => ({ path: '/api/v1/venues/canteen-west/markup' }), bad: { ask: () => ({ path: '/api/v1/venues/nobody/markup' }), code: 'unknownRecord' } },
  hsdsService: { role: 'public', scope: 'none', good: () => ({ path: `/api/v1/hsds/services/${serviceId('canteen-west')}` }), bad: { ask: () => ({ path: '/api/v1/hsds/services/nobody' }), code: 'unknownRecord' } },
  venues: open('/api/v1/venues?building=home-1&at=2026-11-21T19:30:00%2B08:00'), homes: open('/api/v1/homes?q=home'), venue: { role: 'public', scope: 'none', good: () => ({ path: '/api/v1/venues/canteen-west?near=116.401,39.902' }), bad: { ask: () => ({ path: '/api/v1/venues/nobody' }), code: 'unknownRecord' } },
  sessionRead: open('/api/v1/session'),
  deviceList: { role: 'administrator', scope: 'none', good: () => ({ path: '/api/v1/devices' }), bad: colour('/api/v1/devices') }, deviceAdd: { role: 'administrator', scope: 'none', good: () => ({ path: '/api/v1/devices', body: { name: `screen ${++names}`, area: null } }), bad: { ask: () => ({ path: '/api/v1/devices', body: { name: ' ', area: null } }), code: 'badDeviceName' } }, deviceRemove: { role: 'administrator', scope: 'none', good: async (_, __, allowed) => ({ path: `/api/v1/devices/${allowed ? (await newScreen()).device.id : 'x'}` }), bad: { ask: () => ({ path: '/api/v1/devices/nobody' }), code: 'unknownDevice' } }, deviceEnter: { role: 'public', scope: 'none', good: async () => ({ path: '/api/v1/session/device', body: { token: (await newScreen()).link.split('=')[1] } }), bad: { ask: () => ({ path: '/api/v1/session/device', body: { token: 'nobody' } }), code: 'badDeviceToken' } },
  steeringOpen: { role: 'leader', scope: 'none', good: () => ({ path: '/api/v1/steering' }), bad: colour('/api/v1/steering') }, steeringCode: { role: 'leader', scope: 'none', good: async () => ({ path: `/api/v1/steering/${(await steered()).key}/code` }), bad: { ask: () => ({ path: '/api/v1/steering/nobody/code' }), code: 'steeringEnded' } }, steeringTell: { role: 'leader', scope: 'none', good: async () => ({ path: `/api/v1/steering/${(await steered()).key}/shown`, body: shownOnWall }), bad: { ask: () => ({ path: '/api/v1/steering/nobody/shown', body: shownOnWall }), code: 'steeringEnded' } }, steeringJoin: { role: 'public', scope: 'none', good: async () => ({ path: '/api/v1/steering/join', body: { code: (await steered()).code, name: '' } }), bad: { ask: () => ({ path: '/api/v1/steering/join', body: { code: '12', name: '' } }), code: 'invalidRecord' } },
  steeringCommand: { role: 'public', scope: 'none', good: async () => ({ path: `/api/v1/steering/${await phoneKey()}/commands`, body: { kind: 'next' } }), bad: { ask: () => ({ path: '/api/v1/steering/nobody/commands', body: { kind: 'next' } }), code: 'steeringEnded' } }, steeringListen: { role: 'public', scope: 'none', good: async () => ({ path: `/api/v1/steering/${await phoneKey()}/events` }), bad: { ask: () => ({ path: '/api/v1/steering/nobody/events' }), code: 'steeringEnded' } }, steeringEnd: { role: 'public', scope: 'none', good: async () => ({ path: `/api/v1/steering/${await phoneKey()}` }), bad: { ask: () => ({ path: '/api/v1/steering/nobody' }), code: 'steeringEnded' } },
  logIn: { role: 'public', scope: 'none', good: async () => ({ path: '/api/v1/session', body: await newAccount(security, 'leader') }), bad: { ask: () => ({ path: '/api/v1/session', body: { name: `nobody-${++names}`, password: 'x' } }), code: 'badCredentials' } },
  logOut: open('/api/v1/session'),
  passwordChange: { role: 'public', scope: 'none', accountsOnly: true, good: () => ({ path: '/api/v1/session/password', body: { current: testPassword, next: 'Another-88' } }), bad: { ask: () => ({ path: '/api/v1/session/password', body: { current: testPassword, next: 'short' } }), code: 'weakPassword' } },
  facilityList: list('facility'), facilityRead: read('facility'), facilityHistory: history('facility'), facilityCreate: create('facility'), facilityChange: alter('facility'), facilityRemove: remove('facility'), facilityRestore: restore('facility'),
  unitList: list('unit'), unitRead: read('unit'), unitHistory: history('unit'), unitCreate: create('unit'), unitChange: alter('unit'), unitRemove: remove('unit'), unitRestore: restore('unit'),
  organisationList: list('organisation'), organisationRead: read('organisation'), organisationHistory: history('organisation'), organisationCreate: create('organisation'), organisationChange: alter('organisation'), organisationRemove: remove('organisation'), organisationRestore: restore('organisation'),
  gateList: list('gate'), gateRead: read('gate'), gateHistory: history('gate'), gateCreate: create('gate'), gateChange: alter('gate'), gateRemove: remove('gate'), gateRestore: restore('gate'),
  buildingList: list('building'), buildingRead: read('building'), buildingHistory: history('building'), buildingChange: alter('building'), buildingRestore: restore('building'),
  entryList: list('entry'), entryRead: read('entry'), entryHistory: history('entry'), entryCreate: create('entry'), entryChange: alter('entry'), entryRemove: remove('entry'), entryRestore: restore('entry'),
  jobList: { role: 'planner', scope: 'none', good: () => ({ path: '/api/v1/jobs' }), bad: colour('/api/v1/jobs') }, jobRead: job('', 'planner'), jobCancel: job('', 'planner'), jobResult: job('/result'),
  importStart: { role: 'editor', scope: 'none', good: () => ({ path: '/api/v1/imports?file=seat.csv&dryRun=yes', headers: { 'content-type': 'application/octet-stream' }, body: { type: 'FeatureCollection', features: [] } }), bad: { ask: () => ({ path: '/api/v1/imports', body: {} }), code: 'missingParameter' }, },
  sheetTemplate: { role: 'editor', scope: 'none', good: () => ({ path: '/api/v1/sheets/seat?format=xlsx' }), bad: { ask: () => ({ path: '/api/v1/sheets/nobody?format=csv' }), code: 'badParameter' } },
  exportStart: { role: 'editor', scope: 'area', good: (place) => ({ path: inArea('/api/v1/exports', place), body: { kind: 'unit', format: 'csv' } }), bad: { ask: () => ({ path: '/api/v1/exports', body: { kind: 'unit', format: 'pdf' } }), code: 'invalidRecord' } },
  rebuildStart: { role: 'administrator', scope: 'none', good: () => ({ path: '/api/v1/rebuilds' }), bad: colour('/api/v1/rebuilds') },
  editions: { role: 'leader', scope: 'none', good: () => ({ path: '/api/v1/editions' }), bad: colour('/api/v1/editions') }, tours: { role: 'leader', scope: 'none', good: () => ({ path: '/api/v1/tours' }), bad: colour('/api/v1/tours') },
  tourAdd: { role: 'editor', scope: 'none', good: () => ({ path: '/api/v1/tours', body: newTour() }), bad: { ask: () => ({ path: '/api/v1/tours', body: { name: 'x', steps: [] } }), code: 'invalidRecord' } }, tourSave: { role: 'editor', scope: 'none', good: async () => { const { id, etag } = await standingTour(); return { path: `/api/v1/tours/${id}`, body: newTour(), headers: { 'if-match': etag } } }, bad: { ask: () => ({ path: '/api/v1/tours/t-0000000000', body: newTour(), headers: { 'if-match': '"x"' } }), code: 'unknownTour' } }, tourRemove: { role: 'editor', scope: 'none', good: async () => { const { id, etag } = await standingTour(); return { path: `/api/v1/tours/${id}`, headers: { 'if-match': etag } } }, bad: { ask: () => ({ path: '/api/v1/tours/t-0000000000', headers: { 'if-match': '"x"' } }), code: 'unknownTour' } },
  shutSites: { role: 'planner', scope: 'none', good: () => ({ path: '/api/v1/coverage/shut?category=canteen&at=2026-11-23T12:00:00%2B08:00' }), bad: colour('/api/v1/coverage/shut?category=canteen&at=2026-11-23T12:00:00%2B08:00') }, whatIf: withSteps('/api/v1/what-if?category=canteen'), sitingStart: { role: 'planner', scope: 'area', good: async (place) => { await written(); return { path: inArea('/api/v1/siting?category=canteen', place), body: newSiting } }, bad: { ask: () => ({ path: '/api/v1/siting?category=canteen', body: { ...newSiting, k: 0 } }), code: 'invalidRecord' } }, sitingResult: { role: 'planner', scope: 'none', good: async (_, reader, allowed) => ({ path: `/api/v1/jobs/${allowed ? await sited(reader, true) : 'j0'}/siting` }), bad: { ask: () => ({ path: '/api/v1/jobs/j0/siting' }), code: 'unknownJob' } }, scenarios: { role: 'planner', scope: 'none', good: () => ({ path: '/api/v1/scenarios' }), bad: colour('/api/v1/scenarios') }, sitingCandidates: figures('planner', 'area', '/api/v1/siting/candidates?category=canteen'), whatIfFile: withSteps('/api/v1/what-if/file?category=canteen&format=csv'), capacity: withSteps('/api/v1/what-if/capacity?category=canteen'), capacityStates: withSteps('/api/v1/what-if/capacity/states?category=canteen'),
  scenarioAdd: { role: 'planner', scope: 'record', good: (place) => ({ path: '/api/v1/scenarios', body: newScenario(place) }), bad: { ask: () => ({ path: '/api/v1/scenarios', body: { name: 'x' } }), code: 'invalidRecord' } }, scenarioRead: { role: 'planner', scope: 'record', good: async (place) => ({ path: `/api/v1/scenarios/${(await standingScenario(place)).id}` }), bad: { ask: () => ({ path: '/api/v1/scenarios/c-0000000000' }), code: 'unknownScenario' } },
  scenarioSave: { role: 'planner', scope: 'record', good: async (place) => { const { id, etag } = await standingScenario(place); return { path: `/api/v1/scenarios/${id}`, body: { name: 'another' }, headers: { 'if-match': etag } } }, bad: { ask: () => ({ path: '/api/v1/scenarios/c-0000000000', body: {}, headers: { 'if-match': '"x"' } }), code: 'unknownScenario' } }, scenarioRemove: { role: 'planner', scope: 'record', good: async (place) => { const { id, etag } = await standingScenario(place); return { path: `/api/v1/scenarios/${id}`, headers: { 'if-match': etag } } }, bad: { ask: () => ({ path: '/api/v1/scenarios/c-0000000000', headers: { 'if-match': '"x"' } }), code: 'unknownScenario' } },
  // Last of what makes jobs: each opens a city of its own.
  editionFreeze: { role: 'editor', scope: 'city', good: () => ({ path: '/api/v1/editions', body: { name: `edition ${++names}` } }), bad: { ask: () => ({ path: '/api/v1/editions', body: { name: ' ' } }), code: 'invalidRecord' } },
  venueReport: { role: 'public', scope: 'none', good: () => ({ path: '/api/v1/venues/facility-west/reports', body: { fields: ['hours'], note: `note ${++names}` } }), bad: { ask: () => ({ path: '/api/v1/venues/nobody/reports', body: { fields: ['hours'] } }), code: 'unknownRecord' }, },
  reportList: { role: 'editor', scope: 'area', good: (place) => ({ path: inArea('/api/v1/reports', place) }), bad: colour('/api/v1/reports') },
  reportDecide: { role: 'editor', scope: 'record', good: async (place) => ({ path: `/api/v1/reports/${(await store.report({ facility: `facility-${place}`, fields: ['phone'], note: null })).id}`, body: { state: 'unchanged' } }), bad: { ask: () => ({ path: '/api/v1/reports/999999', body: { state: 'unchanged' } }), code: 'unknownRecord' }, },
  events: open('/api/v1/events'), tile: open('/tiles/base/14/13490/6206.pbf'), basemaps: open('/api/v1/basemaps'), outerTile: open('/tiles/outer/dropped/0/0/0'), site: open('/api/v1/site'), health: open('/healthz'), ready: open('/readyz'), openapi: open('/api/openapi.json'),
}

const readers: readonly Reader[] = [{ role: 'public', areas: [] }, ...roles.slice(1).flatMap((role) => [{ role, areas: [] }, { role, areas: [communities.west ?? ''] }])]

const editor: Headers = await enter({ role: 'administrator', areas: [] })
const counted = connect(path)
afterAll(() => counted.close())

/** A page of its own for each request: some end their session. */
async function enter({ role, areas }: Reader): Promise<Headers> {
  if (role === 'public') return { origin: testOrigin }
  const account = security.store.accounts.byName((await newAccount(security, role, areas)).name)
  if (!account) throw new Error(`no account of ${role}`)
  const headers: PageHeaders = { cookie: `linli-session=${security.sessions.begin(account).id}`, origin: testOrigin }
  return headers
}

/** Everything a refused request might have changed. */
const state = (): unknown => ['change_log', 'job', 'facility', 'unit', 'organisation', 'gate', 'building', 'entry', 'event_count', 'hidden_unit', 'scenario', "report WHERE state <> 'pending'"].map((table) => counted.prepare(`SELECT count(*) FROM ${table}`).pluck().get())
  .concat(counted.prepare('SELECT max(id) FROM change_log').pluck().get(), counted.prepare("SELECT group_concat(name || role || areas || disabled) FROM account").pluck().get())

/** null: nothing is in the way. */
function refusal({ role, accountsOnly, scope }: Row, reader: Reader, place: Place): { status: number; code: ErrorCode } | null {
  const allowed = roles.indexOf(reader.role) >= roles.indexOf(role)
  if (!allowed || (accountsOnly && reader.role === 'public')) return reader.role === 'public' ? { status: 401, code: 'notLoggedIn' } : { status: 403, code: 'needsRole' }
  if (scope === 'city' && reader.areas.length > 0) return { status: 403, code: 'wholeCityOnly' }
  const bounded = (scope === 'area' || scope === 'record') && reader.areas.length > 0
  return bounded && place !== 'west' ? { status: 403, code: 'outsideAreas' } : null
}

async function send(name: ExchangeName, { path: address, headers, body }: Ask, reader: Headers): Promise<Told> {
  if (name !== 'events' && name !== 'steeringListen') return tell(app, exchanges[name].method, address, { ...reader, ...headers }, body)
  const response = await app.request(address, { headers: reader })
  if (response.status !== 200) return { status: response.status, code: (JSON.parse(await response.text()) as { error: { code: string } }).error.code, message: '', body: null, headers: response.headers, cookie: null }
  await response.body?.cancel()
  return { status: 200, code: null, message: '', body: null, headers: response.headers, cookie: null }
}

test('every exchange that is served has its row, and no other', () => {
  expect(Object.keys(rows).toSorted()).toEqual((Object.keys(exchanges) as ExchangeName[]).toSorted())
})

describe('every exchange by every role, with the whole city and with one community', () => {
  const names = (Object.keys(exchanges) as ExchangeName[])
  test.each(names)('%s', async (name) => {
    const row = rows[name]
    expect([row.role, row.scope]).toEqual([exchanges[name].role, exchanges[name].scope])
    const about = row.scope === 'none' || row.scope === 'city' ? (['west'] as const) : places
    for (const who of readers) {
      for (const place of about) {
        const expected = refusal(row, who, place)
        const reader = await enter(who)
        const ask = await row.good(place, reader, expected === null)
        const before = state()
        const told = await send(name, ask, reader)
        const said = [`${who.role} ${who.areas.join() || 'whole city'}`, place, told.code, told.code === null && [200, 204].includes(told.status) ? 'answered' : told.status]
        expect(said).toEqual([said[0], place, expected?.code ?? null, expected?.status ?? 'answered'])
        if (expected) expect([name, state()]).toEqual([name, before])
        const { answer } = exchanges[name]
        if (!expected && 'schema' in answer) expect([name, said[0], z.safeParse(answer.schema, told.body).error?.issues ?? []]).toEqual([name, said[0], []])
      }
      // What is wrong is told to those alone who may ask at all.
      const refused = refusal({ ...row, scope: 'none' }, who, 'west')
      const reader = await enter(who)
      const before = state()
      const told = await send(name, await row.bad.ask('west', reader, refused === null), reader)
      expect([who.role, told.code]).toEqual([who.role, refused?.code ?? row.bad.code])
      expect([name, state()]).toEqual([name, before])
    }
  }, 240_000)
})

describe('every layer of tiles by every role', () => {
  test.each(tileLayers)('%s', async (layer) => {
    for (const who of readers) {
      const reader = await enter(who)
      const told = await tell(app, 'GET', `/tiles/${layer}/14/13490/6206.pbf`, reader)
      const allowed = roles.indexOf(who.role) >= roles.indexOf(tileRoles[layer])
      expect([who.role, allowed ? [200, 204].includes(told.status) : told.code]).toEqual([who.role, allowed ? true : 'notLoggedIn'])
    }
  })
})

test('a record cannot be moved out of one\'s areas, nor one be made or restored beyond them', async () => {
  const reader = await enter({ role: 'editor', areas: [communities.west ?? ''] })
  for (const kind of editableKinds) {
    if (kind === 'building') continue
    const before = state()
    for (const place of ['east', 'nowhere'] as const) {
      const moved = await tell(app, 'PATCH', addressOf(kind, 'west'), { ...reader, ...(await standing(kind, 'west')) }, lying(kind, place))
      expect([kind, place, moved.status, moved.code]).toEqual([kind, place, 403, 'outsideAreas'])
    }
    expect([kind, state()]).toEqual([kind, before])
    // The administrator takes it east and brings it back: what the editor would restore lies beyond the editor's areas.
    await tell(app, 'PATCH', addressOf(kind, 'west'), { ...editor, ...(await standing(kind, 'west')) }, lying(kind, 'east'))
    const east = await lastChange(kind, 'west')
    await tell(app, 'PATCH', addressOf(kind, 'west'), { ...editor, ...(await standing(kind, 'west')) }, lying(kind, 'west'))
    const restored = await tell(app, 'POST', `${addressOf(kind, 'west')}/restore`, { ...reader, ...(await standing(kind, 'west')) }, { change: east, state: 'after' })
    expect([kind, restored.status, restored.code]).toEqual([kind, 403, 'outsideAreas'])
  }
})

test('one account sees nothing of another\'s jobs, an administrator sees them', async () => {
  const [one, other] = [await enter({ role: 'editor', areas: [] }), await enter({ role: 'editor', areas: [] })]
  const id = await ownJob(one, true)
  for (const [method, ending] of [['GET', ''], ['GET', '/result'], ['DELETE', '']]) expect((await tell(app, method, `/api/v1/jobs/${id}${ending}`, other)).code).toBe('unknownJob')
  expect(JSON.stringify((await tell(app, 'GET', '/api/v1/jobs', other)).body)).not.toContain(id)
  expect((await tell(app, 'GET', `/api/v1/jobs/${id}`, editor)).status).toBe(200)
})

test('nothing went wrong behind the answers, and the database is whole', async () => {
  expect(trouble).toEqual([])
  await world.refresh()
  expect(await store.faults()).toEqual([])
})
