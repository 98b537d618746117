import { describe, expect, test } from 'vitest'
import { codeDigits } from '../../geodata/contract/steering.ts'
import type { Caller } from '../../server/security/caller.ts'
import { openChannels } from '../../server/steering/channels.ts'
import { oneTimeCodes } from '../../server/steering/codes.ts'
import { noLimits, tell, testOrigin } from '../tools/accounts.ts'
import { eventReader, type EventReader } from '../tools/event-reader.ts'
import { servedBehind, servedCity } from '../tools/served-city.ts'

const minute = 60_000
let now = Date.parse('2026-10-01T08:00:00Z')
const city = await servedCity(null, null, { clock: () => now })
const { app, security } = city
const leader = await city.logIn('leader')
const stranger = { origin: testOrigin }

type Pairing = { key: string; code: string; seconds: number }
const open = async (): Promise<Pairing> => (await tell(app, 'POST', '/api/v1/steering', await city.logIn('leader'))).body as Pairing
const join = (code: string, name = '') => tell(app, 'POST', '/api/v1/steering/join', stranger, { code, name })
const phoneOf = async ({ code }: Pairing, name = ''): Promise<string> => ((await join(code, name)).body as { key: string }).key
const listen = async (key: string): Promise<EventReader> => eventReader(await app.request(`/api/v1/steering/${key}/events`))
const command = (key: string, body: unknown) => tell(app, 'POST', `/api/v1/steering/${key}/commands`, stranger, body)
const shown = { title: '参观', step: 1, steps: [{ title: '全区' }, { title: '东门' }, { title: '结束' }], words: '一刻钟够得着的食堂', notes: '先说老人', playing: false, theme: 'light', board: null }

