import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, test } from 'vitest'
import { exchanges } from '../../../geodata/contract/all.ts'
import { createApp } from '../../../server/app.ts'
import { openSecurity } from '../../../server/security/security.ts'
import { connect } from '../../../server/store/driver.ts'
import { openAccounts } from '../../../server/store/open-accounts.ts'
import { openStore } from '../../../server/store/open-store.ts'
import { startEngine } from '../../../server/engine.ts'
import { logInBy, newAccount, tell, testOrigin, testPassword, type Told } from '../../tools/accounts.ts'
import { servedCity } from '../../tools/served-city.ts'

const minute = 60_000
let now = Date.parse('2026-03-02T00:00:00Z')
const { app, security, path, trouble } = await servedCity(null, null, { clock: () => now })

const read = (cookie: string | null, headers: Readonly<Record<string, string>> = {}): Promise<Told> => tell(app, 'GET', '/api/v1/session', { ...(cookie !== null && { cookie }), ...headers })
const ended = { status: 401, code: 'sessionEnded', message: '登录已失效，请重新登录。' }

async function fresh(role: 'leader' | 'administrator' = 'leader', mustChange = false) {
  const account = await newAccount(security, role, [], mustChange)
  const { cookie } = await logInBy(app, account)
  if (cookie === null) throw new Error('not logged in')
  return { ...account, cookie, headers: { cookie, origin: testOrigin } }
}

describe('a session', () => {
  test('says who is logged in until they log out, and its id is worth nothing afterwards', async () => {
    const { name, cookie, headers } = await fresh()
    expect((await read(cookie)).body).toMatchObject({ account: { name, role: 'leader', mustChangePassword: false }, role: 'leader', idleMinutes: 30, ends: '2026-03-02T12:00:00.000Z' })
    const out = await tell(app, 'DELETE', '/api/v1/session', headers)
    expect([out.status, out.cookie]).toEqual([200, 'linli-session='])
    const replayed = await read(cookie)
    expect(replayed).toMatchObject(ended)
    expect(replayed.headers.get('set-cookie')).toContain('Max-Age=0')
    expect((await read(null)).body).toMatchObject({ account: null, role: 'public' })
  })

  test('ends after half an hour without a request, each request counting anew', async () => {
    const { cookie } = await fresh()
    for (let i = 0; i < 3; i++) {
      now += 29 * minute
      expect((await read(cookie)).status).toBe(200)
    }
    now += 30 * minute
    expect(await read(cookie)).toMatchObject(ended)
    // Nor does it come back when the clock of the machine is set back.
    now -= 29 * minute
    expect(await read(cookie)).toMatchObject(ended)
  })

  test('ends after twelve hours however busy it is', async () => {
    const { cookie } = await fresh()
    const begun = now
    for (; now < begun + 12 * 60 * minute; now += 20 * minute) expect((await read(cookie)).status).toBe(200)
    now = begun + 12 * 60 * minute - 1
    expect((await read(cookie)).status).toBe(200)
    now += 1
    expect(await read(cookie)).toMatchObject(ended)
  })

  test('lives on when the server is started again, and its idle time is remembered', async () => {
    const { cookie } = await fresh()
    now += 20 * minute
    await read(cookie)
    await new Promise((resolve) => { setTimeout(resolve, 20) })
    const again = await servedFrom(path)
    now += 25 * minute
    expect((await tell(again.app, 'GET', '/api/v1/session', { cookie })).status).toBe(200)
    again.close()
  })

  test('is stored as a hash: neither id nor password is anywhere in the database files', async () => {
    const { cookie } = await fresh()
    await new Promise((resolve) => { setTimeout(resolve, 20) })
    const bytes = Buffer.concat(['', '-wal'].map((ending) => readFileSync(path + ending))).toString('latin1')
    expect(bytes).toContain('$argon2id$v=19$m=8,t=1,p=1$')
    expect(bytes).not.toContain(cookie.split('=')[1])
    expect(bytes).not.toContain(testPassword)
  })

  test('begins, counts and ends in memory while another process holds the write lock, and is written when it lets go', async () => {
    const account = await newAccount(security, 'leader')
    const other = openAccounts(path, () => {})
    const loading = connect(path)
    loading.exec('BEGIN IMMEDIATE')
    const [kept, left] = [await logInBy(app, account), await logInBy(app, account)]
    expect((await read(kept.cookie)).status).toBe(200)
    expect((await tell(app, 'DELETE', '/api/v1/session', { cookie: left.cookie ?? '', origin: testOrigin })).status).toBe(200)
    expect(await read(left.cookie)).toMatchObject(ended)
    const key = security.store.accounts.byName(account.name)?.key ?? 0
    expect(other.sessions.ofAccount(key)).toEqual([])
    loading.exec('COMMIT')
    loading.close()
    await expect.poll(() => other.sessions.ofAccount(key).length).toBe(1)
    expect((await read(kept.cookie)).status).toBe(200)
    other.close()
  })
})

