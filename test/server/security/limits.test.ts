import { describe, expect, test } from 'vitest'
import { addressOf } from '../../../server/security/address.ts'
import { tokenBuckets, usualLimits } from '../../../server/security/limits.ts'
import { newAccount, tell, testOrigin } from '../../tools/accounts.ts'
import { servedBehind, servedCity } from '../../tools/served-city.ts'

const minute = 60_000
let now = Date.parse('2026-03-02T00:00:00Z')
const city = await servedCity(null, null, { clock: () => now, limits: usualLimits, proxy: true })
const { app, security } = city

/** As a proxy of ours hands a request on. */
const from = (address: string): Record<string, string> => ({ 'x-forwarded-for': address, origin: testOrigin })

describe('one address may ask so often in a minute', () => {
  test('ten log-ins, right or wrong; then it is told how long to wait, and others are not', async () => {
    const account = await newAccount(security, 'leader')
    for (let i = 0; i < 10; i++) expect((await tell(app, 'POST', '/api/v1/session', from('203.0.113.7'), account)).status).toBe(200)
    const told = await tell(app, 'POST', '/api/v1/session', from('203.0.113.7'), account)
    expect([told.status, told.code, told.message, told.headers.get('retry-after')]).toEqual([429, 'tooManyRequests', '请求太频繁，请 6 秒后再试。', '6'])
    expect((await tell(app, 'POST', '/api/v1/session', from('203.0.113.8'), account)).status).toBe(200)
    now += 6000
    expect((await tell(app, 'POST', '/api/v1/session', from('203.0.113.7'), account)).status).toBe(200)
  })

  test('ten log-ins from this machine too', async () => {
    const codes: (string | null)[] = []
    for (let i = 0; i < 11; i++) codes.push((await tell(app, 'POST', '/api/v1/session', from('127.0.0.1'), { name: `nobody-${i}`, password: 'x' })).code)
    expect(codes).toEqual([...Array.from({ length: 10 }, () => 'badCredentials'), 'tooManyRequests'])
  })

  test('as before when the clock is put back', () => {
    let hour = 10
    const bucket = tokenBuckets(2, () => hour * 60 * minute)
    expect([bucket('203.0.113.7'), bucket('203.0.113.7'), bucket('203.0.113.7')]).toEqual([0, 0, 30])
    hour = 2
    expect(bucket('203.0.113.7')).toBe(30)
    hour += 1 / 60
    expect([bucket('203.0.113.7'), bucket('203.0.113.7'), bucket('203.0.113.7')]).toEqual([0, 0, 30])
  })

  test('120 writes', async () => {
    for (let i = 0; i < usualLimits.writes; i++) expect((await tell(app, 'DELETE', '/api/v1/session', from('203.0.113.9'))).status).toBe(200)
    expect(await tell(app, 'DELETE', '/api/v1/session', from('203.0.113.9'))).toMatchObject({ status: 429, code: 'tooManyRequests' })
    expect((await tell(app, 'GET', '/api/v1/session', from('203.0.113.9'))).status).toBe(200)
  })

  test('two hundred reports stop nobody else: not the editors behind that address, not those of another who speak of the same place', async () => {
    const send = (address: string, id: string) => tell(app, 'POST', `/api/v1/venues/${id}/reports`, from(address), { fields: ['hours'] })
    const codes = await Promise.all(Array.from({ length: 200 }, () => send('2001:db8:7:7::1', 'one-place').then(({ code }) => code)))
    expect([codes.filter((code) => code === 'tooManyRequests').length, (await send('2001:db8:7:7:ffff::9', 'one-place')).status]).toEqual([197, 429])
    expect((await tell(app, 'DELETE', '/api/v1/session', from('2001:db8:7:7::1'))).status).toBe(200)
    for (let i = 0; i < 3; i++) expect((await send('2001:db8:7:8::1', 'one-place')).code).not.toBe('tooManyRequests')
    // The place has had its six by now, from whomever.
    expect((await send('2001:db8:7:9::1', 'one-place')).code).toBe('tooManyRequests')
  })

  test('3,000 requests of any kind, but from this machine as many as it likes', async () => {
    const { requests } = usualLimits
    for (const address of ['203.0.113.10', '127.0.0.1']) for (let i = 0; i < requests; i++) await app.request('/healthz', { headers: from(address) })
    expect((await tell(app, 'GET', '/healthz', from('203.0.113.10'))).code).toBe('tooManyRequests')
    expect((await tell(app, 'GET', '/nothing-at-all', from('203.0.113.10'))).headers.get('retry-after')).toBe('1')
    expect((await tell(app, 'GET', '/healthz', from('127.0.0.1'))).status).toBe(200)
    now += minute
    expect((await tell(app, 'GET', '/healthz', from('203.0.113.10'))).status).toBe(200)
  })
})

