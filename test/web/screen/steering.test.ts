import { describe, expect, it } from 'vitest'
import { effectScope } from 'vue'
import type { Shown } from '../../../geodata/contract/steering.ts'
import { createClient } from '../../../web/api/client.ts'
import { triesMs, type Source, type Ways } from '../../../web/screen/speak/channel.ts'
import { codeIn, elapsed } from '../../../web/screen/speak/elapsed.ts'
import { phoneSteering } from '../../../web/screen/speak/phone.ts'
import { wallSteering } from '../../../web/screen/speak/steering.ts'
import { enterAsDevice } from '../../../web/screen/device.ts'
import { deviceToken } from '../../../web/live/entry.ts'
import { sessionAnswer } from '../answers.ts'
import { refusal, smallServer, type Otherwise } from '../server.ts'

class FakeSource implements Source {
  readyState = 0
  closed = false
  readonly address: string
  private readonly hearers = new Map<string, ((event: { data: string }) => void)[]>()
  constructor(address: string) { this.address = address }
  addEventListener(name: string, hear: (event: { data: string }) => void): void { this.hearers.set(name, [...(this.hearers.get(name) ?? []), hear]) }
  close(): void { this.closed = true }
  say(name: string, data: unknown = {}): void { for (const hear of this.hearers.get(name) ?? []) hear({ data: typeof data === 'string' ? data : JSON.stringify(data) }) }
  break(readyState: 0 | 2): void {
    this.readyState = readyState
    this.say('error')
  }
}

/** Streams one can speak through, waits one can let pass, and what a tab keeps. */
const world = (kept: string | null = null) => {
  const sources: FakeSource[] = []
  const waits: { after: () => void; milliseconds: number; forgotten: boolean }[] = []
  const memory = { key: kept }
  const ways: Ways = {
    source: (address) => {
      const source = new FakeSource(address)
      sources.push(source)
      return source
    },
    later: (after, milliseconds) => {
      const wait = { after, milliseconds, forgotten: false }
      waits.push(wait)
      return () => { wait.forgotten = true }
    },
    keep: { get: () => memory.key, set: (key) => { memory.key = key } },
  }
  return { ways, sources, waits, memory, last: () => sources[sources.length - 1] }
}
const settle = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, 0) })

const peers = { wall: true, code: true, phones: [] }
const shown = (step: number): Shown => ({ title: '参观', step, steps: [{ title: '一' }, { title: '二' }, { title: '三' }], words: '', notes: '', playing: true, theme: 'light', board: null })
const usual: Otherwise = ({ path }) => {
  if (path === '/api/v1/steering') return { body: { key: 'wall-key', code: '042137', seconds: 600 } }
  if (path === '/api/v1/steering/wall-key/code') return { body: { code: '990011', seconds: 600 } }
  if (path.endsWith('/shown')) return { body: peers }
  if (path === '/api/v1/steering/join') return { body: { key: 'phone-key' } }
  if (path.endsWith('/commands')) return { body: { heard: true } }
  return path.startsWith('/api/v1/steering/') ? { body: { ended: true } } : undefined
}
const wallOf = (otherwise: Otherwise = usual, kept: string | null = null) => {
  const server = smallServer((ask) => otherwise(ask) ?? usual(ask)), here = world(kept)
  return { ...here, server, wall: wallSteering({ ...here.ways, client: createClient(server.fetcher), lang: () => 'zh', now: () => 1000 }) }
}
const phoneOf = (otherwise: Otherwise = usual, kept: string | null = null) => {
  const server = smallServer((ask) => otherwise(ask) ?? usual(ask)), here = world(kept)
  return { ...here, server, phone: phoneSteering({ ...here.ways, client: createClient(server.fetcher), lang: () => 'zh', now: () => 5000 }) }
}
const gone: Otherwise = ({ path }) => (path.includes('/steering/') ? refusal('steeringEnded', '已结束') : undefined)

