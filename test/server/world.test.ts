import { expect, onTestFinished, test } from 'vitest'
import { join } from 'node:path'
import { openStore } from '../../server/store/open-store.ts'
import { tileFormat } from '../../server/tiles/tile-format.ts'
import { askCoverage, askError, askMeta } from '../tools/asking.ts'
import { decodeTile } from '../tools/decode-tile.ts'
import { linli } from '../tools/linli.ts'
import { servedCity } from '../tools/served-city.ts'
import { building, facility, smallIdentity, smallRecords } from '../tools/small-city.ts'
import { temporaryFolder } from '../tools/temporary-folder.ts'

const eventually = async (what: () => Promise<boolean>): Promise<void> => {
  const deadline = Date.now() + 50_000
  while (!(await what())) {
    if (Date.now() > deadline) throw new Error('it did not happen')
    await new Promise((resolve) => { setTimeout(resolve, 50) })
  }
}

test('an import by another process reaches the answers without a restart, and the old city answers until then', async () => {
  const { app, world, path } = await servedCity({ identity: smallIdentity, records: smallRecords })
  const other = await openStore(path)
  const before = await askMeta(app)
  await other.load({ identity: smallIdentity, records: [{ kind: 'facility', record: facility('canteen-east', 'canteen', 19, 2.2) }], actor: 'another', replace: false })
  const rebuilding = world.refresh()
  // Asked while the new generation is being built: still the old one, complete.
  expect((await askCoverage(app, { category: 'canteen', metres: 500 })).facilities).toBe(2)
  await rebuilding
  const after = await askMeta(app)
  expect((await askCoverage(app, { category: 'canteen', metres: 500 })).facilities).toBe(3)
  expect([after.versions.categories['canteen'], after.versions.geometry, after.versions.network]).toEqual([2, before.versions.geometry, before.versions.network])
  expect(after.tileVersion).not.toBe(before.tileVersion)
  expect(await askError(app, `/tiles/places/14/13490/6206.pbf?v=${before.tileVersions.places}`)).toMatchObject({ status: 404, code: 'staleVersion' })
  other.close()
})

test('a site that opens gives places a new address and leaves buildings and base in the caches', async () => {
  const { app, world, store, logIn } = await servedCity({ identity: smallIdentity, records: smallRecords })
  const before = await askMeta(app)
  await store.edit({ kind: 'facility', id: 'canteen-new', action: 'add', after: facility('canteen-new', 'canteen', 19, 2.2), ifMatch: null }, 'test')
  await world.refresh()
  const { tileVersions } = await askMeta(app)
  expect(tileVersions).toMatchObject({ base: before.tileVersions.base, buildings: before.tileVersions.buildings })
  expect(tileVersions.places).not.toBe(before.tileVersions.places)
  expect((await app.request(`/tiles/buildings/14/13490/6206.pbf?v=${before.tileVersions.buildings}`, { headers: await logIn('leader') })).status).toBeLessThan(300)
})

test('the public is told of places and ways at four decimals, in tiles of their own; whoever logs in has them as they are', async () => {
  const records = smallRecords.map((one) => (one.kind === 'facility' ? { ...one, record: { ...one.record, position: [one.record.position[0] + 0.000_031, one.record.position[1] - 0.000_023] as const } } : one))
  const { app, logIn } = await servedCity({ identity: smallIdentity, records }, null, { openDemo: false })
  const leader = await logIn('leader')
  const all = records.flatMap(({ kind, record }) => (kind === 'facility' ? [record.position] : []))
  const drawn = async (headers: Readonly<Record<string, string>>): Promise<{ points: [number, number][]; cache: string | null }> => {
    const { tileVersions } = (await (await app.request('/api/v1/meta', { headers })).json()) as { tileVersions: Record<string, string> }
    const side = 2 ** 16, east = Math.floor(((all[0][0] + 180) / 360) * side), sine = Math.sin((all[0][1] * Math.PI) / 180), south = Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * side)
    const reply = await app.request(`/tiles/places/16/${east}/${south}.pbf?v=${tileVersions['places']}`, { headers })
    expect(reply.status).toBe(200)
    const tile = decodeTile(await reply.bytes()), at = (unit: number, from: number): number => (from + unit / 4096) / side
    return { cache: reply.headers.get('cache-control'), points: (tile['facilities'] ?? []).flatMap(({ rings }) => rings.flat().map(({ x, y }): [number, number] => [at(x, east) * 360 - 180, (Math.atan(Math.sinh(Math.PI * (1 - 2 * at(y, south)))) * 180) / Math.PI])) }
  }
  const off = ({ points }: Awaited<ReturnType<typeof drawn>>, of: (degrees: number) => number): number => Math.max(...points.map(([lon, lat]) => Math.min(...all.map((one) => Math.max(Math.abs(of(one[0]) - lon), Math.abs(of(one[1]) - lat))))))
  const told = await drawn({}), known = await drawn(leader), rounded = (degrees: number): number => Math.round(degrees * 1e4) / 1e4
  expect([told.points.length > 0, told.points.length]).toEqual([true, known.points.length])
  // A unit of these tiles is 15 cm.
  expect([off(told, rounded) < 2e-6, off(known, (degrees) => degrees) < 2e-6, off(told, (degrees) => degrees) < 2e-6]).toEqual([true, true, false])
  expect([told.cache, known.cache]).toEqual(Array.from({ length: 2 }, () => 'private, max-age=31536000, immutable'))
})

