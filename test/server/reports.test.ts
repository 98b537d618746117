import { describe, expect, test } from 'vitest'
import type { AnswerOf } from '../../geodata/contract/exchange.ts'
import type { reportList } from '../../geodata/contract/reports.ts'
import { reportFields } from '../../geodata/model/venue.ts'
import { addDays } from '../../geodata/hours/clock.ts'
import { catalogue } from '../../seeds/catalogue.ts'
import { connect } from '../../server/store/driver.ts'
import { shanghaiDay } from '../../server/store/day.ts'
import { openStore } from '../../server/store/open-store.ts'
import { usualLimits } from '../../server/security/limits.ts'
import { tell, testOrigin, type Told } from '../tools/accounts.ts'
import { smallIdentity } from '../tools/small-city.ts'
import { servedCity } from '../tools/served-city.ts'
import { walkRecords, communities } from '../tools/walk-city.ts'
import { facility } from '../tools/small-city.ts'
import { temporaryFolder } from '../tools/temporary-folder.ts'
import { change, remove, taken } from '../tools/edits.ts'

/** What the finder does not show: of a unit that is hidden below, shut for good, and of a kind that is in no wish. */
const absent = [
  { kind: 'facility', record: facility('hidden', 'canteen', 3, 3, { unit: 'unit-1' }) },
  { kind: 'facility', record: facility('closed', 'canteen', 3, 3, { validTo: '2026-01-01' }) },
  { kind: 'facility', record: facility('lessons', 'school', 3, 3) },
] as const
const city = { identity: smallIdentity, records: [...walkRecords, ...absent] }
const { app, store, path, engine, world, logIn, trouble } = await servedCity(city)

type List = AnswerOf<typeof reportList>
const page = { origin: testOrigin }
const send = (id: string, body: unknown, headers: Readonly<Record<string, string>> = page): Promise<Told> => tell(app, 'POST', `/api/v1/venues/${id}/reports`, headers, body)
const listed = async (who: Readonly<Record<string, string>>, query = ''): Promise<List> => (await tell(app, 'GET', `/api/v1/reports${query}`, who)).body as List
const west = `?area=${communities.west}`