describe('a wall and its phone', () => {
  test('hear each other: what is shown goes to the phone, what is pressed goes to the wall', async () => {
    const wall = await open()
    expect([wall.code, wall.seconds]).toEqual([expect.stringMatching(/^\d{6}$/), 600])
    const atWall = await listen(wall.key)
    expect(await atWall.next()).toEqual({ event: 'peers', body: { wall: true, code: true, phones: [] } })
    const phone = await phoneOf(wall, ' 张三 ')
    expect(await atWall.next()).toEqual({ event: 'peers', body: { wall: true, code: false, phones: [{ name: '张三', here: false }] } })
    expect((await tell(app, 'POST', `/api/v1/steering/${wall.key}/shown`, leader, shown)).body).toEqual({ wall: true, code: false, phones: [{ name: '张三', here: false }] })
    const atPhone = await listen(phone)
    expect([await atPhone.next(), await atPhone.next()]).toEqual([{ event: 'peers', body: { wall: true, code: false, phones: [{ name: '张三', here: true }] } }, { event: 'shown', body: shown }])
    expect((await atWall.next())?.event).toBe('peers')
    for (const pressed of [{ kind: 'next' }, { kind: 'back' }, { kind: 'pause' }, { kind: 'play' }, { kind: 'step', step: 2 }, { kind: 'theme', theme: 'red' }, { kind: 'board', board: 'noMeals' }, { kind: 'board', board: null }]) {
      expect((await command(phone, pressed)).body).toEqual({ heard: true })
      expect(await atWall.next()).toEqual({ event: 'command', body: pressed })
    }
    await tell(app, 'POST', `/api/v1/steering/${wall.key}/shown`, leader, { ...shown, step: 2 })
    expect(await atPhone.next()).toEqual({ event: 'shown', body: { ...shown, step: 2 } })
    await atWall.leave()
    expect(await atPhone.next()).toMatchObject({ event: 'peers', body: { wall: false } })
    expect((await command(phone, { kind: 'next' })).body).toEqual({ heard: false })
    await atPhone.leave()
  })

  test('do not hear another wall or its phone', async () => {
    const [one, other] = [await open(), await open()]
    const [atOne, atOther] = [await listen(one.key), await listen(other.key)]
    const [phoneOne, phoneOther] = [await phoneOf(one, 'one'), await phoneOf(other, 'other')]
    for (let i = 0; i < 20; i++) await command(i % 3 === 0 ? phoneOther : phoneOne, { kind: 'step', step: i })
    await tell(app, 'DELETE', `/api/v1/steering/${one.key}`, stranger)
    await tell(app, 'DELETE', `/api/v1/steering/${other.key}`, stranger)
    const heard = async (reader: EventReader): Promise<unknown[]> => {
      const steps: unknown[] = []
      for (let told = await reader.next(); told; told = await reader.next()) if (told.event === 'command') steps.push(Reflect.get(told.body as object, 'step'))
      return steps
    }
    const all = Array.from({ length: 20 }, (_, i) => i)
    expect([await heard(atOne), await heard(atOther)]).toEqual([all.filter((i) => i % 3 !== 0), all.filter((i) => i % 3 === 0)])
  })

  test('each have a key of their own: neither speaks for the other, and nobody for both', async () => {
    const wall = await open()
    const phone = await phoneOf(wall)
    expect((await command(wall.key, { kind: 'next' })).code).toBe('steeringEnded')
    expect((await tell(app, 'POST', `/api/v1/steering/${phone}/shown`, leader, shown)).code).toBe('steeringEnded')
    expect((await tell(app, 'POST', `/api/v1/steering/${phone}/code`, leader)).code).toBe('steeringEnded')
    expect((await tell(app, 'POST', `/api/v1/steering/${wall.key}/shown`, stranger, shown)).code).toBe('notLoggedIn')
    expect((await command('x'.repeat(43), { kind: 'next' })).message).toBe('这次讲解已结束，请在大屏上取新的码。')
    expect((await command(phone, { kind: 'explode' })).code).toBe('invalidRecord')
  })

  test('are told in a sentence what a command may be', async () => {
    const phone = await phoneOf(await open())
    const told = async (body: unknown): Promise<string> => { const { status, message } = await command(phone, body); return `${status} ${message}` }
    expect(await told({ kind: 'step', step: 200 })).toBe('400 有 1 处需要改正：step 不能大于 199，收到的是 200。')
    expect(await told({ kind: 'jump' })).toBe('400 有 1 处需要改正：kind 应为以下之一：next、back、pause、play、step、theme、board；收到的是“jump”。')
    expect(await told({ kind: 'next', more: 1 })).toBe('400 有 1 处需要改正：more 没有“more”这一项，可填：kind、step、theme、board。')
    expect((await tell(app, 'GET', '/api/v1/wall/buildings/-1?lens=meals', leader)).message).toBe('参数 index 应为不小于 0 的整数，收到的是“-1”。')
  })
  test('end when the wall says so, and the phone alone when it leaves', async () => {
    const wall = await open()
    const [first, atWall] = [await phoneOf(wall, 'a'), await listen(wall.key)]
    const next = (await tell(app, 'POST', `/api/v1/steering/${wall.key}/code`, leader)).body as Pairing
    const second = await phoneOf({ ...wall, code: next.code }, 'b')
    await tell(app, 'DELETE', `/api/v1/steering/${first}`, stranger)
    expect((await command(first, { kind: 'next' })).code).toBe('steeringEnded')
    const atPhone = await listen(second)
    expect(await atPhone.next()).toEqual({ event: 'peers', body: { wall: true, code: false, phones: [{ name: 'b', here: true }] } })
    await tell(app, 'DELETE', `/api/v1/steering/${wall.key}`, stranger)
    expect(await atPhone.next()).toEqual({ event: 'end', body: { reason: 'closed' } })
    expect(await atPhone.next()).toBe(null)
    await atWall.leave()
    expect((await app.request(`/api/v1/steering/${second}/events`)).status).toBe(404)
  })

  test('end after two hours in which nobody pressed anything', async () => {
    // A screen, whose log-in never ends by itself.
    const { link } = (await tell(app, 'POST', '/api/v1/devices', await city.logIn('administrator'), { name: '大厅', area: null })).body as { link: string }
    const { cookie } = await tell(app, 'POST', '/api/v1/session/device', stranger, { token: link.split('=')[1] })
    const wall = (await tell(app, 'POST', '/api/v1/steering', { ...stranger, cookie: cookie ?? '' })).body as Pairing
    const phone = await phoneOf(wall)
    const said = async (): Promise<string | null> => (await tell(app, 'GET', `/api/v1/steering/${phone}/commands`)).code ?? (await command(phone, { kind: 'next' })).code
    now += 119 * minute
    expect((await command(phone, { kind: 'next' })).status).toBe(200)
    now += 119 * minute
    expect((await command(phone, { kind: 'next' })).status).toBe(200)
    now += 121 * minute
    expect((await command(phone, { kind: 'next' })).code).toBe('steeringEnded')
    expect(await said()).toBe('methodNotAllowed')
  })

  test('end with the log-in that opened the wall, and with the server', async () => {
    const headers = await city.logIn('leader')
    const wall = (await tell(app, 'POST', '/api/v1/steering', headers)).body as Pairing
    const phone = await phoneOf(wall)
    await tell(app, 'DELETE', '/api/v1/session', headers)
    expect((await command(phone, { kind: 'next' })).code).toBe('steeringEnded')
    const ending = servedBehind(city, {})
    const last = (await tell(ending.app, 'POST', '/api/v1/steering', await ending.logIn('leader'))).body as Pairing
    const stream = eventReader(await ending.app.request(`/api/v1/steering/${last.key}/events`))
    expect((await stream.next())?.event).toBe('peers')
    ending.security.endSteering()
    expect([await stream.next(), await stream.next()]).toEqual([{ event: 'end', body: { reason: 'restart' } }, null])
    // As after the restart: nothing of it was kept.
    expect((await ending.app.request(`/api/v1/steering/${last.key}/events`)).status).toBe(404)
  })
})

