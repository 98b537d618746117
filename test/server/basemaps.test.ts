import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { basemapSentence } from '../../geodata/words/basemaps.ts'
import { openBasemaps } from '../../server/basemaps/basemaps.ts'
import { readEntries } from '../../server/basemaps/entries.ts'
import { pageHeaders, securityHeaders } from '../../server/http/headers.ts'
import { pmtilesOf } from '../tools/pmtiles.ts'
import { servedCity } from '../tools/served-city.ts'
import { temporaryFolder } from '../tools/temporary-folder.ts'

const key = 'K0ffee1234'
const vec = {
  name: '天地图 矢量', kind: 'wmts', layers: 'vec', matrixSet: 'w', key, attribution: '天地图', mapApproval: 'GS(2024)0650号',
  url: 'https://t{s}.tianditu.example/vec_w/wmts?SERVICE=WMTS&LAYER={layers}&TILEMATRIXSET=w&TILECOL={x}&TILEROW={y}&TILEMATRIX={z}&tk={key}',
}
const picture = Uint8Array.of(137, 80, 78, 71, 1), shape = Uint8Array.of(26, 0)
const raster = pmtilesOf({ type: 'png', metadata: { attribution: '总图' }, tiles: [{ id: 0, bytes: picture }, { id: 1, bytes: Uint8Array.of(9) }], minZoom: 0, maxZoom: 1 })
const vector = pmtilesOf({ type: 'mvt', metadata: { attribution: '<a href="https://example.org">市测绘院</a> &copy; 2025', vector_layers: [{ id: 'water' }, { id: 'roads' }] }, tiles: [{ id: 0, bytes: shape }], minZoom: 0, maxZoom: 0 })

const folder = temporaryFolder()
writeFileSync(join(folder, 'basemaps.json'), JSON.stringify([vec, { ...vec, name: '天地图 经纬度', matrixSet: 'c' }, { name: '市里的', kind: 'pmtiles', file: 'city.pmtiles', attribution: '市局', mapApproval: '京S(2025)001号' }]))
writeFileSync(join(folder, 'city.pmtiles'), raster)
writeFileSync(join(folder, 'lines.pmtiles'), vector)
writeFileSync(join(folder, 'broken.pmtiles'), 'this is no archive')
const basemaps = await openBasemaps(folder)
const { app } = await servedCity(null, null, {}, basemaps)
const get = async (path: string): Promise<Response> => app.request(path)

describe('a row of basemaps.json', () => {
  test('becomes addresses with layers and key put in, one for each subdomain', () => {
    const { entries: [entry], faults } = readEntries(JSON.stringify([vec]))
    expect(faults).toEqual([])
    const tiles = entry?.kind === 'wmts' ? entry.tiles : []
    expect(tiles).toHaveLength(8)
    expect(tiles[7]).toBe(`https://t7.tianditu.example/vec_w/wmts?SERVICE=WMTS&LAYER=vec&TILEMATRIXSET=w&TILECOL={x}&TILEROW={y}&TILEMATRIX={z}&tk=${key}`)
    expect(entry).toMatchObject({ minZoom: 1, maxZoom: 18, matrixSet: 'w' })
  })
  test.each([
    ['no list', { name: 'a' }, 'basemaps.json', 'list'],
    ['no object', ['vec'], 'basemaps.json[0]', 'object'],
    ['no name', [{ ...vec, name: ' ' }], 'basemaps.json[0].name', 'name'],
    ['a name that is taken', [vec, vec], 'basemaps.json[1].name', 'name'],
    ['an unknown kind', [{ ...vec, kind: 'wms' }], 'basemaps.json[0].kind', 'kind'],
    ['no place for the column', [{ ...vec, url: 'https://a.example/{z}/{y}' }], 'basemaps.json[0].url', 'url'],
    ['another scheme', [{ ...vec, url: 'file:///{z}/{x}/{y}' }], 'basemaps.json[0].url', 'url'],
    ['a host that would widen the policy', [{ ...vec, url: 'https://a.example;script-src/{z}/{x}/{y}' }], 'basemaps.json[0].url', 'url'],
    ['a host that stands for all hosts', [{ ...vec, url: 'https://*/{z}/{x}/{y}' }], 'basemaps.json[0].url', 'url'],
    ['a host that stands for many', [{ ...vec, url: 'https://*.example/{z}/{x}/{y}' }], 'basemaps.json[0].url', 'url'],
    ['a host with a name and password', [{ ...vec, url: 'https://me:secret@a.example/{z}/{x}/{y}' }], 'basemaps.json[0].url', 'url'],
    ['no key', [{ ...vec, key: undefined }], 'basemaps.json[0].key', 'key'],
    ['another set', [{ ...vec, matrixSet: 'GCJ' }], 'basemaps.json[0].matrixSet', 'matrixSet'],
    ['a zoom beyond', [{ ...vec, maxZoom: 40 }], 'basemaps.json[0].maxZoom', 'zooms'],
    ['zooms the wrong way round', [{ ...vec, minZoom: 12, maxZoom: 9 }], 'basemaps.json[0].minZoom', 'zooms'],
    ['nobody named', [{ ...vec, attribution: '' }], 'basemaps.json[0].attribution', 'attribution'],
    ['a file elsewhere', [{ name: 'a', kind: 'pmtiles', file: '../a.pmtiles' }], 'basemaps.json[0].file', 'file'],
  ])('with %s is told: where, what was expected, what was found, never a key', (_name, rows, where, expected) => {
    const { faults } = readEntries(JSON.stringify(rows))
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatchObject({ where, expected })
    for (const language of ['zh', 'en'] as const) {
      const sentence = basemapSentence(faults[0], language)
      expect(sentence).toContain(where)
      expect(sentence).not.toContain(key)
      expect(sentence).not.toContain('secret')
    }
  })
  test('that is broken leaves the others as they are', () => {
    expect(readEntries(JSON.stringify([{ name: 'x' }, vec])).entries.map((entry) => entry.name)).toEqual([vec.name])
  })
  test('in a text that is no JSON is one fault', () => {
    expect(readEntries('{').faults).toEqual([{ where: 'basemaps.json', expected: 'list', found: 'no JSON' }])
  })
})