describe('anyone may say what is wrong about a place', () => {
  test('without a log-in; it waits, and the editors of its area read it beside the place as it stands', async () => {
    const told = await send('facility-west', { fields: ['phone', 'hours'], note: '下午四点就关了' })
    expect([told.status, told.body]).toEqual([200, { state: 'pending', day: new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date()) }])
    const editor = await logIn('editor', [communities.west ?? ''])
    const found = await listed(editor, west)
    expect(found).toMatchObject({ total: 1, pending: 1, next: null, reports: [{ fields: ['hours', 'phone'], note: '下午四点就关了', state: 'pending', decidedAt: null, place: { editable: true, record: { id: 'facility-west', hours: null } } }] })
    expect(found.reports[0].place.areas.map(({ code }) => code)).toContain(communities.west)
    // Another community's are not this editor's to see.
    expect((await tell(app, 'GET', `/api/v1/reports?area=${communities.east}`, editor)).code).toBe('outsideAreas')
    expect((await listed(await logIn('editor'), `?area=${communities.east}`)).total).toBe(0)
  })

  test('the same of the same place within an hour is one report; what another says in other words is one of its own, and so are other fields', async () => {
    const bodies = [{ fields: ['price'] }, { fields: ['price'] }, { fields: ['price', 'price'], note: '涨到 15 元' }, { fields: ['price'], note: '别的话' }, { fields: ['price'], note: ' 涨到 15 元 ' }, { fields: ['price'] }, { fields: ['price'], note: ' ' }, { fields: ['price', 'name'] }]
    for (const body of bodies) expect((await send('facility-east', body)).status).toBe(200)
    const { reports } = await listed(await logIn('editor'), `?area=${communities.east}`)
    expect(reports.map(({ fields, note }) => [fields, note])).toEqual([[['price', 'name'], null], [['price'], '别的话'], [['price'], '涨到 15 元'], [['price'], null]])
  })

  test('what is hidden, gone, no place of the finder or not there at all is told alike', async () => {
    await store.hideUnit('unit-1', 'test')
    await world.refresh()
    for (const id of ['hidden', 'closed', 'lessons', 'nobody', 'home-1']) {
      const told = await send(id, { fields: ['hours'] })
      expect([told.status, told.code, told.message]).toEqual([404, 'unknownRecord', `没有编号为“${id}”的设施。`])
    }
  })

  test('scripts and statements in a note are kept as words, and a report that is not one is told what it lacks', async () => {
    const words = `'); DROP TABLE report; -- <script>alert(1)</script> \${7*7} {{7*7}}`
    expect((await send('clinic-middle', { fields: ['other'], note: words })).status).toBe(200)
    expect((await listed(await logIn('editor'))).reports.find(({ fields }) => fields[0] === 'other')?.note).toBe(words)
    const refused: [body: unknown, code: string, message: RegExp][] = [
      [{ fields: [] }, 'invalidRecord', /fields/], [{}, 'invalidRecord', /fields 必须填写/], [{ fields: ['<script>'] }, 'invalidRecord', /应为以下之一：hours/], [{ fields: ['hours'], name: '张三' }, 'invalidRecord', /没有“name”这一项/],
      [{ fields: ['hours'], note: '字'.repeat(201) }, 'invalidRecord', /至多 200 个字，收到 201 个/], [{ fields: Array.from({ length: 9 }, () => 'hours') }, 'invalidRecord', /至多 8 项/],
      [{ fields: ['hours'], note: '打 138-0000-0000' }, 'invalidRecord', /手机号/], [{ fields: ['hours'], note: '11010519491231002X' }, 'invalidRecord', /身份证号/], [{ fields: ['hours'], note: 'a\u0000b' }, 'invalidRecord', /控制字符/],
      [{ fields: ['hours'], note: 'x'.repeat(300_000) }, 'tooLarge', /256 kB/],
    ]
    for (const [body, code, message] of refused) {
      const told = await send('clinic-middle', body)
      expect([told.code, told.message]).toEqual([code, expect.stringMatching(message)])
    }
    expect((await send('clinic-middle', { fields: ['hours'], note: '两行\n也行' })).status).toBe(200)
    expect((await send('clinic-middle', { fields: ['hours'] }, { origin: 'https://elsewhere.example' })).code).toBe('foreignOrigin')
  })

  test('two hundred in a minute, from one address, from many, or about one place: told to wait, nothing broken', async () => {
    let now = Date.parse('2026-03-02T00:00:00Z')
    const limited = await servedCity(city, null, { clock: () => now, limits: usualLimits, proxy: true })
    const from = async (address: string, id: string, at = 0): Promise<Told> => tell(limited.app, 'POST', `/api/v1/venues/${id}/reports`, { 'x-forwarded-for': address, origin: testOrigin, 'accept-language': 'zh' }, { fields: [reportFields[at % reportFields.length]] })
    const count = async (one: (i: number) => Promise<Told>): Promise<number[]> => {
      const told = await Promise.all(Array.from({ length: 200 }, (_, i) => one(i)))
      const busy = told.filter(({ status }) => status === 429)
      expect(new Set(busy.map(({ code }) => code))).toEqual(new Set(['tooManyRequests']))
      expect(busy.at(-1)?.message).toMatch(/^请求太频繁，请 \d+ 秒后再试。$/)
      expect(Number(busy.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0)
      return [told.length - busy.length, busy.length]
    }
    const ids = ['facility-west', 'facility-east', 'facility-nowhere', 'canteen-west', 'clinic-middle']
    expect(await count((i) => from('203.0.113.7', ids[i % ids.length], i))).toEqual([10, 190])
    now += 60_000
    expect(await count((i) => from(`203.0.114.${i}`, 'facility-west', i))).toEqual([6, 194])
    now += 60_000
    expect((await count((i) => from(`198.51.100.${i}`, `nobody-${i}`)))[0]).toBe(120)
    now += 60_000
    expect((await from('203.0.113.7', 'facility-west')).status).toBe(200)
    expect((await limited.store.reports()).length).toBeLessThanOrEqual(16)
  })
})

describe('an editor decides', () => {
  test('the outcome is written with its time, the note goes, the card\'s word follows, and it is written down who did it', async () => {
    const editor = await logIn('editor', [communities.west ?? ''])
    const [{ id }] = (await listed(editor, west)).reports
    expect((await store.reportStandings()).get('facility-west')).toMatchObject({ state: 'pending' })
    const told = await tell(app, 'PATCH', `/api/v1/reports/${id}`, editor, { state: 'corrected' })
    expect(told.body).toMatchObject({ id, state: 'corrected', note: null, place: { record: { id: 'facility-west' } } })
    expect((await store.reportOf(id))?.decidedAt).toMatch(/^\d{4}-\d{2}-\d{2}T.*Z$/)
    expect((await store.reportStandings()).get('facility-west')).toMatchObject({ state: 'corrected' })
    const audited = connect(path).prepare("SELECT account, action, subject, outcome FROM audit_log WHERE action = 'reportDecide'")
    await expect.poll(() => audited.all()).toEqual([{ account: expect.stringMatching(/^editor-/), action: 'reportDecide', subject: `${id} corrected`, outcome: 'done' }])
    // Decided by mistake: the last decision counts. What waits stands before what does not.
    expect((await tell(app, 'PATCH', `/api/v1/reports/${id}`, editor, { state: 'unchanged' })).status).toBe(200)
    await send('facility-west', { fields: ['closed'] })
    expect((await listed(editor, west)).reports.map(({ state }) => state)).toEqual(['pending', 'unchanged'])
    expect((await listed(editor, `${west}&state=unchanged`)).total).toBe(1)
    expect((await tell(app, 'PATCH', `/api/v1/reports/${id}`, editor, { state: 'pending' })).code).toBe('invalidRecord')
    expect((await tell(app, 'PATCH', '/api/v1/reports/x', editor, { state: 'declined' })).code).toBe('badParameter')
  })

  test('a list in pages holds each once', async () => {
    const editor = await logIn('editor')
    const seen: number[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const part: List = await listed(editor, `?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`)
      seen.push(...part.reports.map(({ id }) => id))
      cursor = part.next
    }
    const whole = await listed(editor)
    expect(seen).toEqual(whole.reports.map(({ id }) => id))
    expect([seen.length, new Set(seen).size]).toEqual([whole.total, whole.total])
    expect((await tell(app, 'GET', '/api/v1/reports?cursor=abc', editor)).code).toBe('badCursor')
  })
})

