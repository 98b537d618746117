import { serve } from '@hono/node-server'
import { connect } from 'node:net'
import { dirname } from 'node:path'
import * as z from 'zod/mini'
import { describe, expect, onTestFinished, test } from 'vitest'
import { jobEvent, versionsEvent } from '../../geodata/contract/events.ts'
import { parseEnvironment } from '../../server/environment.ts'
import { createHub, type LiveEvent } from '../../server/live.ts'
import { eventsRoute } from '../../server/routes/events.ts'
import type { Caller } from '../../server/security/caller.ts'
import { startServing } from '../../server/serve.ts'
import { openStore } from '../../server/store/open-store.ts'
import { tell } from '../tools/accounts.ts'
import { change } from '../tools/edits.ts'
import { eventReader, type EventReader } from '../tools/event-reader.ts'
import { servedCity, type ServedCity } from '../tools/served-city.ts'
import { smallIdentity, smallRecords } from '../tools/small-city.ts'

/** The address of a real socket before the app. */
async function listening({ app }: ServedCity): Promise<string> {
  const { server, address } = await new Promise<{ server: ReturnType<typeof serve>; address: string }>((resolve) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => resolve({ server, address: `http://127.0.0.1:${port}` }))
  })
  onTestFinished(() => { server.close() })
  return address
}

const until = async (what: () => boolean): Promise<void> => {
  const deadline = Date.now() + 25_000
  while (!what()) {
    if (Date.now() > deadline) throw new Error('it did not happen')
    await new Promise((resolve) => { setTimeout(resolve, 10) })
  }
}

const served = await servedCity({ identity: smallIdentity, records: smallRecords })
const { hub } = served.engine

describe('the event stream', () => {
  test('tells the versions at once, and again when a change is being answered from', async () => {
    const address = await listening(served)
    const response = await fetch(`${address}/api/v1/events`)
    expect([response.status, response.headers.get('content-type'), response.headers.get('content-encoding'), response.headers.get('etag'), response.headers.get('x-accel-buffering')]).toEqual([200, 'text/event-stream', null, null, 'no'])
    const reader = eventReader(response)
    const first = await reader.next()
    expect(first?.event).toBe('versions')
    const before = z.parse(versionsEvent, first?.body)
    expect(before.revision).toBe(served.world.version())
    const editor = await served.logIn('editor')
    const read = await tell(served.app, 'GET', '/api/v1/facilities/canteen-west', editor)
    const changed = await tell(served.app, 'PATCH', '/api/v1/facilities/canteen-west', { ...editor, 'if-match': read.headers.get('etag') ?? '' }, { name: '新食堂' })
    expect(changed.status).toBe(200)
    const second = await reader.next()
    const after = z.parse(versionsEvent, second?.body)
    expect([second?.event, after.revision !== before.revision, after.tileVersions['places'] !== before.tileVersions['places'], after.tileVersions['base'] === before.tileVersions['base']]).toEqual(['versions', true, true, true])
    expect(reader.text.startsWith('retry: 3000\n\n')).toBe(true)
    await reader.leave()
  })

  test('tells of what another process writes', async () => {
    const reader = eventReader(await fetch(`${await listening(served)}/api/v1/events`))
    await reader.next()
    const other = await openStore(served.path)
    await change(other, 'facility', 'clinic-middle', { phone: '010-6500 1234' })
    other.close()
    expect((await reader.next())?.event).toBe('versions')
    await reader.leave()
  })

  test('is given back when the page goes, and takes nothing for a HEAD', async () => {
    const address = await listening(served)
    await until(() => hub.streams === 0)
    expect((await fetch(`${address}/api/v1/events`, { method: 'HEAD' })).status).toBe(200)
    expect(hub.streams).toBe(0)
    const reader = eventReader(await fetch(`${address}/api/v1/events`))
    await reader.next()
    expect(hub.streams).toBe(1)
    await reader.leave()
    await until(() => hub.streams === 0)
    // A connection that is torn off, not closed.
    const socket = connect(Number(new URL(address).port), '127.0.0.1')
    socket.write('GET /api/v1/events HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n')
    await until(() => hub.streams === 1)
    socket.destroy()
    await until(() => hub.streams === 0)
  })

  test('comes and goes two thousand times, as a wall does in weeks, and leaves nothing behind', async () => {
    await until(() => hub.streams === 0)
    for (let round = 0; round < 2000; round++) {
      const { body } = await served.app.request('/api/v1/events')
      const reader = body?.getReader()
      expect([(await reader?.read())?.done, hub.streams]).toEqual([false, 1])
      await reader?.cancel()
      expect(hub.streams).toBe(0)
    }
  })

  test('says so and ends when the session behind it is logged out', async () => {
    const address = await listening(served)
    const leader = await served.logIn('leader')
    const reader = eventReader(await fetch(`${address}/api/v1/events`, { headers: leader }))
    expect((await reader.next())?.event).toBe('versions')
    expect((await tell(served.app, 'DELETE', '/api/v1/session', leader)).status).toBe(200)
    await served.store.edit({ kind: 'facility', id: 'new-clinic', action: 'add', after: { ...(await standingClinic()), id: 'new-clinic' }, ifMatch: null }, 'test')
    expect(await reader.next()).toEqual({ event: 'session', body: {} })
    expect(await reader.next()).toBe(null)
    await until(() => hub.streams === 0)
  })

  test('holds no server that is asked to end', async () => {
    const other = await servedCity({ identity: smallIdentity, records: smallRecords })
    const serving = await startServing({ environment: parseEnvironment({ LINLI_DATA: dirname(other.path), PORT: '0' }), path: other.path, store: await openStore(other.path), webFolder: null })
    await serving.ready
    const readers = await Promise.all([0, 1, 2].map(async () => eventReader(await fetch(`${serving.address}/api/v1/events`))))
    for (const reader of readers) await reader.next()
    await serving.close()
    for (const reader of readers) expect(await ended(reader)).toBe(true)
  })
})

