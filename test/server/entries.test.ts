import { beforeAll, describe, expect, test } from 'vitest'
import type { Entry } from '../../geodata/model/entry.ts'
import { newAccount, tell, testOrigin, type Told } from '../tools/accounts.ts'
import { entry, organisation } from '../tools/registers.ts'
import { servedCity } from '../tools/served-city.ts'
import { at, smallIdentity, smallRecords } from '../tools/small-city.ts'

/** Rows that are parts of rows, in two communities. */
const west = '110105001001', east = '110105001002'
const term = { level: 'community', termStart: '2024-07-01', termEnd: '2029-06-30', brand: null } as const
const seat = (id: string, committee: string): Entry => entry(id, 'seat', { committee, number: 1, category: 'institution', role: 'seatMember', post: null, appointedBy: null }, { unit: 'unit-1' })
const entries = [
  entry('committee-west', 'committee', term, { area: west, name: '西社区大党委' }), entry('committee-east', 'committee', term, { area: east, name: '东社区大党委' }), seat('seat-west', 'committee-west'), seat('seat-east', 'committee-east'),
  entry('tenure-west', 'tenure', { seat: 'seat-west', exitReason: null }, { validFrom: '2025-01-01' }), entry('tenure-east', 'tenure', { seat: 'seat-east', exitReason: null }, { validFrom: '2025-01-01' }),
  entry('tower', 'carrier', { kind: 'tower', alsoIn: null, floors: 9, building: null }, { area: west, position: at(5, 3) }),
  entry('library', 'slot', { slot: 'library', state: 'built', facility: 'canteen-west', squareMetres: 60, builtYear: 2020, batchYear: null, cost: null, fund: null }, { area: west }),
]
const { app, world, security, trouble, store } = await servedCity({ identity: smallIdentity, records: [...smallRecords, ...entries.map((record) => ({ kind: 'entry', record }) as const), { kind: 'organisation', record: organisation('firm', { community: west, carrier: 'tower' }) }] })

let whole: Record<string, string>, western: Record<string, string>
beforeAll(async () => {
  const enter = async (areas: readonly string[]): Promise<Record<string, string>> => {
    const account = security.store.accounts.byName((await newAccount(security, 'editor', areas)).name)
    if (!account) throw new Error('no account')
    return { cookie: `linli-session=${security.sessions.begin(account).id}`, origin: testOrigin }
  }
  ;[whole, western] = [await enter([]), await enter([west])]
})

const ask = (method: string, path: string, headers: Record<string, string>, body?: unknown): Promise<Told> => tell(app, method, `/api/v1/entries${path}`, headers, body)
const etag = async (id: string): Promise<{ 'if-match': string }> => ({ 'if-match': String(Reflect.get((await ask('GET', `/${id}`, whole)).body as object, 'etag')) })
const ids = async (query: string, headers = whole): Promise<string[]> => ((await ask('GET', query, headers)).body as { rows: { record: { id: string } }[] }).rows.map(({ record }) => record.id)
const faultsOf = ({ body }: Told): unknown => (body as { error: { fields?: { field: string; code: string }[] } }).error.fields?.map(({ field, code }) => [field, code])

describe('where a row lies', () => {
  test('is where what it is part of lies: a tenure at its seat, a seat at its committee', async () => {
    for (const [id, place] of [['tenure-west', west], ['seat-east', east], ['committee-east', east]] as const) {
      const { areas } = (await ask('GET', `/${id}`, whole)).body as { areas: { code: string }[] }
      expect([id, areas.at(-1)?.code]).toEqual([id, place])
    }
    expect((await ids(`?area=${east}`)).toSorted()).toEqual(['committee-east', 'seat-east', 'tenure-east'])
    expect((await ids(`?area=${west}`, western)).toSorted()).toEqual(['committee-west', 'library', 'seat-west', 'tenure-west', 'tower'])
  })

  test('decides who may read, change, remove or add it', async () => {
    for (const id of ['seat-east', 'tenure-east', 'committee-east']) {
      expect([id, (await ask('GET', `/${id}`, western)).code, (await ask('GET', `/${id}/history`, western)).code]).toEqual([id, 'outsideAreas', 'outsideAreas'])
      expect([id, (await ask('PATCH', `/${id}`, { ...western, ...(await etag(id)) }, { source: '我的' })).code, (await ask('DELETE', `/${id}`, { ...western, ...(await etag(id)) })).code]).toEqual([id, 'outsideAreas', 'outsideAreas'])
    }
    expect((await ask('POST', '', western, { sheet: 'tenure', fields: { seat: 'seat-east' }, validFrom: '2030-01-01' })).code).toBe('outsideAreas')
    // A seat is not taken to the committee of another community either.
    expect((await ask('PATCH', '/seat-west', { ...western, ...(await etag('seat-west')) }, { fields: { committee: 'committee-east' } })).code).toBe('outsideAreas')
    expect((await ask('PATCH', '/seat-west', { ...western, ...(await etag('seat-west')) }, { fields: { post: '副校长' } })).status).toBe(200)
  })

  test('moves with what it is part of, in lists at once', async () => {
    const moved = await ask('PATCH', '/committee-east', { ...whole, ...(await etag('committee-east')) }, { area: west })
    expect(moved.status).toBe(200)
    expect(await ids(`?area=${east}`)).toEqual([])
    expect(await ids(`?area=${west}&sheet=tenure`, western)).toEqual(['tenure-east', 'tenure-west'])
    expect((await ask('PATCH', '/committee-east', { ...whole, ...(await etag('committee-east')) }, { area: east })).status).toBe(200)
    expect(await ids(`?area=${east}&sheet=seat`)).toEqual(['seat-east'])
  })
})