describe('a code', () => {
  test('is used once, and not after ten minutes', async () => {
    const wall = await open()
    expect((await join(wall.code)).status).toBe(200)
    expect(await join(wall.code)).toMatchObject({ status: 403, code: 'wrongCode', message: '码不对或已失效，请看大屏上的六位码。' })
    const late = await open()
    now += 10 * minute
    expect((await join(late.code)).code).toBe('wrongCode')
    const again = (await tell(app, 'POST', `/api/v1/steering/${late.key}/code`, await city.logIn('leader'))).body as Pairing
    expect((await join(again.code)).status).toBe(200)
    now += 11 * minute
  })

  test('stands whoever guesses wrong: five tries shut out their own network alone', async () => {
    const behind = servedBehind(city, { proxy: true, clock: () => now, limits: noLimits })
    const wall = (await tell(behind.app, 'POST', '/api/v1/steering', await behind.logIn('leader'))).body as Pairing
    const tryOne = (code: string, from: string) => tell(behind.app, 'POST', '/api/v1/steering/join', { ...stranger, 'x-forwarded-for': from }, { code, name: '' })
    const wrong = wall.code === '000000' ? '000001' : '000000'
    for (let i = 0; i < 5; i++) expect((await tryOne(wrong, '10.0.0.1')).code).toBe('wrongCode')
    expect(await tryOne(wall.code, '10.0.0.1')).toMatchObject({ status: 429, code: 'tooManyRequests' })
    for (let i = 2; i < 10; i++) expect((await tryOne(wrong, `10.0.0.${i}`)).code).toBe('wrongCode')
    expect((await tryOne(wall.code, '10.0.0.20')).status).toBe(200)
  })

  const wrongOf = (digits: string): string => (digits === '999999' ? '000000' : '999999')

  test('cannot be tried a sixth time by an address that was wrong five times, until ten minutes have passed', () => {
    let at = 0
    const codes = oneTimeCodes<string>(() => at)
    for (let i = 0; i < 5; i++) {
      const { digits } = codes.give('wall')
      expect([codes.secondsLocked('2001:db8::1'), codes.use(wrongOf(digits), '2001:db8::1')]).toEqual([0, null])
    }
    at += minute
    // The whole network of a household counts as one.
    expect([codes.secondsLocked('2001:db8::ffff'), codes.secondsLocked('2001:db9::1')]).toEqual([540, 0])
    at += 9 * minute
    expect(codes.secondsLocked('2001:db8::1')).toBe(0)
  })

  test.each([1, 10, 40])('is hit by a stranger with ever new addresses with one chance in a thousand in ten minutes at most, but for the last try (%i open)', (open) => {
    let at = 0
    const codes = oneTimeCodes<number>(() => at)
    const given = Array.from({ length: open }, (_, i) => codes.give(i).digits)
    const wrong = Array.from({ length: open + 1 }, (_, i) => String(i).padStart(codeDigits, '0')).find((digits) => !given.includes(digits)) ?? ''
    let tries = 0
    for (; codes.secondsLocked(`10.${tries >> 8}.${tries & 255}.1`) === 0; tries++) codes.use(wrong, `10.${tries >> 8}.${tries & 255}.1`)
    // Twice: the last moment of one span and the first of the next.
    expect(2 * tries * open).toBeLessThanOrEqual(1000 + 2 * open)
    expect(tries).toBeGreaterThanOrEqual(500 / open)
    // An address that never tried waits as well, and no longer than a code holds; every code still stands.
    expect(codes.secondsLocked('192.0.2.1')).toBeLessThanOrEqual(600)
    expect(given.every((_, i) => codes.stands(i))).toBe(true)
    at += 9 * minute
    expect(codes.secondsLocked('192.0.2.1')).toBe(60)
    at += minute
    expect([codes.secondsLocked('192.0.2.1'), codes.use(codes.give(0).digits, '192.0.2.1')]).toEqual([0, 0])
  })

  test('has six digits, each as likely as the others, and no two walls have the same', () => {
    const codes = oneTimeCodes<number>(() => 0)
    const given = Array.from({ length: 3000 }, (_, i) => codes.give(i).digits)
    expect([new Set(given).size, given.every((one) => /^\d+$/.test(one) && one.length === codeDigits)]).toEqual([3000, true])
    for (let place = 0; place < codeDigits; place++) for (let digit = 0; digit < 10; digit++) expect(given.filter((one) => one[place] === String(digit)).length).toBeGreaterThan(200)
  })

  test('that is guessed is told once in the log, without the code or where it came from', async () => {
    for (let i = 0; i < 3; i++) await join('31415'.padEnd(6, String(i)))
    await security.store.later.soon(() => {})
    const lines = security.store.audit.latest(100).filter(({ action, outcome }) => action === 'steeringJoin' && outcome === 'refused')
    expect(lines.every(({ account, subject }) => account === null && (subject === 'wrongCode' || subject === 'tooManyRequests'))).toBe(true)
    expect(JSON.stringify(lines)).not.toContain('31415')
    expect(lines.length).toBeGreaterThan(0)
  })
})