describe('the wall', () => {
  it('opens, shows a code until it is used, hands on what a phone pressed, and gives another code', async () => {
    const { wall, last, memory } = wallOf()
    expect(wall.state.value).toEqual({ kind: 'off' })
    const opening = wall.open()
    expect(wall.state.value).toEqual({ kind: 'opening' })
    await opening
    expect([wall.state.value, last().address, memory.key]).toEqual([{ kind: 'open', code: '042137', codeEnds: 601_000, peers: { wall: false, code: true, phones: [] }, live: false }, '/api/v1/steering/wall-key/events', 'wall-key'])
    last().say('open')
    const heard: unknown[] = []
    const stop = wall.onCommand((command) => heard.push(command))
    last().say('command', { kind: 'step', step: 2 })
    last().say('command', { kind: 'explode' })
    last().say('command', 'no JSON {')
    last().say('peers', { wall: true, code: false, phones: [{ name: '张三', here: true }] })
    expect([heard, wall.state.value]).toMatchObject([[{ kind: 'step', step: 2 }], { code: null, live: true, peers: { phones: [{ name: '张三' }] } }])
    await wall.open()
    expect(wall.state.value).toMatchObject({ kind: 'open', code: '990011' })
    stop()
    last().say('command', { kind: 'next' })
    expect(heard).toHaveLength(1)
    await wall.close()
    expect([wall.state.value, last().closed, memory.key]).toEqual([{ kind: 'off' }, true, null])
  })

  it('tells what it shows one after the other, and of what was overtaken meanwhile only the last', async () => {
    const answers: (() => void)[] = []
    const { wall, server } = wallOf(({ path }) => (path.endsWith('/shown') ? new Promise((resolve) => { answers.push(() => resolve({ body: peers })) }) as never : undefined))
    wall.tell({ ...shown(0), words: 'x'.repeat(3000) })
    expect(server.asked).toHaveLength(0)
    await wall.open()
    await settle()
    for (const step of [1, 2, 0, 2]) wall.tell(shown(step))
    while (answers.length > 0) {
      answers.shift()?.()
      await settle()
    }
    const told = server.askedFor('/api/v1/steering/wall-key/shown').map(({ body }) => body as Shown)
    // Never more than the contract carries.
    expect([told.map(({ step }) => step), told[0].words.length]).toEqual([[0, 2], 2000])
  })

  it('goes on over a reload of its page, and over a stream that falls', async () => {
    const { wall, last, sources } = wallOf(usual, 'kept-key')
    expect([wall.state.value, last().address]).toMatchObject([{ kind: 'open', code: null }, '/api/v1/steering/kept-key/events'])
    last().say('open')
    last().break(0)
    expect([wall.state.value, sources.length]).toMatchObject([{ live: false }, 1])
    last().say('open')
    expect(wall.state.value).toMatchObject({ live: true })
  })

  it('lets its stream go with the page that holds it, and keeps the key for the tab', async () => {
    const scope = effectScope()
    const { wall, last, memory } = scope.run(() => wallOf()) ?? wallOf()
    await wall.open()
    scope.stop()
    expect([last().closed, memory.key]).toEqual([true, 'wall-key'])
  })

  it('says that it is over when the server was started anew, and not at the first stumble', async () => {
    const { wall, last, sources, waits, memory } = wallOf()
    await wall.open()
    for (const pause of triesMs) {
      last().break(2)
      expect([wall.state.value.kind, waits[waits.length - 1].milliseconds]).toEqual(['open', pause])
      waits[waits.length - 1].after()
    }
    expect(sources).toHaveLength(3)
    last().break(2)
    expect([wall.state.value, memory.key]).toEqual([{ kind: 'over', reason: 'restart', problem: null }, null])
    await wall.open()
    expect(wall.state.value).toMatchObject({ kind: 'open', code: '042137' })
  })

  it.each(['closed', 'idle', 'leader', 'restart'] as const)('is over with the reason the server gives: %s', async (reason) => {
    const { wall, last } = wallOf()
    await wall.open()
    last().say('end', { reason })
    expect([wall.state.value, last().closed]).toEqual([{ kind: 'over', reason, problem: null }, true])
  })

  it('is over when what it tells is for nobody any more, and says why it could not begin', async () => {
    const { wall } = wallOf(({ path }) => (path.endsWith('/shown') ? refusal('steeringEnded', '已结束') : undefined))
    await wall.open()
    wall.tell(shown(1))
    await settle()
    expect(wall.state.value).toEqual({ kind: 'over', reason: 'restart', problem: null })
    const shut = wallOf(({ path }) => (path === '/api/v1/steering' ? refusal('notLoggedIn', '需要登录。', 401) : undefined)).wall
    await shut.open()
    expect(shut.state.value).toMatchObject({ kind: 'over', reason: null, problem: { message: '需要登录。' } })
  })
})