describe('a data folder', () => {
  test('without any of it has no base maps and nothing to complain of', async () => {
    const none = await openBasemaps(temporaryFolder())
    expect([none.list, none.hosts, none.faults]).toEqual([[], [], []])
  })
  test('tells of an archive that is none, and of one that is missing', async () => {
    expect(basemaps.faults.map(({ where, expected }) => [where, expected])).toEqual([['broken.pmtiles', 'archive']])
    const missing = join(temporaryFolder(), 'd')
    mkdirSync(missing)
    writeFileSync(join(missing, 'basemaps.json'), JSON.stringify([{ name: 'a', kind: 'pmtiles', file: 'gone.pmtiles' }]))
    expect((await openBasemaps(missing)).faults).toEqual([{ where: 'gone.pmtiles', expected: 'file', found: 'nothing' }])
  })
  test('does not believe an archive that says its parts are longer than any file', async () => {
    const [endless, cut] = [Uint8Array.from(raster), Uint8Array.from(raster)]
    // Lengths of the directory (bytes 16 to 23) and of the metadata (32 to 39).
    for (const at of [16, 32]) new DataView(endless.buffer).setBigUint64(at, 2n ** 50n, true)
    const lying = temporaryFolder()
    writeFileSync(join(lying, 'endless.pmtiles'), endless)
    writeFileSync(join(lying, 'cut.pmtiles'), cut.subarray(0, 100))
    const opened = await openBasemaps(lying)
    expect(opened.faults.every(({ expected }) => expected === 'archive')).toBe(true)
    expect(opened.faults.map(({ where }) => where)).toContain('cut.pmtiles')
    expect(JSON.stringify(opened.faults)).not.toContain('allocation')
    await opened.close()
  })
  test('with an archive that is broken behind its head says so for the tile, and nothing goes wrong', async () => {
    const broken = Uint8Array.from(raster)
    // The tiles are said to be gzipped and are not.
    broken[98] = 2
    const torn = temporaryFolder()
    writeFileSync(join(torn, 'torn.pmtiles'), broken)
    const { app: served } = await servedCity(null, null, {}, await openBasemaps(torn))
    const reply = await served.request('/tiles/outer/torn/0/0/0')
    const { error } = await reply.json() as { error: { code: string } }
    expect([reply.status, error.code]).toEqual([404, 'unknownTile'])
  })
  test('names the hosts of what it configures and no others', () => {
    expect(basemaps.hosts).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map((one) => `https://t${one}.tianditu.example`))
  })
})

describe('the server', () => {
  test('lists what can be chosen, archives with what their own head says', async () => {
    const { basemaps: listed } = await (await get('/api/v1/basemaps')).json() as { basemaps: { name: string }[] }
    expect(listed.map(({ name }) => name)).toEqual(['天地图 矢量', '天地图 经纬度', '市里的', 'lines'])
    expect(listed[2]).toMatchObject({ kind: 'raster', tiles: [`/tiles/outer/${encodeURIComponent('市里的')}/{z}/{x}/{y}`], minZoom: 0, maxZoom: 1, attribution: '市局', mapApproval: '京S(2025)001号' })
    expect(listed[3]).toMatchObject({ kind: 'vector', layers: ['water', 'roads'], attribution: '市测绘院 © 2025' })
  })
  test('gives the bytes of a tile as they lie in the archive', async () => {
    const reply = await get(`/tiles/outer/${encodeURIComponent('市里的')}/0/0/0`)
    expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'image/png'])
    expect(new Uint8Array(await reply.arrayBuffer())).toEqual(picture)
    const lines = await get('/tiles/outer/lines/0/0/0')
    expect(lines.headers.get('content-type')).toBe('application/vnd.mapbox-vector-tile')
    expect(new Uint8Array(await lines.arrayBuffer())).toEqual(shape)
  })
  test('gives a clear picture where the archive has no tile, and a sentence where there can be none', async () => {
    const clear = await get(`/tiles/outer/${encodeURIComponent('市里的')}/1/1/1`)
    expect([clear.status, clear.headers.get('content-type')]).toEqual([200, 'image/png'])
    for (const path of ['/tiles/outer/lines/1/0/0', '/tiles/outer/lines/0/1/0', '/tiles/outer/nobody/0/0/0']) expect((await get(path)).status, path).toBe(404)
  })
})

describe('the policy of a page', () => {
  test('is the same as ever while nothing is configured', () => {
    expect(pageHeaders('/plan', [], [])).toBe(securityHeaders)
  })
  test('lets the staff\'s pages fetch tiles from the hosts configured, and nothing else', () => {
    const policy = pageHeaders('/plan', [], ['https://t0.tianditu.example'])['content-security-policy'].split('; ')
    const before = securityHeaders['content-security-policy'].split('; ')
    expect(policy.filter((rule) => !before.includes(rule))).toEqual(["img-src 'self' data: blob: https://t0.tianditu.example", "connect-src 'self' https://t0.tianditu.example"])
  })
  test('of the finder stays, whatever is configured', () => {
    for (const path of ['/find', '/venue/a.b', '/embed']) expect(pageHeaders(path, [], ['https://t0.tianditu.example']), path).toBe(securityHeaders)
  })
})