describe('lists of rows', () => {
  test('are cut by sheet, unit, name and what they name, by sheet and then by id', async () => {
    expect(await ids('')).toEqual(['tower', 'committee-east', 'committee-west', 'seat-east', 'seat-west', 'library', 'tenure-east', 'tenure-west'])
    expect(await ids('?sheet=committee')).toEqual(['committee-east', 'committee-west'])
    expect(await ids('?unit=unit-1')).toEqual(['seat-east', 'seat-west'])
    expect(await ids('?refers=committee-west')).toEqual(['seat-west'])
    expect(await ids('?refers=canteen-west')).toEqual(['library'])
    expect(await ids('?q=dong')).toEqual(['committee-east'])
    expect((await ask('GET', '?sheet=people', whole)).code).toBe('badParameter')
  })

  test('are read in pages without a row twice or missing, whatever came meanwhile', async () => {
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = (await ask('GET', `?limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`, whole)).body as { rows: { record: { id: string } }[]; total: number; next: string | null }
      seen.push(...page.rows.map(({ record }) => record.id))
      expect(page.total).toBe(8)
      cursor = page.next
    }
    expect(seen).toEqual(await ids(''))
  })
})

describe('a row that is changed', () => {
  test('keeps the fields that are not sent, and says every one it has', async () => {
    const made = await ask('POST', '', whole, { sheet: 'meeting', area: west, fields: { kind: 'joint', day: '2026-05-04' } })
    const { record } = made.body as { record: Entry }
    expect(record.fields).toEqual({ kind: 'joint', day: '2026-05-04', unitsPresent: null, majorItems: null, fundItems: null, jointItems: null, volunteerItems: null })
    const changed = await ask('PATCH', `/${record.id}`, { ...whole, 'if-match': String(Reflect.get(made.body as object, 'etag')) }, { fields: { unitsPresent: 12 } })
    expect((changed.body as { record: Entry }).record.fields).toMatchObject({ kind: 'joint', day: '2026-05-04', unitsPresent: 12 })
    expect((await ask('DELETE', `/${record.id}`, { ...whole, ...(await etag(record.id)) })).status).toBe(200)
  })

  test('stays of its sheet, and is held to it', async () => {
    expect(faultsOf(await ask('PATCH', '/tower', { ...whole, ...(await etag('tower')) }, { sheet: 'slot' }))).toContainEqual(['sheet', 'notEditable'])
    expect(faultsOf(await ask('PATCH', '/tower', { ...whole, ...(await etag('tower')) }, { fields: { floors: -1, owner: '某部队' } }))).toEqual([['fields.owner', 'deniedName'], ['fields.owner', 'unknownField'], ['fields.floors', 'tooSmall']])
    expect(faultsOf(await ask('POST', '', whole, { sheet: 'seat', fields: { committee: 'nobody', number: 1, category: 'police', role: 'member' } }))).toEqual([['fields.committee', 'missingReference']])
  })
})

test('what others name is not removed, and which of them is said', async () => {
  const removal = async (path: string): Promise<[string | null, string]> => {
    const collection = path.split('/')[0]
    const seen = String(Reflect.get((await tell(app, 'GET', `/api/v1/${path}`, whole)).body as object, 'etag'))
    const told = await tell(app, 'DELETE', `/api/v1/${path}`, { ...whole, 'if-match': seen })
    return [told.code, `${collection} ${told.message}`]
  }
  for (const [path, named] of [['entries/committee-west', 'seat-west'], ['entries/seat-west', 'tenure-west'], ['entries/tower', 'firm'], ['facilities/canteen-west', 'library'], ['units/unit-1', 'canteen-staff']] as const) {
    const [code, message] = await removal(path)
    expect([path, code, message.includes(named)]).toEqual([path, 'inUse', true])
  }
  expect((await removal('entries/tenure-west'))[0]).toBe(null)
  expect((await removal('entries/seat-west'))[0]).toBe(null)
})

test('a row that was removed comes back as it was, and nothing of the city is built anew', async () => {
  const before = await world.counts()
  const { changes } = (await ask('GET', '/tenure-west/history', whole)).body as { changes: { id: number }[] }
  // What it was part of must be there again first.
  expect((await ask('POST', '/tenure-west/restore', whole, { change: changes[0].id, state: 'before' })).code).toBe('invalidRecord')
  const [seatGone] = ((await ask('GET', '/seat-west/history', whole)).body as { changes: { id: number }[] }).changes
  expect((await ask('POST', '/seat-west/restore', whole, { change: seatGone.id, state: 'before' })).status).toBe(200)
  expect((await ask('POST', '/tenure-west/restore', whole, { change: changes[0].id, state: 'before' })).status).toBe(200)
  expect(await ids('?sheet=tenure')).toEqual(['tenure-east', 'tenure-west'])
  expect(await world.counts()).toEqual(before)
  expect([trouble, await store.faults()]).toEqual([[], []])
})
