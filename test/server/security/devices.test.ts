import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { assert, asyncProperty, constantFrom, stringMatching } from 'fast-check'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { exchanges, type ExchangeName } from '../../../geodata/contract/all.ts'
import { servedToDevices } from '../../../geodata/contract/roles.ts'
import { parseEnvironment } from '../../../server/environment.ts'
import { settleAccounts } from '../../../server/first-accounts.ts'
import { isDeviceName } from '../../../server/security/devices.ts'
import { startServing } from '../../../server/serve.ts'
import { connect } from '../../../server/store/driver.ts'
import { openStore } from '../../../server/store/open-store.ts'
import { catalogue } from '../../../seeds/catalogue.ts'
import { cheapCost, logInBy, newAccount, tell, testOrigin, type Told } from '../../tools/accounts.ts'
import { eventReader } from '../../tools/event-reader.ts'
import { servedBehind, servedCity } from '../../tools/served-city.ts'
import { smallIdentity, smallRecords } from '../../tools/small-city.ts'

const day = 86_400_000
let now = Date.parse('2026-10-01T08:00:00Z')
const city = await servedCity({ identity: smallIdentity, records: smallRecords }, null, { clock: () => now })
const { app, security, path } = city

type Screen = { id: string; name: string; token: string; cookie: string; headers: { cookie: string; origin: string } }

let screens = 0
async function screen({ area = null, name = `大厅 ${++screens}` }: { area?: string | null; name?: string } = {}): Promise<Screen> {
  const added = await tell(app, 'POST', '/api/v1/devices', await city.logIn('administrator'), { name, area })
  expect([added.status, added.message]).toEqual([200, ''])
  const { device, link } = added.body as { device: { id: string }; link: string }
  const token = link.replace('/screen#device=', '')
  expect(token).toMatch(/^[\w-]{43}$/)
  const entered = await tell(app, 'POST', '/api/v1/session/device', { origin: testOrigin }, { token })
  if (entered.cookie === null) throw new Error(`the screen was not let in: ${entered.message}`)
  return { id: device.id, name, token, cookie: entered.cookie, headers: { cookie: entered.cookie, origin: testOrigin } }
}

const remove = async (id: string): Promise<Told> => tell(app, 'DELETE', `/api/v1/devices/${id}`, await city.logIn('administrator'))
const whoIs = async (headers: Readonly<Record<string, string>>): Promise<unknown> => (await tell(app, 'GET', '/api/v1/session', headers)).body

/** Everything the database holds, as it lies on the disk and in the log beside it; read by another process, since closing the file in this one would drop the locks SQLite has on it. */
function onDisk(): string {
  const files = readdirSync(dirname(path)).filter((name) => name.startsWith('linli.sqlite')).map((name) => join(dirname(path), name))
  return spawnSync(process.execPath, ['-e', "for (const path of process.argv.slice(1)) process.stdout.write(require('fs').readFileSync(path))", ...files], { encoding: 'latin1', maxBuffer: 1e8 }).stdout
}

