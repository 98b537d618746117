import * as z from 'zod/mini'
import { describe, expect, test } from 'vitest'
import { exchanges, type ExchangeName } from '../../geodata/contract/all.ts'
import { errorAnswer } from '../../geodata/contract/errors.ts'
import { serviceId } from '../../server/answers/feeds/hsds-service.ts'
import { entry, organisation } from '../tools/registers.ts'
import { servedCity } from '../tools/served-city.ts'
import { smallIdentity, smallRecords } from '../tools/small-city.ts'

const west = '110105001001'
const rows = [
  entry('committee', 'committee', { level: 'community', termStart: '2024-07-01', termEnd: '2029-06-30', brand: null }, { area: west }),
  entry('seat', 'seat', { committee: 'committee', number: 1, category: 'institution', role: 'seatMember', post: null, appointedBy: null }, { unit: 'unit-1' }),
  entry('task', 'task', { origin: 'vacancy', subject: 'seat', owner: '手绘街道', due: '2026-08-01', state: 'open', opened: '2026-05-01', closed: null, measure: 'vacancies', before: 1, after: null, note: null }, { area: west }),
].map((record) => ({ kind: 'entry', record }) as const)

const { app, trouble, logIn } = await servedCity({ identity: smallIdentity, records: [...smallRecords, ...rows, { kind: 'organisation', record: organisation('firm', { community: west, operating: 'operating', organised: 'none' }) }] })
const administrator = await logIn('administrator')
const names = Object.keys(exchanges) as ExchangeName[]

/** One address that must answer, for every exchange that is read; who may ask is walked in security/walk.test.ts. */
const addresses: Partial<Record<ExchangeName, string>> = {
  meta: '/api/v1/meta', areas: '/api/v1/areas?level=community&limit=1', area: '/api/v1/areas/110105001001', categories: '/api/v1/categories', standards: '/api/v1/standards',
  coverage: '/api/v1/coverage?category=canteen&minutes=10&metric=network&profile=elderly', gaps: '/api/v1/coverage/gaps?category=canteen&minutes=5', states: '/api/v1/coverage/states?category=canteen',
  shutSites: '/api/v1/coverage/shut?category=canteen&at=2026-02-10T11:00:00%2B08:00',
  basket: '/api/v1/buildings/home-9/basket?category=canteen&group=all', pack: '/api/v1/packs/110105001', search: '/api/v1/search?q=shoutui', sessionRead: '/api/v1/session',
  facilityList: '/api/v1/facilities?q=canteen', facilityRead: '/api/v1/facilities/canteen-west', facilityHistory: '/api/v1/facilities/canteen-west/history', unitList: '/api/v1/units', unitRead: '/api/v1/units/unit-1', unitHistory: '/api/v1/units/unit-1/history',
  organisationList: '/api/v1/organisations', gateList: '/api/v1/gates', gateRead: '/api/v1/gates/gate-1', gateHistory: '/api/v1/gates/gate-1/history', buildingList: '/api/v1/buildings', buildingRead: '/api/v1/buildings/home-1', buildingHistory: '/api/v1/buildings/home-1/history',
  entryList: '/api/v1/entries?sheet=seat', entryRead: '/api/v1/entries/seat', entryHistory: '/api/v1/entries/seat/history', organisationRead: '/api/v1/organisations/firm', organisationHistory: '/api/v1/organisations/firm/history',
  registers: '/api/v1/registers', register: '/api/v1/registers/vacancies?month=2026-06', registerExport: '/api/v1/registers/vacancies/export?format=csv&month=2026-06', narratives: '/api/v1/narratives', sheetTemplate: '/api/v1/sheets/seat?format=csv',
  completeness: '/api/v1/completeness', serviceItems: '/api/v1/service-items', organisationCoverage: '/api/v1/organisations/coverage', organisationGaps: '/api/v1/organisations/gaps?list=uncovered', organisationGapsExport: '/api/v1/organisations/gaps/export?list=uncovered&format=csv',
  heat: '/api/v1/heat?layer=gap', heatExport: '/api/v1/heat/export?layer=gap&format=csv', access: '/api/v1/access?category=canteen', areaPage: `/api/v1/areas/${west}/page`,
  venueMarkup: '/api/v1/venues/canteen-west/markup', venuesGeojson: '/api/v1/venues.geojson', venuesCsv: '/api/v1/venues.csv?wish=eat', hsds: '/api/v1/hsds', hsdsServices: '/api/v1/hsds/services', hsdsService: `/api/v1/hsds/services/${serviceId('canteen-west')}`,
  clock: '/api/v1/coverage/clock?category=canteen', reportList: '/api/v1/reports', venues: '/api/v1/venues?building=home-1&wish=eat', venue: '/api/v1/venues/canteen-west?near=116.401,39.902', homes: '/api/v1/homes?q=home',
  tasks: '/api/v1/tasks', taskRead: '/api/v1/tasks/task', taskFigure: '/api/v1/task-figure?origin=vacancy&subject=seat', tasksExport: '/api/v1/tasks/export?format=csv', matching: '/api/v1/matching',
  wall: `/api/v1/wall?area=${west}`, wallRecords: '/api/v1/wall/records?subject=meals', wallStates: '/api/v1/wall/states?lens=leftOut', wallHexagons: '/api/v1/wall/hexagons?resolution=9', wallBuilding: '/api/v1/wall/buildings/0?lens=meals',
  deviceList: '/api/v1/devices', editions: '/api/v1/editions', tours: '/api/v1/tours', scenarios: '/api/v1/scenarios', sitingCandidates: '/api/v1/siting/candidates?category=canteen', basemaps: '/api/v1/basemaps',
  jobList: '/api/v1/jobs', tile: '/tiles/buildings/14/13490/6206.pbf', site: '/api/v1/site', health: '/healthz', ready: '/readyz', openapi: '/api/openapi.json',
}

