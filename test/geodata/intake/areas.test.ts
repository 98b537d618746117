import { describe, expect, test } from 'vitest'
import { hasCrossing } from '../../../geodata/intake/crossings.ts'
import { fixturePath, readCity, withFiles } from '../../tools/files.ts'
import { areaShapefile } from '../../tools/shapefile.ts'
import { sharedNote, sharedPath, sharedPresent } from '../../tools/shared.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
/** 省 市 县 乡 and a few names in GB 18030, by hand, since no encoder for it is built in. */
const gbBytes: Readonly<Record<string, readonly number[]>> = { 省: [0xca, 0xa1], 市: [0xca, 0xd0], 县: [0xcf, 0xd8], 乡: [0xcf, 0xe7], 甲: [0xbc, 0xd7], 乙: [0xd2, 0xd2], 丙: [0xb1, 0xfb], 丁: [0xb6, 0xa1] }
const gb = (text: string): Uint8Array => Uint8Array.from([...text].flatMap((character) => gbBytes[character] ?? [character.charCodeAt(0)]))
const columns = [{ name: '省', bytes: 20 }, { name: '市', bytes: 20 }, { name: '县', bytes: 20 }, { name: '乡', bytes: 20 }]
const clockwise = (x: number): [number, number][] => [[x, 30], [x, 30.01], [x + 0.01, 30.01], [x + 0.01, 30], [x, 30]]
const hole: [number, number][] = [[120.002, 30.002], [120.004, 30.002], [120.004, 30.004], [120.002, 30.004], [120.002, 30.002]]
const rows = [{ shape: [clockwise(120), hole], cells: ['甲市', '甲市', '乙县', '丙乡'] }, { shape: [clockwise(120.01), clockwise(120.03)], cells: ['甲市', '甲市', '乙县', '丁乡'] }]

describe('a shapefile with Chinese fields', () => {
  const bytes = areaShapefile(columns, rows, utf8)
  const files = { 'towns.shp': bytes.shp, 'towns.shx': bytes.shx, 'towns.dbf': bytes.dbf, 'towns.cpg': 'UTF-8' }

  test('names its areas and makes those above them once, without a boundary', async () => {
    await withFiles(files, async (paths) => {
      const { of, source } = await readCity([paths[0]])
      expect(of('area').map(({ level, code, name, parent, boundary }) => [level, code, name, parent, boundary?.map((rings) => rings.length) ?? null])).toEqual([
        ['city', '甲市', '甲市', null, null],
        ['district', '甲市乙县', '乙县', '甲市', null],
        ['street', '甲市乙县丙乡', '丙乡', '甲市乙县', [2]],
        ['street', '甲市乙县丁乡', '丁乡', '甲市乙县', [1, 1]],
      ])
      expect(source.report.roles.area).toMatchObject({ read: 2, used: 2, repairedBy: { parentMade: { count: 2 } } })
    })
  })

  const gbk = areaShapefile(columns, rows, gb)
  test.each([['a .cpg that says GBK', { 'towns.cpg': 'GBK' }], ['no .cpg', {}]])('in GBK with %s gives the same areas', async (_, cpg) => {
    const expected = await withFiles(files, async (paths) => (await readCity([paths[0]])).of('area'))
    await withFiles({ 'towns.shp': gbk.shp, 'towns.shx': gbk.shx, 'towns.dbf': gbk.dbf, ...cpg }, async (paths) => {
      expect((await readCity([paths[0]])).of('area')).toEqual(expected)
    })
  })

  test('the one that lies among the fixtures gives the same areas', async () => {
    const expected = await withFiles(files, async (paths) => (await readCity([paths[0]])).of('area'))
    expect((await readCity([fixturePath('shapefile/towns.shp')])).of('area')).toEqual(expected)
    expect(expected).toHaveLength(4)
  })

  test('a folder with its parts is read as one source', async () => {
    await withFiles(files, async (_, folder) => {
      expect((await readCity([folder])).of('area').length).toBe(4)
    })
  })
})

describe('areas with faults', () => {
  test('outlines that cross or turn back on themselves are untied, a repeated code and a missing shape are left', async () => {
    const { of, source } = await readCity([fixturePath('geojson/villages.geojson')])
    expect(source.report.roles.area).toMatchObject({
      read: 6,
      used: 4,
      leftBy: { duplicate: { count: 1, examples: ['#5'] }, noGeometry: { count: 1, examples: ['#6'] } },
      repairedBy: { crossingUntied: { count: 2, examples: ['#2', '#3'] }, ringClosed: { count: 1, examples: ['#4'] } },
    })
    expect(of('area').flatMap((area) => area.boundary ?? []).some((rings) => hasCrossing(rings))).toBe(false)
    expect(of('area').filter((area) => area.level === 'district').map((area) => [area.code, area.name, area.parent])).toEqual([['0101', '東區', '某市'], ['0102', '西區', '某市']])
  })
})

describe('real areas', () => {
  test.skipIf(!sharedPresent)(`Beijing: 331 streets, the same from the shapefile as from GeoJSON${sharedNote}`, async () => {
    const json = await readCity([sharedPath('data/beijing_streets/beijing_streets_331_worldpop.geojson')])
    const shape = await readCity([sharedPath('data/beijing_streets/beijing.shp')])
    const plain = (city: typeof json) => city.of('area').map(({ code, level, name, parent, boundary }) => ({ code, level, name, parent, boundary }))
    expect(json.of('area').filter((area) => area.level === 'street').length).toBe(331)
    expect(plain(shape)).toEqual(plain(json))
  })
  test.skipIf(!sharedPresent)(`Taipei: 456 villages under 12 towns; one outline crosses itself and two turn back on themselves${sharedNote}`, async () => {
    const { of, source } = await readCity([sharedPath('data/taipei_admin_and_welfare/taipei_village.geojson'), sharedPath('data/taipei_admin_and_welfare/taipei_town.geojson')])
    expect([of('area').filter((area) => area.level === 'community').length, of('area').filter((area) => area.level === 'district' && area.boundary !== null).length]).toEqual([456, 12])
    expect(source.report.roles.area.repairedBy.crossingUntied?.examples).toEqual(['#102', '#123', '#128'])
    expect(of('area').find((area) => area.name === '湖田里')?.parent).toBe('6301200')
  })
})