describe('the memory of it', () => {
  const caller = (name: string): Caller => ({ role: 'leader', areas: [], account: name, mustChangePassword: false, session: null, address: '10.0.0.1' })

  test('holds three hundred walls and eight of one account, whose oldest give way', () => {
    const channels = openChannels(() => true, () => 0)
    const first = channels.open(caller('a'))
    for (let i = 0; i < 7; i++) channels.open(caller('a'))
    expect([channels.over(first.key), channels.size]).toEqual([null, 8])
    channels.open(caller('a'))
    expect([channels.over(first.key), channels.size]).toEqual(['closed', 8])
    for (let i = 0; channels.size < 300; i++) channels.open(caller(`b${i}`))
    expect(() => channels.open(caller('c'))).toThrow('tooManyRequests')
    channels.close()
    expect(channels.size).toBe(0)
  })

  test('has room for four phones at a wall and six pages of each; one that is gone makes room first', () => {
    const channels = openChannels(() => true, () => 0)
    const wall = channels.open(caller('a'))
    const keys: string[] = []
    let code = wall.code
    for (let i = 0; i < 4; i++) {
      keys.push(channels.join(code, `p${i}`, '10.0.0.1').key)
      if (i !== 1) channels.listen(keys[i], { send: () => {}, end: () => {} })
      code = channels.renew(wall.key).code
    }
    channels.join(code, 'p4', '10.0.0.1')
    expect(keys.map((key) => channels.over(key))).toEqual([null, 'closed', null, null])
    for (let i = 0; i < 6; i++) channels.listen(wall.key, { send: () => {}, end: () => {} })
    expect(() => channels.listen(wall.key, { send: () => {}, end: () => {} })).toThrow('tooManyRequests')
  })
})

test('nothing went wrong behind the answers', () => { expect(city.trouble).toEqual([]) })