/** Files of a format that the question names. */
const anyFile = 'application/octet-stream'

describe('every endpoint that is read', () => {
  for (const [name, path] of Object.entries(addresses) as [ExchangeName, string][]) {
    const { answer } = exchanges[name]
    test(`${name} answers as its contract says`, async () => {
      const response = await app.request(path, { headers: administrator })
      expect([200, 204]).toContain(response.status)
      if ('schema' in answer) {
        const parsed = z.safeParse(answer.schema, await response.json())
        expect(parsed.error?.issues ?? []).toEqual([])
      } else if (response.status === 200 && answer.mediaType !== anyFile) expect(response.headers.get('content-type')).toContain(answer.mediaType)
    })

    test(`${name} refuses a parameter it does not know`, async () => {
      const response = await app.request(`${path}${path.includes('?') ? '&' : '?'}colour=red`, { headers: administrator })
      expect([response.status, ((await response.json()) as z.infer<typeof errorAnswer>).error.code]).toEqual([400, 'unknownParameter'])
    })
  }

  test('is named here, but for those that need something first or never end', () => {
    expect(names.filter((name) => exchanges[name].method === 'GET' && !(name in addresses)).toSorted()).toEqual(['events', 'jobRead', 'jobResult', 'outerTile', 'scenarioRead', 'sitingResult', 'steeringListen'])
  })
})

describe('every address', () => {
  test.each(names)('of %s refuses another method with the way in', async (name) => {
    const { path } = exchanges[name]
    const methods = names.filter((other) => exchanges[other].path === path).map((other) => exchanges[other].method)
    const response = await app.request(path.replace(/:y.*$/, '6206.pbf').replaceAll(/:\w+/g, 'x'), { method: 'PUT', headers: administrator })
    expect([response.status, response.headers.get('allow')]).toEqual([405, methods.map((method) => (method === 'GET' ? 'GET, HEAD' : method)).join(', ')])
    expect(z.safeParse(errorAnswer, await response.json()).success).toBe(true)
  })

  test('nothing went wrong behind the answers', () => {
    expect(trouble).toEqual([])
  })
})

describe('headers', () => {
  test('scripts come from our own origin only and nothing is sniffed', async () => {
    const { headers } = await app.request('/api/v1/meta')
    expect(headers.get('content-security-policy')).toContain("script-src 'self'")
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
    expect([headers.get('x-content-type-options'), headers.get('referrer-policy'), headers.get('access-control-allow-origin')]).toEqual(['nosniff', 'strict-origin-when-cross-origin', null])
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('an answer asked for again with its ETag is not sent again, in either language', async () => {
    const path = '/api/v1/coverage?category=canteen'
    const etag = (await app.request(path)).headers.get('etag') ?? ''
    expect((await app.request(path, { headers: { 'if-none-match': etag } })).status).toBe(304)
    expect((await app.request(path, { headers: { 'if-none-match': etag, 'accept-language': 'en' } })).status).toBe(200)
  })

  test('answers are compressed for those who understand it', async () => {
    const path = '/api/v1/standards'
    expect((await app.request(path, { headers: { 'accept-encoding': 'br, gzip' } })).headers.get('content-encoding')).toBe('gzip')
    expect((await app.request(path, { headers: { 'accept-encoding': 'gzip;q=0' } })).headers.get('content-encoding')).toBe(null)
  })

  test('a request under a foreign host name is refused', async () => {
    const response = await app.request('/api/v1/meta', { headers: { host: 'evil.example:8787' } })
    expect(response.status).toBe(403)
    expect(((await response.json()) as z.infer<typeof errorAnswer>).error.message).toBe('不能用主机名“evil.example:8787”访问，请用 http://127.0.0.1:8787。')
  })
})

describe('languages', () => {
  test.each([
    [undefined, '没有“x”这个类别'], ['zh-CN,zh;q=0.9,en;q=0.8', '没有“x”这个类别'], ['en-GB,en;q=0.9', 'There is no category "x"'], ['fr, en;q=0.5, zh;q=0.4', 'There is no category "x"'], ['en;q=0, *', '没有“x”这个类别'],
  ])('Accept-Language %s', async (header, beginning) => {
    const response = await app.request('/api/v1/coverage?category=x', { headers: header === undefined ? {} : { 'accept-language': header } })
    expect(((await response.json()) as z.infer<typeof errorAnswer>).error.message.startsWith(beginning)).toBe(true)
  })
})
