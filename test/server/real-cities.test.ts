import { describe, expect, test } from 'vitest'
import { join } from 'node:path'
import { exchanges } from '../../geodata/contract/all.ts'
import { innerPoint } from '../../geodata/kernel/inner.ts'
import { ruleValue } from '../../geodata/kernel/question.ts'
import type { Position } from '../../geodata/model/geometry.ts'
import { catalogue } from '../../seeds/catalogue.ts'
import { collect } from '../tools/collect.ts'
import { walkingOracle } from '../tools/dijkstra.ts'
import { linli } from '../tools/linli.ts'
import { servedAgain } from '../tools/served-city.ts'
import { sharedNote, sharedPath, sharedPresent } from '../tools/shared.ts'
import { temporaryFolder } from '../tools/temporary-folder.ts'
import { venueAsking, type Venues } from '../tools/venue-asking.ts'

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

const folder = temporaryFolder()
const homeOf = (name: string): string => join(folder, name.replace(/\W+/g, '-'))

describe('real sets', () => {
  test.skipIf(!sharedPresent).each(sets)(`$name: imported, counted and proved${sharedNote}`, async ({ name, paths, added }) => {
    const home = homeOf(name)
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

/** Places near a start on two of the cities just imported, against a plain Dijkstra over their streets. */
describe('nearest by network', () => {
  test.skipIf(!sharedPresent).each([sets[0].name, sets[3].name])(`%s: every place within the hour is as far, and in that order${sharedNote}`, async (name) => {
    const path = join(homeOf(name), 'linli.sqlite')
    const { app, store } = await servedAgain({ path })
    const [streets, gates, facilities] = [await collect(store.streets()), await collect(store.gates()), new Map((await collect(store.facilities(null))).map((one) => [one.id, one.position]))]
    const oracle = walkingOracle(streets, gates.filter(({ locked }) => locked === 'always').map(({ position }) => position), false, ruleValue(catalogue, 'snapMetres'))
    const { read, address } = venueAsking(app)
    const buildings = await collect(store.buildings())
    const [west, south, east, north] = await store.extent() ?? [0, 0, 0, 0]
    const starts: { ask: Record<string, string>; doors: readonly Position[] }[] = [0.2, 0.5, 0.8].map((share) => {
      const { id, entrances, footprint } = buildings[Math.floor(buildings.length * share)]
      return { ask: { building: id }, doors: entrances.length > 0 ? entrances : [innerPoint(footprint)] }
    })
    const near: Position = [Math.round((west + east) * 5e5) / 1e6, Math.round((south + north) * 5e5) / 1e6]
    let walkedInAll = 0
    for (const { ask, doors } of [...starts, { ask: { near: near.join(',') }, doors: [near] }]) {
      const rows: Venues['venues'] = []
      for (let next: string | null = ''; next !== null;) {
        const page: Venues = await read(address('/api/v1/venues', { ...ask, at: '2026-02-14T11:00:00+08:00', limit: '200', ...(next !== '' && { cursor: next }) }), exchanges.venues.answer.schema)
        rows.push(...page.venues)
        next = page.next
      }
      const positions = rows.map(({ id }): readonly Position[] => [facilities.get(id) ?? [0, 0]])
      const byDoor = doors.map((door) => oracle.metresTo(door, positions))
      const expected = rows.map((_, i) => Math.min(...byDoor.map((metres) => metres[i])))
      const walked = rows.filter(({ walkMetres }) => walkMetres !== null).length
      const hour = 4320
      // The city's plane is true to 0.05 % and rows say whole metres.
      const slack = (metres: number): number => 1 + metres * 0.0005
      const wrong = rows.flatMap(({ id, walkMetres }, i) => {
        const isFar = walkMetres !== null && Math.abs(walkMetres - expected[i]) > slack(expected[i]), isMissing = walkMetres === null && expected[i] < hour - slack(hour)
        const isBefore = i > 0 && i < walked && expected[i - 1] > expected[i] + slack(expected[i])
        return isFar || isMissing || isBefore ? [[id, walkMetres, expected[i]]] : []
      })
      expect([ask, wrong, rows.length > 20]).toEqual([ask, [], true])
      walkedInAll += walked
      expect([ask, new Set(rows.map(({ id }) => id)).size]).toEqual([ask, rows.length])
    }
    // A start may be a farm an hour from anywhere, but not all of them.
    expect(walkedInAll).toBeGreaterThan(5)
  }, 120_000)
})
