import { describe, expect, test } from 'vitest'
import type { WorldCounts } from '../../server/world.ts'
import { openStore } from '../../server/store/open-store.ts'
import { tell, type PageHeaders, type Told } from '../tools/accounts.ts'
import { askCoverage, askMeta, askStates } from '../tools/asking.ts'
import { change } from '../tools/edits.ts'
import { editedRecords, randomEditor } from '../tools/random-edits.ts'
import { servedAgain, servedCity, type ServedCity } from '../tools/served-city.ts'
import { at, facility, smallIdentity } from '../tools/small-city.ts'

const demoOpen = { identity: { ...smallIdentity, demo: true }, records: editedRecords }

const city = await servedCity(demoOpen)

/** The served city, whose caller without account is a planner, two categories asked once, and an editor; each test compares with what stood before it. */
async function warm(): Promise<ServedCity & { editor: PageHeaders; before: WorldCounts }> {
  const served = city
  const editor = await served.logIn('editor')
  await askBoth(served)
  return { ...served, editor, before: await served.world.counts() }
}

async function askBoth({ app }: Pick<ServedCity, 'app'>): Promise<void> {
  for (const category of ['canteen', 'clinic']) await askStates(app, { category, group: 'all', metric: 'network' })
}

/** Changes one record as a page does: reads it, then names its etag. */
async function patch(served: ServedCity, editor: PageHeaders, path: string, fields: unknown): Promise<Told> {
  const read = await tell(served.app, 'GET', path, editor)
  return tell(served.app, 'PATCH', path, { ...editor, 'if-match': read.headers.get('etag') ?? '' }, fields)
}

describe('an edit redoes only what rests on it', () => {
  test('a telephone number rebuilds nothing: no city, no tiles, no walk', async () => {
    const served = await warm()
    const tiles = (await askMeta(served.app)).tileVersions
    expect((await patch(served, served.editor, '/api/v1/facilities/canteen-west', { phone: '010-6500 1234' })).status).toBe(200)
    await askBoth(served)
    expect(await served.world.counts()).toEqual(served.before)
    expect((await askMeta(served.app)).tileVersions).toEqual(tiles)
    expect((await tell(served.app, 'GET', '/api/v1/facilities/canteen-west', served.editor)).body).toMatchObject({ record: { phone: '010-6500 1234' } })
  })

  test('a canteen that moves redoes its own row and its own category, and of the tiles the places alone', async () => {
    const served = await warm()
    const { before } = served
    const tiles = (await askMeta(served.app)).tileVersions
    expect((await patch(served, served.editor, '/api/v1/facilities/canteen-west', { position: at(6, 2.2) })).status).toBe(200)
    await askStates(served.app, { category: 'clinic', group: 'all', metric: 'network' })
    expect((await served.world.counts()).reach).toEqual(before.reach)
    await askStates(served.app, { category: 'canteen', group: 'all', metric: 'network' })
    const after = await served.world.counts()
    // Where it stood and where it stands, for whom it admits and for whether any is near: rows, and never a column.
    expect(after.reach?.columns).toBe(before.reach?.columns)
    expect((after.reach?.rows ?? 0) - (before.reach?.rows ?? 0)).toBeGreaterThan(0)
    expect((after.reach?.rows ?? 0) - (before.reach?.rows ?? 0)).toBeLessThanOrEqual(4)
    expect({ ...after, reach: null }).toEqual({ ...before, reach: null, revised: before.revised + 1, placesDrawn: before.placesDrawn + 1 })
    const { tileVersions } = await askMeta(served.app)
    expect(tileVersions).toEqual({ ...tiles, places: tileVersions.places })
    expect(tileVersions.places).not.toBe(tiles.places)
  })

  test('other counts keep all reach and all tiles', async () => {
    const served = await warm()
    const { before } = served
    const residents = { all: 150, over60: 50, over80: 5, children: 10, households: 60, basis: 'permanent', counted: true, source: 'x', date: null }
    const total = (await askCoverage(served.app, { category: 'canteen', group: 'all' })).residents.total ?? 0
    expect((await patch(served, served.editor, '/api/v1/buildings/home-0', { residents })).status).toBe(200)
    await askBoth(served)
    expect(await served.world.counts()).toEqual({ ...before, revised: before.revised + 1 })
    expect((await askCoverage(served.app, { category: 'canteen', group: 'all' })).residents.total).toBe(total + 50)
  })

  test('a gate that is locked is walked around without reading the city again', async () => {
    const served = await warm()
    const { before } = served
    expect((await patch(served, served.editor, '/api/v1/gates/gate-1', { locked: 'always' })).status).toBe(200)
    await askBoth(served)
    const after = await served.world.counts()
    expect([after.citiesOpened, after.revised]).toEqual([before.citiesOpened, before.revised + 1])
    expect(after.reach?.columns ?? 0).toBeGreaterThan(before.reach?.columns ?? 0)
  })
})

describe('what is answered', () => {
  test('is the change itself, as soon as it is written', async () => {
    const served = await warm()
    const count = async (): Promise<number> => (await askCoverage(served.app, { category: 'canteen' })).facilities
    const stood = await count()
    const made = await tell(served.app, 'POST', '/api/v1/facilities', served.editor, { name: '又一食堂', category: 'canteen', position: at(18, 2.2) })
    expect([made.status, await count()]).toEqual([200, stood + 1])
    const { record, etag } = made.body as { record: { id: string }; etag: string }
    expect((await tell(served.app, 'DELETE', `/api/v1/facilities/${record.id}`, { ...served.editor, 'if-match': etag })).status).toBe(200)
    expect(await count()).toBe(stood)
  })

  test('after thirty edits by another process is what a freshly opened server answers', { timeout: 180_000 }, async () => {
    const served = await servedCity(demoOpen)
    const other = await openStore(served.path)
    const edit = randomEditor(other, 4711)
    for (let i = 0; i < 30; i++) {
      await edit()
      if (i % 5 === 0) {
        await served.world.refresh()
        await askBoth(served)
      }
    }
    await served.world.refresh()
    const told = async ({ app }: Pick<ServedCity, 'app'>): Promise<unknown[]> => {
      const paths = ['canteen', 'clinic', 'pharmacy', 'activityRoom'].flatMap((category) => [`coverage?category=${category}`, `coverage/gaps?category=${category}&sort=name`])
      return Promise.all([...paths, 'meta', 'search?q=lp', 'areas'].map(async (path) => (await app.request(`/api/v1/${path}`)).text()))
    }
    const again = await servedAgain(served)
    expect(await told(served)).toEqual(await told(again))
    other.close()
  })

  test('follows the watch when another process loads or edits, within what a person waits', { timeout: 60_000 }, async () => {
    const served = await servedCity(demoOpen)
    const other = await openStore(served.path)
    const changed = (what: string): Promise<void> => new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${what} was not noticed`)), 25_000)
      const stop = served.world.onChange(() => { clearTimeout(late); stop(); resolve() })
    })
    const edited = changed('an edit')
    await change(other, 'facility', 'canteen-west', { name: '改名食堂' })
    await edited
    expect((await tell(served.app, 'GET', '/api/v1/search?q=gmst')).body).toMatchObject({ hits: [{ id: 'canteen-west' }] })
    const loaded = changed('a load')
    await other.load({ identity: demoOpen.identity, records: [{ kind: 'facility', record: facility('loaded', 'clinic', 15, 2.5) }], actor: 'another', replace: true })
    await loaded
    expect((await askMeta(served.app)).counts).toMatchObject({ facilities: 1 })
    other.close()
  })
})