test('the address of a tile names its format, so that another encoding is another address', async () => {
  const { app } = await servedCity({ identity: smallIdentity, records: smallRecords })
  for (const version of Object.values((await askMeta(app)).tileVersions)) expect(version.split('.')[0]).toBe(String(tileFormat))
})

test('a second database whose versions count alike shares neither tile address nor ETag with the first', async () => {
  const [one, other] = [await servedCity({ identity: smallIdentity, records: smallRecords }), await servedCity({ identity: smallIdentity, records: smallRecords })]
  const [first, second] = [await askMeta(one.app), await askMeta(other.app)]
  expect(second.versions).toEqual(first.versions)
  for (const layer of ['base', 'buildings', 'places'] as const) expect(second.tileVersions[layer]).not.toBe(first.tileVersions[layer])
  const etag = (await one.app.request('/api/v1/meta')).headers.get('etag') ?? ''
  expect((await one.app.request('/api/v1/meta', { headers: { 'if-none-match': etag } })).status).toBe(304)
  expect((await other.app.request('/api/v1/meta', { headers: { 'if-none-match': etag } })).status).toBe(200)
})

test('the watch sees it by itself', async () => {
  const { app, path } = await servedCity({ identity: smallIdentity, records: smallRecords })
  const other = await openStore(path)
  await other.load({ identity: smallIdentity, records: [{ kind: 'building', record: building('new', 3, 5) }], actor: 'another', replace: false })
  other.close()
  await eventually(async () => (await askMeta(app)).counts.buildings === 14)
})

test('a corrected name is shown without building the city anew', async () => {
  const { app, world, store } = await servedCity({ identity: smallIdentity, records: smallRecords })
  const community = smallRecords.flatMap((one) => (one.kind === 'area' && one.record.code === '110105001001' ? [one.record] : []))[0]
  await store.load({ identity: smallIdentity, records: [{ kind: 'area', record: { ...community, name: '新西社区' } }], actor: 'test', replace: false })
  await world.refresh()
  const { byArea, dataVersion } = await askCoverage(app, { category: 'canteen' })
  expect(byArea.find((row) => row.code === '110105001001')?.name).toBe('新西社区')
  // geometry, network, residents, canteens, labels, places, registers, events, text: the map's names are another version.
  expect(dataVersion).toBe('1.1.1.1.2.1.0.0.1')
})

test('an empty database becomes a city when one is loaded', async () => {
  const { app, world, store } = await servedCity(null)
  expect((await app.request('/readyz')).status).toBe(200)
  const { catalogue } = await import('../../seeds/catalogue.ts')
  await store.load({ identity: smallIdentity, catalogue, records: smallRecords, actor: 'test', replace: false })
  await world.refresh()
  expect((await askMeta(app)).name).toBe('手绘小城')
})

test('npm start says what it does, serves, and ends at once when asked to', async () => {
  const folder = join(temporaryFolder(), 'started')
  const { spawn } = await import('node:child_process')
  const child = spawn(process.execPath, ['server/main.ts'], { env: { ...process.env, LINLI_DATA: folder, PORT: '0' }, stdio: ['ignore', 'ignore', 'pipe'] })
  onTestFinished(() => { child.kill('SIGKILL') })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => { said += chunk.toString() })
  await eventually(async () => said.includes('ready'))
  const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0] ?? ''
  const ready = await fetch(`${address}/readyz`)
  expect(await ready.json()).toMatchObject({ status: 'ready', city: '演示市柳浦区' })
  expect(said).toContain('正在种一座示意城市')
  // The connection above is kept alive and idle; it must not hold the process.
  const code = await new Promise((resolve) => { child.once('exit', resolve); child.kill('SIGTERM') })
  expect(code).toBe(0)
  // The data stay: a second process finds the city there and plants nothing.
  expect(JSON.parse((await linli(['coverage', '--category', 'clinic', '--json'], folder)).out)).toMatchObject({ demo: true })
}, 120_000)

test('two servers started at once on an empty folder serve the same city', async () => {
  const folder = join(temporaryFolder(), 'shared')
  const { spawn } = await import('node:child_process')
  const both = [0, 1].map(() => {
    const child = spawn(process.execPath, ['server/main.ts'], { env: { ...process.env, LINLI_DATA: folder, PORT: '0' }, stdio: ['ignore', 'ignore', 'pipe'] })
    onTestFinished(() => { child.kill('SIGKILL') })
    const said = { text: '' }
    child.stderr.on('data', (chunk: Buffer) => { said.text += chunk.toString() })
    return said
  })
  const readyWith = (text: string): string | undefined => /(\d+) 栋楼 ready/.exec(text)?.[1]
  for (const said of both) await eventually(async () => readyWith(said.text) !== undefined)
  const planted = both.flatMap((said) => /planted: (\d+) buildings/.exec(said.text)?.[1] ?? [])
  expect(planted.length).toBe(1)
  expect(both.map((said) => readyWith(said.text))).toEqual([planted[0], planted[0]])
}, 120_000)
