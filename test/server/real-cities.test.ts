import { describe, expect, test } from 'vitest'
import { join } from 'node:path'
import { linli } from '../tools/linli.ts'
import { sharedNote, sharedPath, sharedPresent } from '../tools/shared.ts'
import { temporaryFolder } from '../tools/temporary-folder.ts'

/** Every set with buildings, streets or areas goes in by the command line, and `linli verify` proves what must hold of it. */
type Verified = { identities: { name: string; holds: boolean; detail: string }[] }
type Imported = { added: Record<string, number>; report: { roles: Record<string, { read: number; used: number; left: number }> } }

const bund = ['buildings_dedup', 'roads', 'pois', 'landuse', 'water'].map((name) => `shanghai_bund_osm/${name}.geojson`)
const sets: readonly { name: string; paths: readonly string[]; words?: readonly string[]; added: Readonly<Record<string, number>> }[] = [
  { name: 'Tsinghua, .osm', paths: ['beijing_tsinghua_osm/tsinghua.osm'], added: { building: 521 } },
  { name: 'Tsinghua, .osm.pbf', paths: ['beijing_tsinghua_osm/tsinghua.osm.pbf'], added: { building: 521 } },
  // One of the 1,321 bears a name on the deny list and is refused.
  { name: 'Shanghai Bund, GeoJSON', paths: bund, added: { building: 1320 } },
  { name: 'Liechtenstein, .osm.pbf', paths: ['scale_liechtenstein_osm/li.osm.pbf'], added: { building: 3723 } },
  // Areas of the levels above, which the files name but do not draw, are added beside the ones read.
  { name: 'Beijing streets, shapefile', paths: ['beijing_streets/beijing.shp'], added: { area: 331 + 17 } },
  { name: 'Taipei villages, GeoJSON', paths: ['taipei_admin_and_welfare/taipei_village.geojson'], added: { area: 456 + 13 } },
]

describe('real sets', () => {
  const folder = temporaryFolder()
  test.skipIf(!sharedPresent).each(sets)(`$name: imported, counted and proved${sharedNote}`, async ({ name, paths, added }) => {
    const home = join(folder, name.replace(/\W+/g, '-'))
    const imported = await linli(['import', ...paths.map((path) => sharedPath(`data/${path}`)), '--json'], home)
    expect(imported.code, imported.err).toBe(0)
    const { report, ...summary } = JSON.parse(imported.out) as Imported
    for (const [kind, count] of Object.entries(added)) expect([kind, summary.added[kind]]).toEqual([kind, count])
    for (const [role, counts] of Object.entries(report.roles)) expect([role, counts.read]).toEqual([role, counts.used + counts.left])
    const verified = await linli(['verify', '--json'], home)
    const { identities } = JSON.parse(verified.out) as Verified
    expect(identities.filter((identity) => !identity.holds)).toEqual([])
    expect(identities.map((identity) => identity.name)).toEqual(expect.arrayContaining(['coverageAndGaps', 'statesAddUp', 'everyHomeOnce', 'networkWithinStraight', 'unreachableListed']))
    expect(verified.code).toBe(0)
  })
})
