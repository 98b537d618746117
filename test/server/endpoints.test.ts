import * as z from 'zod/mini'
import { describe, expect, test } from 'vitest'
import { exchanges, type ExchangeName } from '../../geodata/contract/all.ts'
import { errorAnswer } from '../../geodata/contract/errors.ts'
import { smallIdentity, smallRecords } from '../tools/small-city.ts'
import { servedCity } from '../tools/served-city.ts'

const { app, trouble } = await servedCity({ identity: smallIdentity, records: smallRecords })

/** One address that must answer, for every exchange of the contract, and who may ask. */
const addresses: Record<ExchangeName, { role: string; path: string }> = {
  meta: { role: 'public', path: '/api/v1/meta' },
  areas: { role: 'public', path: '/api/v1/areas?level=community&limit=1' },
  area: { role: 'public', path: '/api/v1/areas/110105001001' },
  categories: { role: 'public', path: '/api/v1/categories' },
  standards: { role: 'public', path: '/api/v1/standards' },
  coverage: { role: 'public', path: '/api/v1/coverage?category=canteen&minutes=10&metric=network&profile=elderly' },
  gaps: { role: 'planner', path: '/api/v1/coverage/gaps?category=canteen&minutes=5' },
  states: { role: 'planner', path: '/api/v1/coverage/states?category=canteen' },
  basket: { role: 'planner', path: '/api/v1/buildings/home-9/basket?category=canteen&group=all' },
  pack: { role: 'planner', path: '/api/v1/packs/110105001' },
  tile: { role: 'public', path: '/tiles/buildings/14/13490/6206.pbf' },
  health: { role: 'public', path: '/healthz' },
  ready: { role: 'public', path: '/readyz' },
  openapi: { role: 'public', path: '/api/openapi.json' },
}

describe('every endpoint', () => {
  for (const [name, { role, path }] of Object.entries(addresses) as [ExchangeName, { role: string; path: string }][]) {
    const exchange = exchanges[name]
    test(`${name} is for ${role} and answers as its contract says`, async () => {
      expect(exchange.role).toBe(role)
      const response = await app.request(path)
      expect([200, 204]).toContain(response.status)
      if ('schema' in exchange.answer) {
        const parsed = z.safeParse(exchange.answer.schema, await response.json())
        expect(parsed.error?.issues ?? []).toEqual([])
      } else if (response.status === 200) expect(response.headers.get('content-type')).toContain(exchange.answer.mediaType)
    })

    test(`${name} refuses another method with the way in`, async () => {
      const response = await app.request(path, { method: 'POST' })
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
      expect(z.safeParse(errorAnswer, await response.json()).success).toBe(true)
    })

    test(`${name} refuses a parameter it does not know`, async () => {
      const response = await app.request(`${path}${path.includes('?') ? '&' : '?'}colour=red`)
      expect([response.status, ((await response.json()) as z.infer<typeof errorAnswer>).error.code]).toEqual([400, 'unknownParameter'])
    })
  }

  test('nothing went wrong behind the answers', () => {
    expect(trouble).toEqual([])
  })
})

describe('headers', () => {
  test('scripts come from our own origin only and nothing is sniffed', async () => {
    const { headers } = await app.request('/api/v1/meta')
    expect(headers.get('content-security-policy')).toContain("script-src 'self'")
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
    expect([headers.get('x-content-type-options'), headers.get('referrer-policy'), headers.get('access-control-allow-origin')]).toEqual(['nosniff', 'strict-origin-when-cross-origin', null])
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('an answer asked for again with its ETag is not sent again, in either language', async () => {
    const path = '/api/v1/coverage?category=canteen'
    const etag = (await app.request(path)).headers.get('etag') ?? ''
    expect((await app.request(path, { headers: { 'if-none-match': etag } })).status).toBe(304)
    expect((await app.request(path, { headers: { 'if-none-match': etag, 'accept-language': 'en' } })).status).toBe(200)
  })

  test('answers are compressed for those who understand it', async () => {
    const path = '/api/v1/standards'
    expect((await app.request(path, { headers: { 'accept-encoding': 'br, gzip' } })).headers.get('content-encoding')).toBe('gzip')
    expect((await app.request(path, { headers: { 'accept-encoding': 'gzip;q=0' } })).headers.get('content-encoding')).toBe(null)
  })

  test('a request under a foreign host name is refused', async () => {
    const response = await app.request('/api/v1/meta', { headers: { host: 'evil.example:8787' } })
    expect(response.status).toBe(403)
    expect(((await response.json()) as z.infer<typeof errorAnswer>).error.message).toBe('/api/v1/meta 只接受本机的访问，收到的主机名是“evil.example:8787”。')
  })
})

describe('languages', () => {
  test.each([
    [undefined, '没有“x”这个类别'], ['zh-CN,zh;q=0.9,en;q=0.8', '没有“x”这个类别'], ['en-GB,en;q=0.9', 'There is no category "x"'], ['fr, en;q=0.5, zh;q=0.4', 'There is no category "x"'], ['en;q=0, *', '没有“x”这个类别'],
  ])('Accept-Language %s', async (header, beginning) => {
    const response = await app.request('/api/v1/coverage?category=x', { headers: header === undefined ? {} : { 'accept-language': header } })
    expect(((await response.json()) as z.infer<typeof errorAnswer>).error.message.startsWith(beginning)).toBe(true)
  })
})