describe('an id that is not ours', () => {
  test('is not taken up at log-in: the one after is new, and the planted one is worth nothing', async () => {
    const account = await newAccount(security, 'leader')
    const planted = `linli-session=${'A'.repeat(43)}`
    const { cookie } = await logInBy(app, account, { cookie: planted })
    expect(cookie).toMatch(/^linli-session=[\w-]{43}$/)
    expect(cookie).not.toBe(planted)
    expect(await read(planted)).toMatchObject(ended)
  })

  test('a session that was there before a log-in is ended by it, so that nobody who knows its id rides along', async () => {
    const attacker = await fresh()
    const victim = await newAccount(security, 'administrator')
    const { cookie } = await logInBy(app, victim, { cookie: attacker.cookie })
    expect((await read(cookie)).body).toMatchObject({ account: { name: victim.name } })
    expect(await read(attacker.cookie)).toMatchObject(ended)
  })

  test('forged, cut, changed and garbled cookies are refused in the one shape, and taken away', async () => {
    const { cookie } = await fresh()
    const id = cookie.split('=')[1]
    const stored = security.store.sessions.ofAccount(1).map(({ hash }) => Buffer.from(hash).toString('base64url'))
    const flipped = id.startsWith('A') ? `B${id.slice(1)}` : `A${id.slice(1)}`
    for (const forged of ['', 'x', id.slice(0, 42), `${id}A`, flipped, id.toLowerCase(), `${id}%00`, '%', "' OR 1=1 --", '../../etc/passwd', 'null', '0', 'A'.repeat(4000), `"${id}"`, ...stored]) {
      if (forged === id) continue
      const told = await read(`linli-session=${forged}`)
      expect([forged, told.status, told.code, told.cookie]).toEqual([forged, 401, 'sessionEnded', 'linli-session='])
    }
    expect((await read(`theme=dark; ${cookie}; other=1`)).status).toBe(200)
    // Another name is no session of ours, and not refused.
    expect((await read(`session=${id}`)).body).toMatchObject({ account: null })
  })

  test('a broken session does not stand in the way of a log-in', async () => {
    const account = await newAccount(security, 'leader')
    expect((await logInBy(app, account, { cookie: 'linli-session=gone' })).status).toBe(200)
  })
})

describe('an account', () => {
  test('that is disabled by another process has no session any more, at once', async () => {
    const { name, cookie } = await fresh()
    const other = openAccounts(path, () => {})
    const account = other.accounts.byName(name)
    await other.later.soon(() => other.accounts.setDisabled(account?.key ?? 0, true))
    other.close()
    expect(await read(cookie)).toMatchObject(ended)
    expect(await logInBy(app, { name, password: testPassword })).toMatchObject({ status: 401, code: 'badCredentials', message: '用户名或口令不对。' })
  })

  test('whose password changes keeps one session, under a new id; every other one ends', async () => {
    const account = await newAccount(security, 'leader')
    const [here, there] = [await logInBy(app, account), await logInBy(app, account)]
    const next = 'Another-88'
    const changed = await tell(app, 'POST', '/api/v1/session/password', { cookie: here.cookie ?? '', origin: testOrigin }, { current: testPassword, next })
    expect([changed.status, changed.cookie === here.cookie]).toEqual([200, false])
    for (const cookie of [here.cookie, there.cookie]) expect(await read(cookie)).toMatchObject(ended)
    expect((await read(changed.cookie)).body).toMatchObject({ account: { name: account.name } })
    expect([(await logInBy(app, account)).code, (await logInBy(app, { ...account, password: next })).status]).toEqual(['badCredentials', 200])
  })

  test('with a one-time password may read its session, log out and change the password, and nothing else', async () => {
    const { headers } = await fresh('administrator', true)
    expect((await tell(app, 'GET', '/api/v1/session', headers)).body).toMatchObject({ account: { mustChangePassword: true } })
    const asked = [['GET', '/api/v1/meta'], ['GET', '/api/v1/areas'], ['GET', '/api/v1/coverage?category=canteen'], ['GET', '/api/v1/coverage/gaps?category=canteen']]
    for (const [method, address] of asked) expect(await tell(app, method, address, headers)).toMatchObject({ status: 403, code: 'passwordChangeDue', message: '这是一次性口令，请先修改口令。' })
    const changed = await tell(app, 'POST', '/api/v1/session/password', headers, { current: testPassword, next: 'Another-88' })
    expect([changed.status, changed.body]).toMatchObject([200, { account: { mustChangePassword: false } }])
    expect((await tell(app, 'GET', '/api/v1/meta', { cookie: changed.cookie ?? '' })).status).toBe(200)
  })
})

