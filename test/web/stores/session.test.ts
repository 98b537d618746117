// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { exchanges } from '../../../geodata/contract/all.ts'
import { roles } from '../../../geodata/contract/exchange.ts'
import { useCityStore } from '../../../web/stores/city.ts'
import { useSessionStore } from '../../../web/stores/session.ts'
import { loggedIn, sessionAnswer } from '../answers.ts'
import { settle, withStores } from '../mounted.ts'
import { refusal, smallServer, type Otherwise } from '../server.ts'

const at = async (otherwise: Otherwise) => {
  const server = withStores(smallServer(otherwise))
  const session = useSessionStore()
  await session.read()
  return { server, session }
}
const as = (answer: ReturnType<typeof sessionAnswer>) => at(({ path }) => (path === '/api/v1/session' ? { body: answer } : undefined))

describe('who reads', () => {
  it('may what the contract gives to their role, and nothing before it is known who they are', async () => {
    withStores()
    expect(useSessionStore().may('gaps')).toBe(false)
    for (const role of roles) {
      const { session } = await as(loggedIn(role))
      const may = (['coverage', 'gaps', 'facilityChange', 'rebuildStart'] as const).map((name) => session.may(name))
      expect(may).toEqual([true, ...(['planner', 'editor', 'administrator'] as const).map((needed) => roles.indexOf(role) >= roles.indexOf(needed))])
    }
  })
  it('of each exchange may exactly those whose role is high enough', async () => {
    const { session } = await as(loggedIn('planner'))
    for (const [name, exchange] of Object.entries(exchanges)) expect(session.may(name as keyof typeof exchanges), name).toBe(['public', 'leader', 'planner'].includes(exchange.role))
  })
  it('loads the tiles their role may', async () => {
    const { session } = await as(sessionAnswer({ role: 'public', demoOpen: false }))
    expect([session.mayLoad('buildings'), session.mayLoad('outlines')]).toEqual([false, true])
  })
  it('without an account is what the open demonstration makes them', async () => {
    const { session } = await as(sessionAnswer())
    expect([session.account, session.role, session.demoOpen, session.may('gaps')]).toEqual([null, 'planner', true, true])
  })
})

describe('logging in and out', () => {
  it('takes what the server answers', async () => {
    const { session, server } = await at(({ path, method }) => (path !== '/api/v1/session' ? undefined : method === 'POST' ? { body: loggedIn('editor') } : { body: sessionAnswer({ role: 'public', demoOpen: false }) }))
    await session.logIn('wang', 'Linden-4711')
    expect(server.asked.at(-1)).toMatchObject({ method: 'POST', body: { name: 'wang', password: 'Linden-4711' } })
    expect([session.account?.name, session.role]).toEqual(['wang', 'editor'])
    await session.logOut()
    expect([session.account, session.endedAccount, session.role]).toEqual([null, null, 'public'])
  })
  it('is not undone by an older question about the session that is answered late', async () => {
    let late = (_reply: { body: unknown }): void => {}
    let first = true
    withStores(smallServer(({ path, method }) => {
      if (path !== '/api/v1/session') return undefined
      if (method === 'POST') return { body: loggedIn('planner') }
      if (first) {
        first = false
        return { body: sessionAnswer({ role: 'public', demoOpen: false }) }
      }
      return new Promise((resolve) => { late = resolve })
    }))
    const session = useSessionStore()
    await session.read()
    const reading = session.read()
    await session.logIn('wang', 'x')
    late({ body: sessionAnswer({ role: 'public', demoOpen: false }) })
    await reading
    await settle()
    expect(session.account?.name).toBe('wang')
  })
  it('stays logged in when the server could not be told of the log-out', async () => {
    const { session } = await at(({ path, method }) => (path !== '/api/v1/session' ? undefined : method === 'DELETE' ? { status: 502, body: '' } : { body: loggedIn('planner') }))
    await session.logOut()
    expect(session.account?.name).toBe('wang')
  })
})

describe('a session that ends', () => {
  const ending = async () => {
    let valid = true
    const found = await at(({ path }) => {
      if (path === '/api/v1/session') return { body: valid ? loggedIn('planner') : sessionAnswer({ role: 'public', demoOpen: false }) }
      return valid ? undefined : refusal('sessionEnded', '登录已失效，请重新登录。', 401)
    })
    valid = false
    await useCityStore().refresh()
    await settle()
    return found
  }
  it('is noticed by whatever is asked, and leaves nobody logged in', async () => {
    const { session } = await ending()
    expect([session.account, session.endedAccount]).toEqual([null, 'wang'])
  })
  it('is no change of reader, so that nothing on the page is thrown away', async () => {
    const { session } = await ending()
    expect([session.role, session.may('gaps')]).toEqual(['planner', true])
    expect(JSON.parse(session.reader ?? '')).toEqual(['wang', 'planner', []])
  })
  it('asks the server once more who reads, not once for each refusal', async () => {
    const { server } = await ending()
    expect(server.askedFor('/api/v1/session')).toHaveLength(2)
  })
  it('is noticed too when the server only says that nobody is logged in, but not when another tab logged out', async () => {
    for (const elsewhere of [false, true]) {
      let inside = true
      const { session } = await at(({ path }) => (path === '/api/v1/session' ? { body: inside ? loggedIn('planner') : sessionAnswer({ role: 'public', demoOpen: false }) } : undefined))
      inside = false
      await session.read({ elsewhere })
      expect([session.account, session.endedAccount]).toEqual([null, elsewhere ? null : 'wang'])
    }
  })
  it('before the page was opened is nobody\'s, and needs one more question', async () => {
    let cookie = true
    const { session, server } = await at(({ path }) => {
      if (path !== '/api/v1/session') return undefined
      if (!cookie) return { body: sessionAnswer({ role: 'public', demoOpen: false }) }
      cookie = false
      return refusal('sessionEnded', '', 401)
    })
    expect([session.known, session.account, session.endedAccount]).toEqual([true, null, null])
    expect(server.askedFor('/api/v1/session')).toHaveLength(2)
  })
})