describe('a stream by itself', () => {
  const caller = (account: string | null, role: Caller['role'], address = '10.0.0.1'): Caller => ({ role, areas: [], account, mustChangePassword: false, session: null, address })
  const asked = (from: Caller) => ({ path: {}, query: {}, body: undefined, ifMatch: null, language: 'en' as const, caller: from, request: new Request('http://127.0.0.1/api/v1/events') })
  const versions: LiveEvent = { event: 'versions', body: () => ({ revision: 'r1', tileVersions: {} }) }
  const jobOf = (owner: string): LiveEvent => ({ event: 'job', owner, body: (language) => ({ id: owner, state: 'running', stage: language, done: 1, total: null }) })

  test('beats while nothing happens, and looks at the session with each beat', async () => {
    const own = createHub()
    let standing = true
    const { stream } = eventsRoute({ hub: own, stands: () => standing, beatMilliseconds: 5 }, asked(caller('a', 'leader')))
    const reader = eventReader(new Response(stream))
    const next = reader.next()
    await until(() => reader.text.includes('\n\n:\n\n:\n\n'))
    standing = false
    expect(await next).toEqual({ event: 'session', body: {} })
    expect([await reader.next(), own.streams]).toEqual([null, 0])
  })

  test('tells of jobs to their owner and to administrators, in their language, and to nobody else', async () => {
    const heard = async (from: Caller): Promise<unknown> => {
      const own = createHub()
      const reader = eventReader(new Response(eventsRoute({ hub: own, stands: () => true }, asked(from)).stream))
      for (const owner of ['one', 'two']) own.publish(jobOf(owner))
      own.publish(versions)
      const ids: unknown[] = []
      for (let told = await reader.next(); told?.event === 'job'; told = await reader.next()) ids.push(z.parse(jobEvent, told.body))
      await reader.leave()
      return ids
    }
    const body = (id: string): unknown => ({ id, state: 'running', stage: 'en', done: 1, total: null })
    expect(await heard(caller('one', 'editor'))).toEqual([body('one')])
    expect(await heard(caller('root', 'administrator'))).toEqual([body('one'), body('two')])
    expect(await heard(caller('two', 'public'))).toEqual([body('two')])
    expect(await heard(caller(null, 'planner'))).toEqual([])
  })

  test('is one of at most a hundred from one address, and the next is told to come back later', () => {
    const own = createHub()
    const open = (address: string) => eventsRoute({ hub: own, stands: () => true }, asked(caller(null, 'public', address)))
    for (let i = 0; i < 100; i++) open('10.0.0.1')
    expect(() => open('10.0.0.1')).toThrow('tooManyRequests')
    open('10.0.0.2')
    expect(own.streams).toBe(101)
    own.close()
    expect(own.streams).toBe(0)
  })

  test('that nobody reads is ended before it fills the memory', async () => {
    const own = createHub()
    eventsRoute({ hub: own, stands: () => true }, asked(caller(null, 'public')))
    for (let i = 0; i < 200; i++) own.publish(versions)
    expect(own.streams).toBe(0)
  })
})

async function standingClinic() {
  const record = await served.store.facility('clinic-middle')
  if (!record) throw new Error('there is no clinic')
  return record
}

/** Whether nothing more comes; a connection that was cut is as good as one that was closed. */
const ended = async (reader: EventReader): Promise<boolean> => (await reader.next().catch(() => null)) === null
