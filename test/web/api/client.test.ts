import { describe, expect, it } from 'vitest'
import { exchanges } from '../../../geodata/contract/all.ts'
import { fillPath, queryText } from '../../../web/api/address.ts'
import { createClient } from '../../../web/api/client.ts'
import { coverageAnswer } from '../answers.ts'
import { refusal, smallServer } from '../server.ts'

describe('the client', () => {
  it('asks what the contract names, in the language of the reader', async () => {
    const server = smallServer()
    const answer = await createClient(server.fetcher).ask(exchanges.coverage, { query: { category: 'canteen', minutes: 10 }, lang: 'en' })
    expect(answer).toEqual({ ok: true, value: coverageAnswer() })
    expect(server.asked[0]).toMatchObject({ path: '/api/v1/coverage', lang: 'en' })
    expect(server.asked[0].query.toString()).toBe('category=canteen&minutes=10')
  })
  it('hands on the sentence of a refusal', async () => {
    const server = smallServer(() => refusal('unknownCategory', '没有“x”这个类别。'))
    expect(await createClient(server.fetcher).ask(exchanges.coverage, { query: { category: 'x' } })).toEqual({ ok: false, error: { kind: 'server', code: 'unknownCategory', message: '没有“x”这个类别。', details: {}, fields: [] } })
  })
  it('tells a server that starts from one that is not there', async () => {
    const starting = smallServer(() => refusal('notReady', '', 503))
    expect(await createClient(starting.fetcher).ask(exchanges.meta)).toMatchObject({ ok: false, error: { kind: 'notReady' } })
    const gone = createClient(() => Promise.reject(new TypeError('Failed to fetch')))
    expect(await gone.ask(exchanges.meta)).toMatchObject({ ok: false, error: { kind: 'network' } })
    const proxy = smallServer(() => ({ status: 502, body: 'Bad gateway' }))
    expect(await createClient(proxy.fetcher).ask(exchanges.meta)).toMatchObject({ ok: false, error: { kind: 'network' } })
  })
  it('does not trust an answer that is not what the contract says', async () => {
    const server = smallServer(() => ({ body: { residents: 'many' } }))
    expect(await createClient(server.fetcher).ask(exchanges.coverage, { query: { category: 'canteen' } })).toMatchObject({ ok: false, error: { kind: 'shape' } })
  })
  it('hands out bytes as they are', async () => {
    const server = smallServer(() => ({ body: new Uint8Array([0, 3, 5]) }))
    expect(await createClient(server.fetcher).bytes(exchanges.states, { query: { category: 'canteen' } })).toEqual({ ok: true, value: new Uint8Array([0, 3, 5]) })
  })
})

describe('what is sent', () => {
  it('goes as JSON with the etag of the record, and brings the new etag back', async () => {
    const record = { id: 'u-1', name: '设计院', nature: 'stateEnterprise', position: [121, 31], community: null, validFrom: null, validTo: null, source: '手工录入', date: null }
    const server = smallServer(() => ({ body: { record, etag: '"b"', areas: [], editable: true }, headers: { etag: '"b"' } }))
    const answer = await createClient(server.fetcher).ask(exchanges.unitChange, { path: { id: 'u-1' }, body: { name: '设计院' }, ifMatch: '"a"' })
    expect(answer).toMatchObject({ ok: true, etag: '"b"' })
    expect(server.asked[0]).toMatchObject({ method: 'PATCH', path: '/api/v1/units/u-1', body: { name: '设计院' } })
    expect([server.asked[0].headers.get('if-match'), server.asked[0].headers.get('content-type')]).toEqual(['"a"', 'application/json'])
  })
  it('goes as it is when it is a file', async () => {
    const server = smallServer(() => refusal('needsRole', '', 403))
    await createClient(server.fetcher).ask(exchanges.importStart, { query: { file: 'a.csv', dryRun: 'yes' }, file: new Blob(['a,b'], { type: 'text/csv' }) })
    expect(server.asked[0].headers.get('content-type')).toBe('application/octet-stream')
    expect(server.asked[0].body).toBeInstanceOf(Blob)
  })
  it('comes back with all that is wrong with it, field by field', async () => {
    const fields = [{ field: 'admission.minAge', code: 'tooLarge', message: '不能大于 150。', details: { expected: 150, found: 200 } }]
    const server = smallServer(() => ({ status: 422, body: { error: { code: 'invalidRecord', message: '有 1 处需要改正', details: { count: 1 }, fields } } }))
    const answer = await createClient(server.fetcher).ask(exchanges.facilityChange, { path: { id: 'f-1' }, body: { name: 'x' }, ifMatch: '"a"' })
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalidRecord', details: { count: 1 }, fields } })
  })
})

describe('refusals', () => {
  it('are told to whoever listens, until they no longer want to hear', async () => {
    const client = createClient(smallServer(() => refusal('sessionEnded', '登录已失效。', 401)).fetcher)
    const heard: string[] = []
    const stop = client.refused((code) => heard.push(code))
    await client.ask(exchanges.meta)
    stop()
    await client.ask(exchanges.meta)
    expect(heard).toEqual(['sessionEnded'])
  })
})

describe('a file from the server', () => {
  const named = (disposition: string): typeof fetch => () => Promise.resolve(new Response('a,b', { headers: { 'content-disposition': disposition } }))
  it('keeps the name the server gives it, in any script', async () => {
    const asked = { query: { category: 'canteen', format: 'csv' as const } }
    const saved = await createClient(named(`attachment; filename="gaps.csv"; filename*=UTF-8''${encodeURIComponent('服务空白.csv')}`)).file(exchanges.gaps, asked)
    expect(saved.ok && saved.value.name).toBe('服务空白.csv')
    expect(saved.ok && await saved.value.content.text()).toBe('a,b')
    const plain = await createClient(named('attachment; filename="gaps.csv"')).file(exchanges.gaps, asked)
    expect(plain.ok && plain.value.name).toBe('gaps.csv')
  })
  it('is asked for in the language of the reader', async () => {
    const server = smallServer(() => ({ body: new Uint8Array([1]) }))
    await createClient(server.fetcher).file(exchanges.gaps, { query: { category: 'canteen', format: 'xlsx' }, lang: 'en' })
    expect(server.asked[0]).toMatchObject({ path: '/api/v1/coverage/gaps', lang: 'en' })
  })
})

describe('addresses', () => {
  it('escape what stands in a path', () => {
    expect(fillPath('/api/v1/buildings/:id/basket', { id: 'way/1 甲' })).toBe('/api/v1/buildings/way%2F1%20%E7%94%B2/basket')
    expect(fillPath('/tiles/:layer/:z/:x/:y{[0-9]+\\.pbf}', { layer: 'base', z: 1, x: 2, y: '3.pbf' })).toBe('/tiles/base/1/2/3.pbf')
  })
  it('leave out what is not given', () => {
    expect(queryText({ a: 1, b: undefined, c: null })).toBe('?a=1')
    expect(queryText({})).toBe('')
  })
})
