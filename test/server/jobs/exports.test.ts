import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { unzipSync, strFromU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { EditableKind, CityRecord } from '../../../geodata/model/city.ts'
import { editableKinds } from '../../../geodata/model/city.ts'
import type { Offer } from '../../../geodata/model/offer.ts'
import { listHeadings } from '../../../geodata/words/lists.ts'
import { sheetWords } from '../../../geodata/words/sheets/all.ts'
import { commonWords } from '../../../geodata/words/sheets/common.ts'
import { recordHeadings } from '../../../geodata/words/sheets/forms.ts'
import type { JobWish } from '../../../server/store/jobs.ts'
import { exportWish, jobCity, type JobCity } from '../../tools/job-city.ts'
import { entry, organisation as organisationOf } from '../../tools/registers.ts'
import { at, building, facility, smallIdentity, smallRecords } from '../../tools/small-city.ts'

type ExportWish = Extract<JobWish, { kind: 'export' }>

const organisation: CityRecord = { kind: 'organisation', record: organisationOf('o-1', { name: '手绘科技', community: '110105001002', unit: 'unit-1' }) }
const offer: Offer = {
  address: '手绘大街 1 号', prices: [{ what: '午餐', minAge: 60, maxAge: 69, yuan: 12.5 }, { what: '', minAge: null, maxAge: null, yuan: 0 }], payments: ['cash', 'mobile'], bring: '老年卡', booking: 'phone', delivers: true, halal: false, toilet: null,
  menu: '周一 "面"\n周二 饭', programmes: [{ name: '书法', hours: '周三 9:00-11:00', room: '二楼' }], checked: { day: '2026-02-01', by: '西社区' },
}
const formula = facility('formula', 'canteen', 3, 2.2, { name: '=HYPERLINK("http://x")', hours: '周一,"午"\n11:00', phone: '+86 10 0000 0000', stepFree: true, capacity: { seats: 12, spareSeats: null, squareMetres: 80.5 }, offer, suspensions: [{ from: '2026-02-14T08:00:00+08:00', until: null, reason: '检修' }] })
const committee = entry('c-1', 'committee', { level: 'community', termStart: '2024-07-01', termEnd: '2029-06-30', brand: '红色,"东苑"' }, { name: '东社区大党委', area: '110105001002' })
const seat = entry('s-1', 'seat', { committee: 'c-1', number: 1, category: 'institution', role: 'seatMember', post: '=1+1', appointedBy: null }, { name: '一号席', unit: 'unit-1' })
const records: CityRecord[] = [...smallRecords, organisation, { kind: 'facility', record: formula }, { kind: 'entry', record: committee }, { kind: 'entry', record: seat }]
const city = await jobCity({ identity: smallIdentity, records })

async function exported(from: JobCity, list: EditableKind, more: Partial<ExportWish> = {}): Promise<Buffer> {
  const job = await from.end(from.begin(exportWish(list, list === 'entry' ? { sheet: 'committee', ...more } : more)).id)
  const path = from.jobs.file(job)
  if (path === null) throw new Error(`no file: ${JSON.stringify(job)}`)
  expect(job).toMatchObject({ state: 'done', outcome: { failure: null, file: { bytes: readFileSync(path).length } } })
  return readFileSync(path)
}

/** Rows of the list by their Chinese headings, without the notes below. */
async function csvRows(from: JobCity, list: EditableKind, more: Partial<ExportWish> = {}): Promise<Record<string, string>[]> {
  const text = (await exported(from, list, more)).toString()
  return parse(text.split('\r\n\r\n')[0], { bom: true, columns: true })
}

type Feature = { id: string; geometry: { coordinates: [number, number] } | null; properties: Record<string, unknown> }
async function features(from: JobCity, list: EditableKind, more: Partial<ExportWish> = {}): Promise<Feature[]> {
  return (JSON.parse((await exported(from, list, { ...more, format: 'geojson' })).toString()) as { features: Feature[] }).features
}

describe('an export equals the records', () => {
  test.each(editableKinds)('%s as GeoJSON, field by field', async (list) => {
    const stored = (await city.store.records(list, { limit: 1000 })).filter((record) => !('sheet' in record) || record.sheet === 'committee')
    const back = (await features(city, list)).map(({ geometry, properties }) => ({ ...properties, position: geometry?.coordinates ?? null }))
    // Counts below k are no numbers there; a test of their own looks at them.
    const plain = (records: readonly object[]): object[] => records.map((record): object => ({ ...record, residents: null, areas: null })).toSorted((a, b) => ('id' in a && 'id' in b && String(a.id) < String(b.id) ? -1 : 1))
    expect(plain(back)).toEqual(plain(stored))
  })

  test('CSV and workbook hold the same cells, and no cell is a formula', async () => {
    const rows = await csvRows(city, 'facility')
    expect(rows.map((row) => row['编号'])).toEqual(['canteen-staff', 'canteen-west', 'clinic-middle', 'formula'])
    expect(rows[3]).toMatchObject({ 名称: '\'=HYPERLINK("http://x")', 开放时间: '周一,"午"\n11:00', 电话: '\'+86 10 0000 0000', 座位: '12', 余座: '', 地址: '手绘大街 1 号', 价格: '午餐 60-69岁 12.5元；免费', 怎样付钱: '现金、手机支付', 要带什么: '老年卡', 预约: '电话预约', 送餐上门: '是', 清真餐: '否', 厕所: '', 菜单: '周一 "面"\n周二 饭', 活动安排: '书法 周三 9:00-11:00（二楼）', 暂停开放: '2026-02-14T08:00:00+08:00 – … 检修', 核实日期: '2026-02-01', 核实者: '西社区', '面积（平方米）': '80.5', 无台阶: '是', 社区: '西社区', 类别: '社区食堂', 经度: String(formula.position[0]) })
    const [sheet, notes] = sheets(await exported(city, 'facility', { format: 'xlsx' }))
    expect(sheet).toEqual([Object.keys(rows[0]), ...rows.map((row) => Object.values(row))])
    expect(notes.map(([label]) => label)).toEqual(['城市', '列表', '区域', '数据时点', '行数', '数据日期', '数据版本', '目录版本', '数据来源'])
  })

  test('headings and notes are in the language of the asker; every list has headings of its own', async () => {
    for (const list of editableKinds) {
      const [zh, en] = [(await exported(city, list)).toString(), (await exported(city, list, { language: 'en' })).toString()]
      const known = new Set<string>([...Object.values(listHeadings), ...Object.values(commonWords), ...Object.values(sheetWords.committee.fields), ...Object.values(recordHeadings.organisation), ...Object.values(recordHeadings.facility)].map((heading) => heading.zh))
      expect(zh.slice(1).split('\r\n')[0].split(',').filter((heading) => !known.has(heading))).toEqual([])
      expect(en).not.toMatch(/编号|所有人|全部/)
      expect(en).toContain('\r\ncity,手绘小城\r\n')
      expect(zh.charCodeAt(0)).toBe(0xfeff)
    }
  })

  test('rows of one sheet, under the headings by which they are read in again; a seat lies where its committee does', async () => {
    const [row] = await csvRows(city, 'entry', { area: '110105001002', areaName: '东社区' })
    expect(row).toMatchObject({ 编号: 'c-1', 名称: '东社区大党委', 区域: '110105001002', 社区: '东社区', [sheetWords.committee.fields.level.zh]: '社区大党委', [sheetWords.committee.fields.termStart.zh]: '2024-07-01', [sheetWords.committee.fields.brand.zh]: '红色,"东苑"' })
    const seats = { sheet: 'seat' } as const
    expect(await csvRows(city, 'entry', { ...seats, area: '110105001002', areaName: '东社区' })).toMatchObject([{ 编号: 's-1', 社区: '东社区', 单位: 'unit-1', [sheetWords.seat.fields.committee.zh]: 'c-1', [sheetWords.seat.fields.post.zh]: "'=1+1" }])
    expect(await csvRows(city, 'entry', { ...seats, area: '110105001001', areaName: '西社区' })).toEqual([])
    const job = await city.end(city.begin(exportWish('entry', { ...seats })).id)
    expect(job.outcome).toMatchObject({ report: { list: 'entry', sheet: 'seat', rows: 1, hidden: 0 }, file: { name: expect.stringContaining(sheetWords.seat.name.zh) } })
  })

  test('a list longer than a page holds every record once, in order', async () => {
    const many = await jobCity({ identity: smallIdentity, records: Array.from({ length: 2345 }, (_, i): CityRecord => ({ kind: 'facility', record: facility(`s${String(i).padStart(5, '0')}`, 'canteen', (i % 50) * 0.5, Math.floor(i / 50) * 0.3) })) })
    const ids = (await csvRows(many, 'facility')).map((row) => row['编号'])
    expect(ids).toEqual(Array.from({ length: 2345 }, (_, i) => `s${String(i).padStart(5, '0')}`))
  })
})

describe('what an export leaves out', () => {
  test('records outside the area asked about; what has no place lies in its community', async () => {
    const east = { area: '110105001002', areaName: '东社区' }
    expect((await csvRows(city, 'facility', east)).map((row) => row['编号'])).toEqual(['canteen-staff', 'clinic-middle'])
    expect((await csvRows(city, 'organisation', east)).map((row) => row['编号'])).toEqual(['o-1'])
    expect(await csvRows(city, 'organisation', { area: '110105001001', areaName: '西社区' })).toEqual([])
    expect((await csvRows(city, 'building', { area: '110105001002001', areaName: '东一网格' })).map((row) => row['编号'])).toEqual(['home-5', 'home-6', 'home-7', 'home-8', 'home-9'])
    expect((await exported(city, 'facility', east)).toString()).toContain('区域,东社区')
  })

  test('counts below k, and others that would give them away by the sum of their grid', async () => {
    const few = await jobCity({ identity: smallIdentity, records: [
      ...smallRecords.filter(({ kind }) => kind !== 'building'),
      ...[[3, 200], [40, 12], [25, 0]].map(([all, households], i): CityRecord => {
        const home = building(`h${i}`, 1 + i, 3)
        return { kind: 'building', record: { ...home, residents: home.residents && { ...home.residents, all, over60: 0, over80: 0, children: 0, households } } }
      }),
    ] })
    const rows = await csvRows(few, 'building')
    expect(rows.map((row) => [row['编号'], row['居民'], row['户数'], row['60 岁及以上']])).toEqual([['h0', '<10', '200', '*'], ['h1', '40', '12', '0'], ['h2', '*', '0', '0']])
    const [sheet] = sheets(await exported(few, 'building', { format: 'xlsx' }))
    expect(sheet[1]).toContain('<10')
    expect((await features(few, 'building')).map(({ properties }) => (properties['residents'] as { all: unknown }).all)).toEqual(['<10', 40, '*'])
    expect((await exported(few, 'building')).toString()).toContain('少于 10 的人数写作')
    const job = await few.end(few.begin(exportWish('building')).id)
    expect(job.outcome?.report).toMatchObject({ rows: 3, hidden: 5, k: 10 })
  })

  test('persons of rows below k, and whatever would give them away by the sums that registers tell', async () => {
    const counted = (id: string, area: string, month: string, persons: number): CityRecord => ({ kind: 'entry', record: entry(id, 'serviceRecord', { month, persons, times: 2 * persons }, { area }) })
    const [east, west] = ['110105001002', '110105001001']
    const few = await jobCity({ identity: smallIdentity, records: [
      ...smallRecords, counted('a', west, '2026-05', 4), counted('b', west, '2026-05', 30), counted('c', east, '2026-05', 50), counted('d', west, '2026-06', 3), counted('e', east, '2026-06', 60), counted('f', east, '2026-06', 0),
      { kind: 'organisation', record: organisationOf('o-1', { community: west, employees: 300, members: 3 }) }, { kind: 'organisation', record: organisationOf('o-2', { community: west, employees: 200, members: 40 }) }, { kind: 'organisation', record: organisationOf('o-3', { community: east, employees: 0, members: null }) },
    ] })
    const persons = sheetWords.serviceRecord.fields.persons.zh
    const rows = await csvRows(few, 'entry', { sheet: 'serviceRecord' })
    // May: 34 of the west are told, so b is kept beside a. June: the 3 of the west go with the 60 of the east, told for both together alone.
    expect(rows.map((row) => [row['编号'], row[persons]])).toEqual([['a', '<10'], ['b', '*'], ['c', '50'], ['d', '<10'], ['e', '*'], ['f', '0']])
    expect((await csvRows(few, 'organisation')).map((row) => [row['从业人员数'], row['党员数']])).toEqual([['300', '<10'], ['200', '*'], ['0', '']])
    expect((await features(few, 'entry', { sheet: 'serviceRecord' })).map(({ properties }) => (properties['fields'] as { persons: unknown; times: unknown }).persons)).toEqual(['<10', '*', 50, '<10', '*', 0])
    expect(await csvRows(few, 'entry', { sheet: 'serviceRecord', area: west, areaName: '西社区' })).toEqual(rows.filter((row) => row['社区'] === '西社区'))
    const text = (await exported(few, 'entry', { sheet: 'serviceRecord' })).toString()
    expect(text).toContain('少于 10 的人数写作')
  })

  test('a list of a part hides what the list of the whole hides', async () => {
    const whole = await csvRows(city, 'building')
    const part = await csvRows(city, 'building', { area: '110105001002', areaName: '东社区' })
    expect(part).toEqual(whole.filter((row) => row['社区'] === '东社区'))
    expect(part.flatMap((row) => Object.values(row)).filter((cell) => cell === '<10')).toHaveLength(5)
  })

  test('hidden units and what they own, in every format', async () => {
    const hiding = await jobCity({ identity: smallIdentity, records })
    await hiding.store.hideUnit('unit-1', 'test')
    for (const format of ['csv', 'geojson', 'xlsx'] as const) {
      for (const list of editableKinds) {
        const bytes = await exported(hiding, list, { format })
        const text = format === 'xlsx' ? JSON.stringify(sheets(bytes)) : bytes.toString()
        expect(text).not.toMatch(/unit-1|某机关|canteen-staff|手绘科技|s-1|一号席/)
        if (list === 'entry') expect(JSON.stringify(sheets(await exported(hiding, list, { sheet: 'seat', format: 'xlsx' })))).not.toMatch(/unit-1|s-1|一号席/)
      }
    }
  })
})

test('a list as of a day equals the list that was exported on that day', async () => {
  const then = new Date(Date.now() - 40 * 86_400_000).toISOString().slice(0, 10)
  const past = await jobCity({ identity: smallIdentity, records })
  const lists = (more: Partial<ExportWish> = {}) => Promise.all([...editableKinds.map((list) => csvRows(past, list, more)), csvRows(past, 'entry', { ...more, sheet: 'seat' })])
  const before = await lists()
  // The load is moved into the past, so that the day after it is known; the edits happen today.
  const { default: Database } = await import('better-sqlite3')
  const raw = new Database(past.path)
  raw.exec(`DROP TRIGGER change_log_stays; UPDATE change_log SET at = '${then}T01:00:00.000Z'`)
  raw.close()
  const edit = async (kind: EditableKind, id: string, action: 'add' | 'change' | 'remove', after: (standing: object) => object | null): Promise<void> => {
    const { etagOf } = await import('../../../server/store/etag.ts')
    const standing = await past.store.record(kind, id)
    const outcome = await past.writer.edit({ kind, id, action, after: after(standing ?? {}) as never, ifMatch: standing && etagOf(standing) }, 'an-editor', 'zh')
    expect(outcome).toMatchObject({ ok: true })
  }
  await edit('facility', 'canteen-west', 'change', (standing) => ({ ...standing, name: '西食堂', position: at(20, 2.2) }))
  await edit('facility', 'clinic-middle', 'remove', () => null)
  await edit('facility', 'a-new-one', 'add', () => ({ ...facility('a-new-one', 'canteen', 5, 2.2), source: '手工录入' }))
  await edit('organisation', 'o-1', 'remove', () => null)
  await edit('entry', 'c-1', 'change', (standing) => ({ ...standing, name: '东苑大党委', area: '110105001001' }))
  await edit('gate', 'gate-1', 'change', (standing) => ({ ...standing, locked: 'always' }))
  await edit('building', 'home-3', 'change', (standing) => ({ ...standing, residents: { all: 55, over60: 12, over80: 0, children: 11, households: 20, basis: 'permanent', counted: true, source: 'counted again', date: '2026-11-20' } }))
  const now = await lists()
  const asOf = await lists({ asOf: then })
  expect(now).not.toEqual(before)
  expect(asOf).toEqual(before)
  expect((await features(past, 'facility', { asOf: then })).map(({ id }) => id)).toEqual(['canteen-staff', 'canteen-west', 'clinic-middle', 'formula'])
})

test('an export of an empty database fails with a sentence and leaves no file', async () => {
  const empty = await jobCity(null)
  const job = await empty.end(empty.begin(exportWish('facility')).id)
  expect(job).toMatchObject({ state: 'failed', outcome: { failure: { code: 'noCatalogue' }, file: null } })
  expect(empty.jobs.file(job)).toBeNull()
})

/** Cells of each sheet as text; empty cells are ''. */
function sheets(bytes: Uint8Array): string[][][] {
  const parts = unzipSync(bytes)
  const plain = (xml: string): string => xml.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
  return Object.keys(parts).filter((name) => name.startsWith('xl/worksheets/')).toSorted().map((name) => {
    const xml = strFromU8(parts[name])
    expect(xml).not.toMatch(/<f[ >]/)
    return [...xml.matchAll(/<row>(.*?)<\/row>/gs)].map(([, row]) => [...row.matchAll(/<c\/>|<c[^>]*><v>(.*?)<\/v><\/c>|<c[^>]*><is><t[^>]*>(.*?)<\/t><\/is><\/c>/gs)].map(([, value, text]) => plain(value ?? text ?? '')))
  })
}