describe('a request from another site', () => {
  const unsafe = Object.values(exchanges).filter(({ method }) => method !== 'GET')
  const foreign: [name: string, headers: Record<string, string>][] = [
    ['a foreign page', { origin: 'https://evil.example' }], ['a foreign page that lies about where it is', { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }], ['a page in a sandbox', { origin: 'null' }],
    ['the same host on another port', { origin: 'http://127.0.0.1:9999' }], ['a page whose name begins like ours', { origin: 'http://127.0.0.1:8787.evil.example' }], ['our name by https', { origin: 'https://127.0.0.1:8787' }],
    ['a browser that tells only the site', { 'sec-fetch-site': 'cross-site' }], ['a sister site', { 'sec-fetch-site': 'same-site' }], ['a foreign page seen as ours by Origin alone', { origin: testOrigin, 'sec-fetch-site': 'cross-site' }],
  ]

  test.each(foreign)('is refused for everything that changes something, with and without a session: %s', async (_, headers) => {
    const { cookie } = await fresh('administrator')
    const sessions: Record<string, string>[] = [{}, { cookie }]
    for (const { method, path: pattern } of unsafe) {
      for (const carried of sessions) {
        const told = await tell(app, method, pattern.replaceAll(/:\w+/g, 'x'), { ...headers, ...carried }, {})
        expect([method, pattern, told.status, told.code]).toEqual([method, pattern, 403, 'foreignOrigin'])
      }
    }
    expect((await read(cookie)).status).toBe(200)
  })

  test('a program without a browser needs no Origin, but may not carry a session without one', async () => {
    const account = await newAccount(security, 'leader')
    const { status, cookie } = await tell(app, 'POST', '/api/v1/session', {}, account)
    expect(status).toBe(200)
    expect(await tell(app, 'DELETE', '/api/v1/session', { cookie: cookie ?? '' })).toMatchObject({ status: 403, code: 'foreignOrigin', message: '这个请求来自别的网站（—），已拒绝。' })
    expect((await tell(app, 'DELETE', '/api/v1/session', { cookie: cookie ?? '', 'sec-fetch-site': 'same-origin' })).status).toBe(200)
  })

  test('cannot log anyone in', async () => {
    const account = await newAccount(security, 'leader')
    expect(await logInBy(app, account, { origin: 'https://evil.example' })).toMatchObject({ status: 403, cookie: null })
  })
})

test('nothing went wrong behind the answers', () => {
  expect(trouble).toEqual([])
})

/** A second server over the same database, as after a restart. */
async function servedFrom(database: string) {
  const store = await openStore(database)
  const engine = startEngine({ path: database, dataFolder: dirname(database), store, trouble: () => {} })
  const again = openSecurity({ path: database, host: '127.0.0.1', publicUrl: testOrigin, tls: false, openDemo: true, proxy: false, publicBuildings: true, trouble: () => {}, clock: () => now })
  return {
    app: createApp({ engine, security: again, publicUrl: testOrigin, webFolder: null, trouble: () => {} }),
    close: () => {
      again.close()
      void engine.close().then(() => store.close())
    },
  }
}