describe('a screen', () => {
  test('comes in by its link, is a leader of its area without an account, and keeps a cookie for 400 days that no script reads and no other site sends', async () => {
    const { token, name, headers } = await screen({ area: '110105001001' })
    const entered = await tell(app, 'POST', '/api/v1/session/device', { origin: testOrigin }, { token })
    expect(entered.headers.get('set-cookie')).toBe(`linli-device=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=34560000`)
    const said = { account: null, device: { name, areas: [{ code: '110105001001' }] }, role: 'leader', idleMinutes: null, ends: null }
    expect(entered.body).toMatchObject(said)
    const read = await tell(app, 'GET', '/api/v1/session', headers)
    expect(read.body).toMatchObject(said)
    // Whoever is switched on once a year is still the screen.
    expect(read.headers.get('set-cookie')).toContain('Max-Age=34560000')
    const secure = servedBehind(city, { publicUrl: 'https://linli.example' })
    expect((await tell(secure.app, 'POST', '/api/v1/session/device', { origin: 'https://linli.example' }, { token })).headers.get('set-cookie')).toMatch(/^__Host-linli-device=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure; Max-Age=34560000$/)
  })

  test('never ends for want of a request', async () => {
    const { headers, name } = await screen()
    now += 399 * day
    expect(await whoIs(headers)).toMatchObject({ device: { name, areas: [] } })
  })

  test('goes on when the clock is put back by a year, and is seen by it', async () => {
    const { id, headers, name } = await screen()
    const seen = async (): Promise<unknown> => ((await tell(app, 'GET', '/api/v1/devices', await city.logIn('administrator'))).body as { devices: { id: string; seen: string | null }[] }).devices.find((one) => one.id === id)?.seen
    now -= 365 * day
    expect(await whoIs(headers)).toMatchObject({ device: { name } })
    await vi.waitFor(async () => expect(await seen()).toBe(new Date(now).toISOString()))
  })

  test('is read what a wall needs and refused every other exchange in a plain sentence, whatever is sent along', async () => {
    const { headers, name } = await screen()
    const names = Object.keys(exchanges) as ExchangeName[]
    const open = names.filter((one) => servedToDevices.includes(one))
    expect(open.toSorted()).toEqual([...servedToDevices].toSorted())
    // Nothing there changes a record, and whatever sends something is about the screen itself.
    expect(open.filter((one) => exchanges[one].method !== 'GET').toSorted()).toEqual(['deviceEnter', 'logIn', 'logOut', 'steeringCode', 'steeringEnd', 'steeringOpen', 'steeringTell'])
    const addressOf = (one: ExchangeName, part: string): string => exchanges[one].path.replaceAll(/:y\{[^}]*\}/g, '1.pbf').replaceAll(/:(\w+)/g, part)
    const shut = names.filter((one) => !servedToDevices.includes(one))
    expect(shut.length).toBeGreaterThan(60)
    const asked = async (one: ExchangeName, part: string, query: string): Promise<void> => {
      const { method } = exchanges[one]
      const told = await tell(app, method, addressOf(one, encodeURIComponent(part)) + query, headers, method === 'GET' ? undefined : {})
      expect([one, told.status, told.code]).toEqual([one, 403, 'notForDevice'])
      expect(told.message).toMatch(new RegExp(`^大屏设备“${name}”只能读取大屏要用的内容，/api/v1/.* 不在其中。$`))
    }
    for (const one of shut) await asked(one, 'x', '')
    await assert(asyncProperty(constantFrom(...shut), stringMatching(/^[a-z0-9]{1,12}$/), constantFrom('', '?area=110105001001', '?format=csv', '?a=1'), asked), { numRuns: 60, seed: 6 })
  })

  test('sees areas and meta, and no tile but those of a leader', async () => {
    const { headers } = await screen()
    for (const address of ['/api/v1/meta', '/api/v1/areas?level=community', '/api/v1/categories', '/api/v1/site', '/healthz', '/readyz']) expect([address, (await tell(app, 'GET', address, headers)).status]).toEqual([address, 200])
    for (const layer of ['base', 'places', 'outlines']) expect([layer, [200, 204].includes((await tell(app, 'GET', `/tiles/${layer}/14/13490/6206.pbf`, headers)).status)]).toEqual([layer, true])
  })

  test('gives way to whoever logs in at it, and is back when they log out', async () => {
    const { cookie, headers, name } = await screen()
    const { cookie: session, body } = await logInBy(app, await newAccount(security, 'planner'), { cookie })
    expect(body).toMatchObject({ role: 'planner' })
    const both = { cookie: `${cookie}; ${session ?? ''}`, origin: testOrigin }
    expect(await whoIs(both)).toMatchObject({ account: { role: 'planner' }, role: 'planner' })
    expect((await tell(app, 'GET', '/api/v1/coverage/gaps?category=canteen', both)).status).toBe(200)
    expect((await tell(app, 'DELETE', '/api/v1/session', both)).body).toMatchObject({ account: null, device: { name }, role: 'leader' })
    // A session that has ended is said once and taken away; the screen is still the screen.
    const after = await tell(app, 'GET', '/api/v1/session', both)
    expect([after.code, after.headers.get('set-cookie')]).toEqual(['sessionEnded', expect.stringMatching(/^linli-session=; .*Max-Age=0$/)])
    expect(await whoIs(headers)).toMatchObject({ device: { name } })
  })

  test('that is removed is refused at the next request and its streams end at once', async () => {
    const { id, headers } = await screen()
    const stream = await app.request('/api/v1/events', { headers })
    const reader = eventReader(stream)
    expect((await reader.next())?.event).toBe('versions')
    const opened = await tell(app, 'POST', '/api/v1/steering', headers)
    const { key } = opened.body as { key: string }
    const steering = eventReader(await app.request(`/api/v1/steering/${key}/events`, { headers }))
    expect((await steering.next())?.event).toBe('peers')
    expect((await remove(id)).status).toBe(200)
    expect(await reader.next()).toEqual({ event: 'session', body: {} })
    expect(await reader.next()).toBe(null)
    expect(await steering.next()).toEqual({ event: 'end', body: { reason: 'leader' } })
    expect(await steering.next()).toBe(null)
    const told = await tell(app, 'GET', '/api/v1/session', headers)
    expect([told.status, told.code, told.message]).toEqual([401, 'deviceEnded', '这台大屏设备已被移除，请管理员重新添加。'])
    expect(told.headers.get('set-cookie')).toMatch(/^linli-device=; .*Max-Age=0$/)
    expect((await remove(id)).code).toBe('unknownDevice')
  })

  test('survives the restart of the server, and is gone for that server too when another process removes it', async () => {
    const { headers, name, id } = await screen()
    const serving = await startServing({ environment: parseEnvironment({ LINLI_DATA: dirname(path), PORT: '0' }), path, store: await openStore(path), webFolder: null })
    await serving.ready
    const ask = async (): Promise<unknown> => (await fetch(`${serving.address}/api/v1/session`, { headers: { cookie: headers.cookie } })).json()
    expect(await ask()).toMatchObject({ device: { name } })
    await serving.close()
    const again = await startServing({ environment: parseEnvironment({ LINLI_DATA: dirname(path), PORT: '0' }), path, store: await openStore(path), webFolder: null })
    onTestFinished(() => again.close())
    await again.ready
    const read = async () => fetch(`${again.address}/api/v1/session`, { headers: { cookie: headers.cookie } })
    expect(await (await read()).json()).toMatchObject({ device: { name }, role: 'leader' })
    expect((await remove(id)).status).toBe(200)
    expect((await read()).status).toBe(401)
  })
})

