import { describe, expect, test } from 'vitest'
import type { ImportReport } from '../../../geodata/intake/report.ts'
import { roles } from '../../../geodata/intake/report.ts'
import { importReportLines } from '../../../geodata/words/importReport.ts'
import { fixturePath, readCity } from '../../tools/files.ts'
import { sharedNote, sharedPath, sharedPresent } from '../../tools/shared.ts'

const miniatures = ['osm/corner.osm', 'osm/corner.osm.pbf', 'shapefile/towns.shp', 'geojson/tiles.geojson', 'geojson/villages.geojson', 'geojson/people.geojson']
const realSets = ['beijing_tsinghua_osm', 'shanghai_bund_osm', 'scale_liechtenstein_osm', 'beijing_streets', 'taipei_admin_and_welfare', 'singapore_buildings_pop']

function expectToAddUp(report: ImportReport): void {
  expect(report.complete).toBe(true)
  for (const role of roles) {
    const { read, used, left, leftBy, readBy } = report.roles[role]
    expect([role, read]).toEqual([role, used + left])
    expect([role, Object.values(leftBy).reduce((sum, tally) => sum + tally.count, 0)]).toEqual([role, left])
    expect([role, Object.values(readBy).reduce((sum, count) => sum + count, 0)]).toEqual([role, read])
  }
}

describe('nothing disappears: read = used + left, and the reasons add up', () => {
  test.each(miniatures)('%s', async (name) => {
    expectToAddUp((await readCity([fixturePath(name)])).source.report)
  })
  test.skipIf(!sharedPresent).each(realSets)(`%s${sharedNote}`, async (folder) => {
    expectToAddUp((await readCity([sharedPath(`data/${folder}`)])).source.report)
  })
})

test('the report reads as lines in both languages', async () => {
  const { report } = (await readCity([fixturePath('geojson/villages.geojson')])).source
  expect(importReportLines(report)).toEqual([
    '区域：读到 6，采用 4，未采用 2',
    '  编号重复：1 (#5)',
    '  没有图形：1 (#6)',
    '  补上没有边界的上级区域：3 (某市、東區、西區)',
    '  边界自相交，已拆开：2 (#2、#3)',
    '  补上闭合点：1 (#4)',
  ])
  expect(importReportLines(report, 'en')[0]).toBe('areas: 6 read, 4 used, 2 left')
})

test('every file is named with its format, bytes and number of things', async () => {
  const { report } = (await readCity([fixturePath('geojson/people.geojson'), fixturePath('geojson/tiles.geojson')])).source
  expect(report.files.map(({ name, format, features }) => [name, format, features])).toEqual([['people.geojson', 'geojson', 3], ['tiles.geojson', 'geojson', 19]])
})
