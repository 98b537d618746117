import { describe, expect, test } from 'vitest'
import { osmXmlScan } from '../../../server/files/osm/xml.ts'
import { fixturePath, readCity, withFiles } from '../../tools/files.ts'
import type { PbfManner } from '../../tools/osmPbf.ts'
import { osmPbfOf } from '../../tools/osmPbf.ts'
import { sharedNote, sharedPath, sharedPresent } from '../../tools/shared.ts'

const manners: readonly (readonly [string, PbfManner])[] = [
  ['dense nodes, zlib', {}],
  ['plain nodes', { dense: false }],
  ['unpacked blocks', { zlib: false }],
  ['a coarser grid of coordinates', { granularity: 1000 }],
]

describe('the miniature', () => {
  test.each(manners)('.osm.pbf written with %s gives the records of .osm', async (_, manner) => {
    const path = fixturePath('osm/corner.osm')
    const fromXml = await readCity([path])
    await withFiles({ 'corner.osm.pbf': osmPbfOf(osmXmlScan(path, 'corner.osm', { day: null }), manner) }, async (paths) => {
      const fromPbf = await readCity(paths)
      // This writer keeps no timestamps, so that the day is the one thing that differs.
      const withoutDay = (value: unknown): unknown => JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === 'date' ? null : inner)))
      expect(withoutDay(fromPbf.records)).toEqual(withoutDay(fromXml.records))
      expect(fromPbf.source.report.roles).toEqual(fromXml.source.report.roles)
    })
  })

  test('the .osm.pbf beside the .osm gives the same city, whatever writes such files in time to come', async () => {
    const [xml, pbf] = [await readCity([fixturePath('osm/corner.osm')]), await readCity([fixturePath('osm/corner.osm.pbf')])]
    expect(pbf.of('building').map(({ id, footprint, use, residents }) => ({ id, footprint, use, all: residents?.all }))).toEqual(xml.of('building').map(({ id, footprint, use, residents }) => ({ id, footprint, use, all: residents?.all })))
    expect(pbf.source.report.roles).toEqual(xml.source.report.roles)
  })

  test('the same file twice gives every record once; the second is left as a duplicate', async () => {
    const path = fixturePath('osm/corner.osm')
    const once = await readCity([path])
    await withFiles({ 'corner.osm.pbf': osmPbfOf(osmXmlScan(path, 'corner.osm', { day: null })) }, async (paths) => {
      const twice = await readCity([path, ...paths])
      expect(twice.of('building').map((each) => each.id)).toEqual(once.of('building').map((each) => each.id))
      expect(twice.source.report.roles.building.leftBy.duplicate?.count).toBe(once.of('building').length)
    })
  })
})

describe('real extracts', () => {
  test.skipIf(!sharedPresent)(`Tsinghua: .osm and .osm.pbf give identical records and reports${sharedNote}`, async () => {
    const [xml, pbf] = [await readCity([sharedPath('data/beijing_tsinghua_osm/tsinghua.osm')]), await readCity([sharedPath('data/beijing_tsinghua_osm/tsinghua.osm.pbf')])]
    expect(pbf.records).toEqual(xml.records)
    expect(pbf.source.report.roles).toEqual(xml.source.report.roles)
    expect(pbf.source.identity).toEqual(xml.source.identity)
  })

  test.skipIf(!sharedPresent)(`Tsinghua: 520 building ways and a multipolygon, and 684 ways tagged highway, are read${sharedNote}`, async () => {
    const { source, of } = await readCity([sharedPath('data/beijing_tsinghua_osm/tsinghua.osm.pbf')])
    expect([source.report.roles.building.readBy['building'], source.report.roles.street.readBy['highway']]).toEqual([521, 684])
    expect(of('facility').some((each) => each.category === 'canteen')).toBe(false)
    expect(of('facility').filter((each) => each.category === 'restaurant').length).toBeGreaterThan(30)
  })

  test.skipIf(!sharedPresent)(`Liechtenstein: 3,722 building ways and a multipolygon${sharedNote}`, async () => {
    const { of, source } = await readCity([sharedPath('data/scale_liechtenstein_osm/li.osm.pbf')])
    const ids = of('building').map((each) => each.id)
    expect([ids.filter((id) => id.startsWith('way/')).length, ids.filter((id) => id.startsWith('relation/')).length]).toEqual([3722, 1])
    expect(source.identity.sourceDate).toBe('2013-08-03')
  })
})