describe('what a report moves', () => {
  test('open pages hear of it, by an event of its own; figures stay as they were', async () => {
    const heard: string[] = []
    const leave = engine.hub.subscribe({ role: 'public', areas: [], account: null, mustChangePassword: false, session: null, address: '1' }, { send: ({ event }) => heard.push(event), end: () => {} })
    const before = [world.version(), world.reportedVersion()]
    await send('facility-nowhere', { fields: ['place'] })
    await expect.poll(() => heard).toEqual(['versions', 'reports'])
    expect(world.version()).toBe(before[0])
    expect(world.reportedVersion()).not.toBe(before[1])
    leave?.()
  })

  test('one that repeats another moves nothing', async () => {
    const before = await store.reportVersion()
    await send('facility-nowhere', { fields: ['place'] })
    expect(await store.reportVersion()).toBe(before)
  })

  test('a site that is taken away and put back has its reports; a city that is replaced has none', async () => {
    let now = new Date('2026-03-02T01:00:00Z')
    const own = await openStore(`${temporaryFolder()}/linli.sqlite`, { now: () => now })
    const source = { ...city, catalogue, actor: 'test', replace: false }
    await own.load(source)
    await own.report({ facility: 'facility-west', fields: ['hours'], note: null })
    const removed = taken(await remove(own, 'facility', 'facility-west'))
    expect([removed.record, (await own.reports()).length]).toEqual([null, 1])
    // An outcome is shown for two weeks, and forgotten after a year.
    const [{ id }] = await own.reports()
    await own.decideReport(id, 'declined')
    expect((await own.reportStandings()).get('facility-west')).toEqual({ state: 'declined', day: '2026-03-02' })
    now = new Date('2026-03-17T01:00:00Z')
    expect((await own.reportStandings()).size).toBe(0)
    now = new Date('2027-04-01T01:00:00Z')
    await own.report({ facility: 'facility-east', fields: ['hours'], note: null })
    expect((await own.reports()).map(({ facility }) => facility)).toEqual(['facility-east'])
    taken(await change(own, 'facility', 'facility-east', { hours: '8:00-17:00' }))
    expect(await own.faults()).toEqual([])
    await own.load({ ...source, replace: true })
    expect(await own.reports()).toEqual([])
    own.close()
  })
})

test('sites that nobody found right within 90 days are listed by themselves, and leave that list when somebody does', async () => {
  const editor = await logIn('editor')
  const old = async (): Promise<string[]> => ((await tell(app, 'GET', '/api/v1/facilities?unchecked=yes&category=canteen', editor)).body as { rows: { record: { id: string } }[] }).rows.map(({ record }) => record.id)
  const before = await old()
  expect(before).toContain('facility-east')
  const day = (ago: number): string => addDays(shanghaiDay(), -ago)
  for (const [ago, is] of [[91, true], [90, false], [0, false]] as const) {
    const read = await tell(app, 'GET', '/api/v1/facilities/facility-east', editor)
    const changed = await tell(app, 'PATCH', '/api/v1/facilities/facility-east', { ...editor, 'if-match': read.headers.get('etag') ?? '' }, { offer: { ...(read.body as { record: { offer: object } }).record.offer, checked: { day: day(ago), by: '东社区' } } })
    expect(changed.status).toBe(200)
    expect([ago, (await old()).includes('facility-east')]).toEqual([ago, is])
  }
  expect((await old()).length).toBe(before.length - 1)
  expect((await tell(app, 'GET', '/api/v1/facilities?unchecked=no', editor)).code).toBe('badParameter')
})

test('nothing went wrong behind the answers', () => { expect(trouble).toEqual([]) })