describe('the token of a screen', () => {
  test('lies nowhere in the database, the audit log or what the process says', async () => {
    const said: string[] = []
    for (const way of ['log', 'error', 'warn', 'info'] as const) vi.spyOn(console, way).mockImplementation((...words) => { said.push(words.map(String).join(' ')) })
    onTestFinished(() => { vi.restoreAllMocks() })
    const { token, headers, name } = await screen()
    await tell(app, 'GET', '/api/v1/devices', headers)
    await tell(app, 'POST', '/api/v1/session/device', { origin: testOrigin }, { token: `${token.slice(0, -1)}!` })
    await security.store.later.soon(() => {})
    const lines = security.store.audit.latest(20)
    expect(lines.map(({ account, action, outcome }) => [account, action, outcome])).toEqual(expect.arrayContaining([[`(device) ${name}`, 'deviceEnter', 'done'], [`(device) ${name}`, 'deviceList', 'refused'], [null, 'deviceEnter', 'refused']]))
    const listed = await tell(app, 'GET', '/api/v1/devices', await city.logIn('administrator'))
    for (const place of [onDisk(), JSON.stringify(lines), said.join('\n'), JSON.stringify(listed.body), JSON.stringify(city.trouble.map(String))]) expect(place.includes(token)).toBe(false)
    expect(onDisk().includes(Buffer.from(name).toString('latin1'))).toBe(true)
  })

  test('and the key of a wall that it steers stand in no refusal and in no line of the audit log', async () => {
    const { headers, name } = await screen(), { key } = (await tell(app, 'POST', '/api/v1/steering', headers)).body as { key: string }
    const refused = await tell(app, 'POST', `/api/v1/steering/${key}/commands`, headers, { kind: 'next' })
    await security.store.later.soon(() => {})
    const lines = security.store.audit.latest(5)
    expect(lines).toContainEqual(expect.objectContaining({ account: `(device) ${name}`, action: 'steeringCommand', subject: '/api/v1/steering/:key/commands', outcome: 'refused' }))
    expect([refused.code, refused.message.includes('/api/v1/steering/:key/commands'), JSON.stringify([refused.body, lines]).includes(key)]).toEqual(['notForDevice', true, false])
  })

  test('cannot be guessed without end: ten tries a minute, as for a password', async () => {
    const { app: shut } = servedBehind(city, { limits: { logIns: 10, writes: 1e6, requests: 1e6, reports: 1, ownPlaceReports: 1, placeReports: 1, allReports: 1 } })
    const codes: (string | null)[] = []
    for (let i = 0; i < 12; i++) codes.push((await tell(shut, 'POST', '/api/v1/session/device', { origin: testOrigin }, { token: 'x'.repeat(43) })).code)
    expect(codes).toEqual([...Array.from({ length: 10 }, () => 'badDeviceToken'), 'tooManyRequests', 'tooManyRequests'])
  })

  test('from a page of another site is not looked at', async () => {
    const { token, cookie } = await screen()
    expect((await tell(app, 'POST', '/api/v1/session/device', { origin: 'https://elsewhere.example' }, { token })).code).toBe('foreignOrigin')
    expect((await tell(app, 'POST', '/api/v1/steering', { cookie })).code).toBe('foreignOrigin')
  })
})

