import { describe, expect, test } from 'vitest'
import { nameHash as hashOf } from '../../../server/security/lockout.ts'
import { openAccounts } from '../../../server/store/open-accounts.ts'
import { logInBy, newAccount, tell, testOrigin, testPassword } from '../../tools/accounts.ts'
import { servedCity } from '../../tools/served-city.ts'

const minute = 60_000
let now = Date.parse('2026-03-02T00:00:00Z')
const { app, security, path, trouble } = await servedCity(null, null, { clock: () => now })

const wrong = { status: 401, code: 'badCredentials', message: '用户名或口令不对。' }
const locked = (minutes: number) => ({ status: 429, code: 'lockedOut', message: `连续输错 5 次，这个用户名已锁定，${minutes} 分钟后再试。` })

async function failures(name: string, times: number): Promise<unknown[]> {
  const told: unknown[] = []
  for (let i = 0; i < times; i++) told.push(await logInBy(app, { name, password: `wrong-${i}` }))
  return told
}

describe('five failures lock a name for half an hour', () => {
  test('whether there is such an account or not, in the same words', async () => {
    const { name } = await newAccount(security, 'leader')
    for (const tried of [name, 'nobody-of-that-name']) {
      expect(await failures(tried, 5)).toMatchObject([wrong, wrong, wrong, wrong, locked(30)])
      expect(await logInBy(app, { name: tried, password: testPassword })).toMatchObject(locked(30))
    }
  })

  test('the right password opens it after that, and not a minute before', async () => {
    const account = await newAccount(security, 'leader')
    await failures(account.name, 5)
    now += 29 * minute
    expect(await logInBy(app, account)).toMatchObject(locked(1))
    now += minute
    expect((await logInBy(app, account)).status).toBe(200)
  })

  test('a success clears the count, and so does half an hour', async () => {
    const account = await newAccount(security, 'leader')
    await failures(account.name, 4)
    expect((await logInBy(app, account)).status).toBe(200)
    expect(await failures(account.name, 4)).toMatchObject([wrong, wrong, wrong, wrong])
    now += 30 * minute
    expect(await failures(account.name, 4)).toMatchObject([wrong, wrong, wrong, wrong])
  })

  test('however the name is written', async () => {
    const { name } = await newAccount(security, 'leader')
    await failures(name.toUpperCase(), 3)
    await failures(name, 2)
    expect(await logInBy(app, { name, password: testPassword })).toMatchObject(locked(30))
  })

  test('a hundred tries at once are no more than five', async () => {
    const account = await newAccount(security, 'leader')
    const told = await Promise.all(Array.from({ length: 40 }, (_, i) => logInBy(app, { name: account.name, password: `wrong-${i}` })))
    expect(told.filter(({ code }) => code === 'lockedOut').length).toBeGreaterThanOrEqual(35)
    expect(await logInBy(app, account)).toMatchObject(locked(30))
  })

  test('the present password cannot be guessed through a session that was left open either', async () => {
    const account = await newAccount(security, 'leader')
    const { cookie } = await logInBy(app, account)
    const change = (current: string) => tell(app, 'POST', '/api/v1/session/password', { cookie: cookie ?? '', origin: testOrigin }, { current, next: 'Another-88' })
    for (let i = 0; i < 4; i++) expect(await change(`wrong-${i}`)).toMatchObject(wrong)
    expect(await change('wrong-4')).toMatchObject(locked(30))
    expect(await change(testPassword)).toMatchObject(locked(30))
  })

  test('a start of the server in between does not forget it', async () => {
    const { name } = await newAccount(security, 'leader')
    await failures(name, 5)
    const again = openAccounts(path, () => {})
    await expect.poll(() => again.failures.find(hashOf(name))?.failures).toBe(5)
    again.close()
  })
})

test('log-ins and their failures are audited, without the name where no account has it', async () => {
  const { name, password } = await newAccount(security, 'leader')
  await logInBy(app, { name, password: 'wrong' })
  await logInBy(app, { name: 'My-Password-1', password: 'wrong' })
  const { cookie } = await logInBy(app, { name, password })
  await tell(app, 'DELETE', '/api/v1/session', { cookie: cookie ?? '', origin: testOrigin })
  const line = (account: string | null, action: string, subject: string | null, outcome: string) => ({ at: new Date(now).toISOString(), account, action, subject, outcome })
  await expect.poll(() => security.store.audit.latest(4)).toEqual([line(name, 'logOut', null, 'done'), line(name, 'logIn', null, 'done'), line(null, 'logIn', 'unknown name', 'refused'), line(name, 'logIn', 'badCredentials', 'refused')])
})

test('nothing went wrong behind the answers', () => {
  expect(trouble).toEqual([])
})