describe('walls and desks behind one address', () => {
  const requests = 30
  const { app, security, logIn } = servedBehind(city, { clock: () => now, limits: { ...usualLimits, requests }, proxy: true })
  const office = '203.0.113.40'
  const ask = async (headers: Record<string, string>): Promise<number> => (await app.request('/healthz', { headers: { ...from(office), ...headers } })).status
  const use = async (headers: Record<string, string>, times: number): Promise<void> => { for (let i = 0; i < times; i++) await ask(headers) }
  const screen = async (): Promise<Record<string, string>> => {
    const added = await tell(app, 'POST', '/api/v1/devices', await logIn('administrator'), { name: `大屏${now % 1000}-${screens++}`, area: null })
    const token = (added.body as { link: string }).link.replace('/screen#device=', '')
    return { cookie: (await tell(app, 'POST', '/api/v1/session/device', from(`198.51.100.${screens}`), { token })).cookie ?? '' }
  }
  let screens = 0
  const session = async (): Promise<Record<string, string>> => ({ cookie: (await tell(app, 'POST', '/api/v1/session', from(`198.51.102.${screens++}`), await newAccount(security, 'leader'))).cookie ?? '' })

  test('have the requests of a minute each: by the session, by the screen, and by the address for whoever is neither', async () => {
    const [desk, wall, other] = [await session(), await screen(), await screen()]
    await use(wall, requests)
    expect(await Promise.all([wall, other, desk, {}].map(ask))).toEqual([429, 200, 200, 200])
    await use(desk, requests)
    await use({}, requests)
    expect(await Promise.all([wall, other, desk, {}].map(ask))).toEqual([429, 200, 429, 429])
    // The same screen under another address is the same screen.
    expect((await app.request('/healthz', { headers: { ...from('203.0.113.41'), ...wall } })).status).toBe(429)
    now += minute
  })

  test('a cookie that is nobody\'s, or that has ended, is an address like any other', async () => {
    const [, name = '', token = ''] = /^([^=]+)=([^;]+)/.exec((await screen()).cookie) ?? []
    const ended = await session()
    await tell(app, 'DELETE', '/api/v1/session', { ...from('198.51.100.90'), ...ended })
    await use({}, requests)
    for (let i = 0; i < 3; i++) expect(await ask({ cookie: `${name}=${token.slice(0, -2)}a${i}` })).toBe(429)
    expect(await ask(ended)).toBe(429)
    expect(await ask({ cookie: `${name}=${token}` })).toBe(200)
    now += minute
  })

  test('one account that logs in again and again has no more than five sessions\' worth', async () => {
    const account = await newAccount(security, 'leader')
    const sessions: { cookie: string }[] = []
    for (let i = 0; i < 6; i++) sessions.push({ cookie: (await tell(app, 'POST', '/api/v1/session', from(`198.51.101.${i}`), account)).cookie ?? '' })
    for (const session of sessions.slice(0, 5)) await use(session, requests - 1)
    await use(sessions[5], 5)
    expect(await ask(sessions[5])).toBe(429)
    expect(await ask(await session())).toBe(200)
    now += minute
  })
})

describe('buckets', () => {
  test('a household has one, whichever address of its network it takes', () => {
    const take = tokenBuckets(1, () => now)
    expect([take('2001:db8:1:2::7'), take('2001:db8:1:2:3:4:5:6'), take('2001:db8:1:3::7'), take('::1'), take('::2')]).toEqual([0, 60, 0, 0, 60])
  })

  test('old addresses written in the new notation are each somebody else\'s, however they are written', () => {
    const take = tokenBuckets(1, () => now)
    expect(['::ffff:cb00:7107', '::ffff:cb00:7108', '0:0:0:0:0:FFFF:cb00:7107', '64:ff9b::cb00:7107', '64:ff9b::cb00:7108', '2001:0db8::1', '2001:DB8:0:0::2', 'fe80::1%eth0', 'fe80::2%eth1'].map((address) => take(address) > 0)).toEqual([false, false, true, false, false, false, true, false, true])
  })

  test('are as many as memory allows; the one unseen for longest is forgotten first', () => {
    const take = tokenBuckets(1, () => now)
    take('first')
    for (let i = 0; i < 20_000; i++) take(`10.0.${i >> 8}.${i & 255}`)
    expect([take('10.0.78.31'), take('first')]).toEqual([60, 0])
  })

  test('never hold more than a minute\'s worth', () => {
    let clock = 0
    const take = tokenBuckets(10, () => clock)
    take('a')
    clock += 60 * minute
    expect(Array.from({ length: 11 }, () => take('a'))).toEqual([...Array.from({ length: 10 }, () => 0), 6])
  })
})

describe('where a request comes from', () => {
  const context = (forwarded: string | undefined, remoteAddress: string | undefined) => ({ req: { header: () => forwarded }, env: { incoming: { socket: { remoteAddress } } } }) as unknown as Parameters<typeof addressOf>[0]
  test.each([
    ['the socket', false, undefined, '203.0.113.7', '203.0.113.7'], ['what anyone can write is not believed', false, '198.51.100.1', '203.0.113.7', '203.0.113.7'],
    ['the last entry, which our proxy wrote', true, '198.51.100.1, 203.0.113.9', '127.0.0.1', '203.0.113.9'], ['the socket where the proxy says nothing', true, undefined, '127.0.0.1', '127.0.0.1'], ['an old address in the new notation', false, undefined, '::ffff:203.0.113.7', '203.0.113.7'],
  ])('%s', (_, proxy, forwarded, socket, address) => {
    expect(addressOf(context(forwarded, socket), proxy)).toBe(address)
  })
})