describe('administrators', () => {
  test('list, add and remove screens; what is wrong with one is said', async () => {
    const { id, name } = await screen({ area: '110105001001' })
    const fresh = await city.logIn('administrator')
    const list = async (): Promise<{ id: string; name: string }[]> => ((await tell(app, 'GET', '/api/v1/devices', fresh)).body as { devices: { id: string; name: string }[] }).devices
    expect((await list()).find((one) => one.id === id)).toMatchObject({ name, area: { code: '110105001001' } })
    const add = (body: unknown) => tell(app, 'POST', '/api/v1/devices', fresh, body)
    expect(await add({ name: name.toUpperCase(), area: null })).toMatchObject({ status: 409, code: 'deviceTaken', message: `已经有设备“${name}”。` })
    expect((await add({ name: ' 大厅', area: null })).code).toBe('badDeviceName')
    expect((await add({ name: 'Lobby', area: '42' })).code).toBe('unknownArea')
    expect((await add({ name: 'Lobby' })).code).toBe('invalidRecord')
    expect((await tell(app, 'DELETE', '/api/v1/devices/nobody', fresh)).message).toBe('没有设备“nobody”。')
    await remove(id)
    expect((await list()).some((one) => one.id === id)).toBe(false)
  })

  test('a name is words a label can carry', () => {
    for (const name of ['大', '一楼大厅（东）', 'Lobby 2', 'A·B#3', '会议室-3']) expect([name, isDeviceName(name)]).toEqual([name, true])
    for (const name of ['', ' 大', '大 ', '<b>', 'a\nb', 'x'.repeat(41), '-']) expect([name, isDeviceName(name)]).toEqual([name, false])
  })
})

test('screens of the demonstration go when a real city takes its place, those of a real city stay', async () => {
  const demo = await servedCity({ identity: { ...smallIdentity, demo: true }, records: smallRecords })
  const headers = await demo.logIn('administrator')
  await tell(demo.app, 'POST', '/api/v1/devices', headers, { name: 'invented', area: null })
  await settleAccounts(demo.security.store, demo.store, { cost: cheapCost })
  const names = (): string[] => demo.security.store.devices.all().map(({ name }) => name)
  expect(names()).toEqual(['invented'])
  await demo.store.load({ identity: smallIdentity, catalogue, records: smallRecords, actor: 'test', replace: true })
  await tell(demo.app, 'POST', '/api/v1/devices', headers, { name: 'real', area: null })
  await settleAccounts(demo.security.store, demo.store, { cost: cheapCost })
  expect(names()).toEqual(['real'])
})

test('the command line adds, lists and removes screens beside the server', async () => {
  const root = fileURLToPath(new URL('../../..', import.meta.url))
  const linli = (...words: string[]) => {
    const { stdout, status } = spawnSync(process.execPath, ['server/cli/main.ts', 'device', ...words, '--json'], { cwd: root, encoding: 'utf8', env: { ...process.env, LINLI_DATA: dirname(path), PUBLIC_URL: 'https://linli.example' } })
    return { status, told: JSON.parse(stdout) as Record<string, unknown> }
  }
  const added = linli('add', '前厅', '--area', '110105001001')
  expect(added).toMatchObject({ status: 0, told: { name: '前厅', area: { code: '110105001001' }, link: expect.stringMatching(/^https:\/\/linli\.example\/screen#device=[\w-]{43}$/) } })
  const token = String(added.told['link']).split('=')[1]
  const entered = await tell(app, 'POST', '/api/v1/session/device', { origin: testOrigin }, { token })
  expect(entered.body).toMatchObject({ device: { name: '前厅' } })
  expect(JSON.stringify(linli('list').told)).not.toContain(token)
  expect(linli('add', '前厅').told).toMatchObject({ error: { code: 'deviceTaken' } })
  expect(linli('remove', '前听').told).toMatchObject({ error: { code: 'noSuchDevice', message: '没有设备“前听”，是不是 前厅。' } })
  expect(linli('remove').told).toMatchObject({ error: { code: 'missingDevice' } })
  expect(linli('remove', '前厅').status).toBe(0)
  expect(await tell(app, 'GET', '/api/v1/session', { cookie: entered.cookie ?? '' })).toMatchObject({ code: 'deviceEnded' })
  const counted = connect(path)
  expect(counted.prepare("SELECT account || ' ' || action || ' ' || subject FROM audit_log WHERE account = 'linli device'").pluck().all()).toEqual(['linli device deviceAdd 前厅', 'linli device deviceRemove 前厅'])
  counted.close()
}, 120_000)
