import { describe, expect, test } from 'vitest'
import { catalogue } from '../../../seeds/catalogue.ts'
import { logInBy, newAccount, tell } from '../../tools/accounts.ts'
import { servedBehind, servedCity, type ServedCity } from '../../tools/served-city.ts'
import { smallIdentity, smallRecords } from '../../tools/small-city.ts'

const nothing = await servedCity(null)
const { app, security } = nothing

describe('the Host header', () => {
  const refusals = async (host: string, publicUrl: string, names: readonly string[]): Promise<(string | null)[]> => {
    const guarded = servedBehind(nothing, { host, publicUrl })
    return Promise.all(names.map(async (name) => (await tell(guarded.app, 'GET', '/healthz', { host: name })).code))
  }
  const names = ['127.0.0.1:8787', 'localhost', '[::1]:8787', 'linli.example', '10.1.2.3:8787', '[fd00::7]:8787', 'evil.example', '127.0.0.1.evil.example', '10.1.2.3.evil.example', 'localhost.evil.example']

  test('on this machine is one of its names or the public one', async () => {
    expect(await refusals('127.0.0.1', 'https://linli.example', names)).toEqual([null, null, null, null, ...Array.from({ length: 6 }, () => 'foreignHost')])
  })

  test('on a server for others may be a number too: a page that borrows our address carries its own name', async () => {
    expect(await refusals('0.0.0.0', 'http://0.0.0.0:8787', names)).toEqual([null, null, null, 'foreignHost', null, null, ...Array.from({ length: 4 }, () => 'foreignHost')])
  })
})

describe('an address', () => {
  test('longer than any question is refused before it is read', async () => {
    const told = await tell(app, 'GET', `/api/v1/search?q=${'x'.repeat(5000)}`)
    expect([told.status, told.code]).toEqual([413, 'tooLarge'])
    expect(told.message).toMatch(/^请求超过 4096 B，收到的是 \d+ B。$/)
  })
})

describe('a body', () => {
  test.each([
    ['no JSON', 'text/plain', '{}', 415, 'wrongMediaType', '请求内容应为 application/json，收到的是 text/plain。'],
    ['a form, as a foreign page can send it', 'application/x-www-form-urlencoded', 'name=a', 415, 'wrongMediaType', '请求内容应为 application/json，收到的是 application/x-www-form-urlencoded。'],
    ['half a document', 'application/json', '{"name":', 400, 'badJson', null],
    ['another shape', 'application/json', '{"name":7,"passwort":"x"}', 400, 'invalidRecord', null],
    ['a megabyte', 'application/json', `{"name":"${'x'.repeat(1_000_000)}","password":"x"}`, 413, 'tooLarge', null],
  ])('%s', async (_, type, body, status, code, message) => {
    const response = await app.request('/api/v1/session', { method: 'POST', headers: { 'content-type': type }, body })
    const { error } = (await response.json()) as { error: { code: string; message: string } }
    expect([response.status, error.code]).toEqual([status, code])
    if (message !== null) expect(error.message).toBe(message)
  })
})

describe('over https', () => {
  test('the cookie is bound to this host and to https, and browsers are told to come by https only', async () => {
    const secure = servedBehind(nothing, { publicUrl: 'https://linli.example' })
    const told = await logInBy(secure.app, await newAccount(secure.security, 'leader'), { origin: 'https://linli.example' })
    expect(told.headers.get('set-cookie')).toMatch(/^__Host-linli-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/)
    expect(told.headers.get('strict-transport-security')).toBe('max-age=31536000')
    expect((await tell(secure.app, 'GET', '/nothing')).headers.get('strict-transport-security')).toBe('max-age=31536000')
    // The name a plain page could have set is no session here.
    expect((await tell(secure.app, 'GET', '/api/v1/session', { cookie: (told.cookie ?? '').replace('__Host-', '') })).body).toMatchObject({ account: null })
    expect((await tell(secure.app, 'GET', '/api/v1/session', { cookie: told.cookie ?? '' })).body).toMatchObject({ role: 'leader' })
  })

  test('over http nothing promises https', async () => {
    const told = await logInBy(app, await newAccount(security, 'leader'))
    expect(told.headers.get('set-cookie')).toMatch(/^linli-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
    expect(told.headers.get('strict-transport-security')).toBe(null)
  })
})

describe('whoever has no account', async () => {
  const [demo, real] = [await servedCity({ identity: { ...smallIdentity, demo: true }, records: smallRecords }), await servedCity({ identity: smallIdentity, records: smallRecords })]
  const role = async (city: ServedCity, openDemo: boolean): Promise<unknown> => (await tell(servedBehind(city, { openDemo }).app, 'GET', '/api/v1/session')).body

  test('is a planner of a demonstration that is open, and the public everywhere else', async () => {
    expect(await role(demo, true)).toMatchObject({ account: null, role: 'planner', demoOpen: true })
    for (const [city, openDemo] of [[demo, false], [real, true], [real, false]] as const) expect(await role(city, openDemo)).toMatchObject({ account: null, role: 'public', demoOpen: false })
  })

  test('is the public the moment a real city takes the place of the demonstration', async () => {
    const { app: open, store } = demo
    expect((await tell(open, 'GET', '/api/v1/coverage/gaps?category=canteen')).status).toBe(200)
    await store.load({ identity: smallIdentity, catalogue, records: smallRecords, actor: 'test', replace: true })
    expect(await tell(open, 'GET', '/api/v1/coverage/gaps?category=canteen')).toMatchObject({ status: 401, code: 'notLoggedIn', message: '/api/v1/coverage/gaps 需要登录。' })
  })

  test('is shown no outlines of buildings where they are switched off', async () => {
    const { app: shut, logIn } = servedBehind(real, { publicBuildings: false })
    const outlines = '/tiles/outlines/14/13490/6206.pbf'
    expect(await tell(shut, 'GET', outlines)).toMatchObject({ status: 401, code: 'notLoggedIn' })
    expect([200, 204]).toContain((await tell(shut, 'GET', outlines, await logIn('leader'))).status)
    expect([200, 204]).toContain((await tell(shut, 'GET', '/tiles/places/14/13490/6206.pbf')).status)
  })
})