describe('the phone', () => {
  it('joins by the code, is shown what the wall shows, and presses', async () => {
    const { phone, server, last, memory } = phoneOf()
    const joining = phone.join('042137', '张三')
    expect(phone.state.value).toMatchObject({ kind: 'out', busy: true })
    await joining
    expect([server.askedFor('/api/v1/steering/join')[0].body, memory.key]).toEqual([{ code: '042137', name: '张三' }, '5000 phone-key'])
    last().say('open')
    last().say('peers', peers)
    last().say('shown', shown(1))
    expect(phone.state.value).toMatchObject({ kind: 'in', live: true, shown: { step: 1 }, since: 5000 })
    await phone.press({ kind: 'next' })
    expect(server.askedFor('/api/v1/steering/phone-key/commands')[0].body).toEqual({ kind: 'next' })
    await phone.leave()
    expect([phone.state.value, memory.key]).toEqual([{ kind: 'out', reason: null, problem: null, busy: false }, null])
  })

  it('says when the wall did not hear, until it shows something', async () => {
    const { phone, last } = phoneOf(({ path }) => (path.endsWith('/commands') ? { body: { heard: false } } : undefined))
    await phone.join('042137', '')
    await phone.press({ kind: 'next' })
    expect(phone.state.value).toMatchObject({ unheard: 'wall' })
    last().say('shown', shown(1))
    expect(phone.state.value).toMatchObject({ unheard: null })
  })

  it('says what is wrong with a code, and is out when it is over', async () => {
    const wrong = phoneOf(({ path }) => (path.endsWith('/join') ? refusal('wrongCode', '码不对。', 403) : undefined)).phone
    await wrong.join('000000', '')
    expect(wrong.state.value).toMatchObject({ kind: 'out', problem: { message: '码不对。' }, busy: false })
    const { phone, last } = phoneOf()
    await phone.join('042137', '')
    last().say('end', { reason: 'closed' })
    expect(phone.state.value).toEqual({ kind: 'out', reason: 'closed', problem: null, busy: false })
    const late = phoneOf(gone, '17 old-key')
    expect(late.phone.state.value).toMatchObject({ kind: 'in', since: 17 })
    await late.phone.press({ kind: 'next' })
    expect([late.phone.state.value, late.memory.key]).toEqual([{ kind: 'out', reason: 'restart', problem: null, busy: false }, null])
  })
})

describe('a screen that comes in by its link', () => {
  it('takes the token from the address before it asks, and tries again until the server answers', async () => {
    const order: string[] = []
    let tries = 0
    const server = smallServer(({ path }) => {
      order.push(path)
      if (path !== '/api/v1/session/device') return undefined
      tries += 1
      return tries === 1 ? { status: 502, body: '' } : tries === 2 ? refusal('notReady', '正在载入', 503) : { body: sessionAnswer({ role: 'leader', device: { name: '大厅', areas: [] } }) }
    })
    const outcome = await enterAsDevice('t', { client: createClient(server.fetcher), lang: 'zh', clear: async () => order.push('clear'), waiting: () => order.push('waiting'), pause: async (milliseconds) => { order.push(String(milliseconds)) } })
    expect([outcome.ok, order]).toEqual([true, ['clear', '/api/v1/session/device', 'waiting', '5000', '/api/v1/session/device', 'waiting', '5000', '/api/v1/session/device']])
  })

  it('does not try a token again that is none', async () => {
    const server = smallServer(() => refusal('badDeviceToken', '设备链接无效。', 401))
    const outcome = await enterAsDevice('t', { client: createClient(server.fetcher), lang: 'zh', clear: async () => {}, waiting: () => { throw new Error('it waited') }, pause: async () => {} })
    expect([outcome, server.asked.length]).toMatchObject([{ ok: false, error: { message: '设备链接无效。' } }, 1])
  })

  it('and a phone, read their fragments and nothing else', () => {
    expect([deviceToken('#device=aB-_9'), deviceToken('#device='), deviceToken('#device=a b'), deviceToken('#code=123456')]).toEqual(['aB-_9', null, null, null])
    expect([codeIn('#code=012345'), codeIn('#code=12345'), codeIn('#code=1234567'), codeIn('')]).toEqual(['012345', null, null, null])
  })
})

it('a speaker reads minutes and seconds', () => {
  expect([0, 7400, 750_000, 3_750_000, -5].map(elapsed)).toEqual(['0:00', '0:07', '12:30', '1:02:30', '0:00'])
})
