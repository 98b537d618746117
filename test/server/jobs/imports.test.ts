import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Language } from '../../../geodata/words/sentence.ts'
import { Refusal } from '../../../server/answers/refusal.ts'
import { readSource } from '../../../server/files/source.ts'
import { importFiles } from '../../../server/files/import-files.ts'
import { jobAnswer } from '../../../server/jobs/job-answer.ts'
import { etagOf } from '../../../server/store/etag.ts'
import { openStore } from '../../../server/store/open-store.ts'
import type { Store } from '../../../server/store/store.ts'
import { collect } from '../../tools/collect.ts'
import { fixturePath } from '../../tools/files.ts'
import { importWish, jobCity, type JobCity } from '../../tools/job-city.ts'
import { smallIdentity, smallRecords } from '../../tools/small-city.ts'
import { temporaryFolder } from '../../tools/temporary-folder.ts'

const corner = readFileSync(fixturePath('osm/corner.osm'))
const textCity = { identity: { ...smallIdentity, coding: 'text' as const }, records: smallRecords }

/** Everything a reader of the database could see, and its log. */
const everything = async (store: Store): Promise<unknown> => [
  await store.identity(), await store.versions(), await store.counts(), await store.changes(100_000),
  await collect(store.areas()), await collect(store.buildings()), await collect(store.streets()), await collect(store.gates()), await collect(store.ground()), await collect(store.facilities(null)), await collect(store.units(null)),
]

/** A file of so many square houses, as GeoJSON. */
function houses(count: number): string {
  const features = Array.from({ length: count }, (_, i) => {
    const [x, y] = [116.4 + (i % 300) * 0.0003, 39.9 + Math.floor(i / 300) * 0.0003]
    const ring = [[x, y], [x + 0.0001, y], [x + 0.0001, y + 0.0001], [x, y + 0.0001], [x, y]]
    return { type: 'Feature', id: i, properties: { building: 'residential', 'building:levels': '6', name: `楼 ${i}` }, geometry: { type: 'Polygon', coordinates: [ring] } }
  })
  return JSON.stringify({ type: 'FeatureCollection', features })
}

const uploadsOf = (city: JobCity): string[] => {
  const home = join(dirname(city.path), 'jobs')
  return existsSync(home) ? readdirSync(home) : []
}

describe('an import by the server', () => {
  test('does to the database what the command line does, and reports the same lines', async () => {
    const city = await jobCity(null)
    const job = await city.end(city.begin(importWish('corner.osm'), corner).id)
    expect([job.state, job.outcome?.failure]).toEqual(['done', null])

    const folder = temporaryFolder()
    const other = await openStore(join(folder, 'linli.sqlite'))
    const imported = await importFiles(other, { paths: [fixturePath('osm/corner.osm')], name: null, dryRun: false, replace: false, actor: 'an-editor' }, { read: readSource, reading: () => {}, writing: () => {} })
    if (!imported.ok) throw new Error('the fixture cannot be read')
    const withoutTimes = (state: unknown): string => JSON.stringify(state).replaceAll(/"at":"[^"]*"/g, '')
    expect(withoutTimes(await everything(city.store))).toBe(withoutTimes(await everything(other)))
    expect(job.outcome?.report).toMatchObject({ kind: 'import', report: { ...imported.value.report, others: {} }, ...imported.value.counts, dryRun: false })
    other.close()

    const answer = (language: Language) => jobAnswer(job, false, language)
    expect(answer('zh')).toMatchObject({ title: '导入 corner.osm', owner: 'an-editor', failure: null, file: null })
    expect(answer('zh').report?.at(-1)).toMatch(/^corner：新增 \d+ 条、更新 0 条、不变 0 条$/)
    expect(answer('en').report?.at(-1)).toMatch(/^corner: \d+ records added, 0 changed, 0 the same$/)
    expect(uploadsOf(city)).toEqual([])
  })

  test('a check counts and writes nothing', async () => {
    const city = await jobCity(textCity)
    const before = await everything(city.store)
    const job = await city.end(city.begin(importWish('corner.osm', { dryRun: true }), corner).id)
    expect(jobAnswer(job, false, 'zh')).toMatchObject({ state: 'done', title: '试导入 corner.osm，不写入' })
    expect(jobAnswer(job, false, 'zh').report?.at(-1)).toContain('（试运行，没有写入）')
    expect(await everything(city.store)).toEqual(before)
  })

  test('nothing is mixed into a demonstration; replace takes its place', async () => {
    const city = await jobCity({ identity: { ...smallIdentity, demo: true }, records: smallRecords })
    const before = await everything(city.store)
    const refused = await city.end(city.begin(importWish('corner.osm'), corner).id)
    expect([refused.state, jobAnswer(refused, false, 'zh').failure]).toEqual(['failed', '库里是示意数据“手绘小城”，真实数据不能与它混在一起；确要替换，请加 --replace。'])
    expect(await everything(city.store)).toEqual(before)
    const replaced = await city.end(city.begin(importWish('corner.osm', { replace: true }), corner).id)
    expect([replaced.state, await city.store.identity()]).toMatchObject(['done', { demo: false, name: 'corner' }])
  })

  test.each([
    { name: 'a file cut off', file: 'a.osm', upload: '<osm version="0.6">\n<node id="1" lat="30" lon="120"/>\n', failure: 'a.osm（第 3 行第 0 列）：文件没有写完：XML 元素尚未结束。' },
    { name: 'an empty file', file: 'a.geojson', upload: '', failure: 'a.geojson：文件是空的。' },
    { name: 'a picture', file: 'a.osm.pbf', upload: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), failure: 'a.osm.pbf：内容与扩展名不符：应为 OSM PBF，实为 PNG。' },
  ])('$name fails with the sentence of the command line, and the upload is gone', async ({ file, upload, failure }) => {
    const city = await jobCity(textCity)
    const before = await everything(city.store)
    const job = await city.end(city.begin(importWish(file), upload).id)
    expect(jobAnswer(job, false, 'zh')).toMatchObject({ state: 'failed', failure, report: null })
    expect([await everything(city.store), uploadsOf(city), city.trouble]).toEqual([before, [], []])
  })

  test('a record that the database refuses fails the whole of it', async () => {
    const city = await jobCity({ identity: smallIdentity, records: smallRecords })
    const before = await everything(city.store)
    const job = await city.end(city.begin(importWish('corner.osm'), corner).id)
    expect(jobAnswer(job, false, 'zh').failure).toBe('area relation/204 的编码应为 9 位数字，收到的是“relation/204”。')
    expect([await everything(city.store), city.trouble]).toEqual([before, []])
  })
})

describe('an import of a large file', () => {
  const large = houses(12_000)

  test.each(['reading', 'sorting', 'writing'] as const)('cancelled while it is at "%s" leaves the database exactly as it was', async (stage) => {
    const city = await jobCity(textCity)
    const before = await everything(city.store)
    const { id } = city.begin(importWish('large.geojson'), large)
    await city.at(id, stage)
    await city.jobs.cancel(id)
    expect([city.jobs.read(id)?.state, uploadsOf(city), city.trouble]).toEqual(['cancelled', [], []])
    expect(await everything(city.store)).toEqual(before)
    expect(await city.store.faults()).toEqual([])
    // Edits are taken again at once.
    const standing = await city.store.record('gate', 'gate-1')
    if (!standing) throw new Error('no gate')
    expect(await city.writer.edit({ kind: 'gate', id: 'gate-1', action: 'change', after: { ...standing, name: '新门' }, ifMatch: etagOf(standing) }, 'an-editor', 'zh')).toMatchObject({ ok: true })
  })

  test('edits are taken while it is read and refused at once while it is written', async () => {
    const city = await jobCity(textCity)
    const edit = async (name: string): Promise<unknown> => {
      const standing = await city.store.record('gate', 'gate-1')
      if (!standing) throw new Error('no gate')
      return city.writer.edit({ kind: 'gate', id: 'gate-1', action: 'change', after: { ...standing, name }, ifMatch: etagOf(standing) }, 'an-editor', 'zh')
    }
    const { id } = city.begin(importWish('large.geojson'), large)
    await city.at(id, 'reading')
    expect(await edit('一')).toMatchObject({ ok: true })
    await city.at(id, 'writing')
    const refusal = await edit('二').catch((error: unknown) => error)
    expect(refusal instanceof Refusal && refusal.value.code).toBe('writerBusy')
    expect(city.jobs.read(id)?.state).toBe('running')
    const job = await city.end(id)
    expect([job.state, (await city.store.counts()).building]).toEqual(['done', 13 + 12_000])
    expect(await edit('三')).toMatchObject({ ok: true })
    const written = city.told.flatMap((one) => (one.progress?.stage === 'writing' ? [one.progress.done] : []))
    expect(written.every((done, i) => i === 0 || done > written[i - 1])).toBe(true)
  })
})
