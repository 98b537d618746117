import { describe, expect, test } from 'vitest'
import type { City } from '../../../geodata/kernel/city.ts'
import { connectedToMain } from '../../../geodata/kernel/connected.ts'
import { answerGaps } from '../../../geodata/kernel/gaps.ts'
import { homeKinds } from '../../../geodata/kernel/home.ts'
import { stateIndex } from '../../../geodata/kernel/states.ts'
import { footingOf } from '../../../geodata/kernel/footing.ts'
import { innerPoint } from '../../../geodata/kernel/inner.ts'
import { fillQuestion, ruleValue } from '../../../geodata/kernel/question.ts'
import { reachRow } from '../../../geodata/kernel/row.ts'
import { sourcesOf } from '../../../geodata/kernel/sources.ts'
import type { CityRecord, RecordKind, RecordOf } from '../../../geodata/model/city.ts'
import type { Box } from '../../../geodata/model/geometry.ts'
import { gapReasons } from '../../../geodata/model/question.ts'
import { emptyOverlay } from '../../../geodata/model/overlay.ts'
import { catalogue } from '../../../seeds/catalogue.ts'
import { buildCity } from '../../tools/build-city.ts'
import { largestNet } from '../../tools/component.ts'
import { walkingOracle } from '../../tools/dijkstra.ts'
import { readCity } from '../../tools/files.ts'
import { sharedNote, sharedPath, sharedPresent } from '../../tools/shared.ts'
import { planted } from '../../seeds/planted.ts'

/** 15 minutes of the fastest profile and the margin of near misses: the largest bound of any row. */
const boundMetres = 1.2 * 15 * 60 * 1.2

const bund = ['buildings_dedup', 'roads', 'pois'].map((name) => sharedPath(`data/shanghai_bund_osm/${name}.geojson`))

describe('every pair of building and site in reach walks as far as a plain Dijkstra says, within half a metre', () => {
  test('in the demo district', () => {
    const { records, box } = planted()
    expectEqualWalks(records, box)
  })
  test.skipIf(!sharedPresent)(`in Tsinghua${sharedNote}`, async () => expectReal([sharedPath('data/beijing_tsinghua_osm/tsinghua.osm.pbf')]))
  test.skipIf(!sharedPresent)(`at the Bund${sharedNote}`, async () => expectReal(bund))
  test.skipIf(!sharedPresent)(`in Liechtenstein${sharedNote}`, async () => expectReal([sharedPath('data/scale_liechtenstein_osm/li.osm.pbf')]))
})

async function expectReal(paths: readonly string[]): Promise<void> {
  const { records, source } = await readCity(paths)
  expectEqualWalks(records, source.box)
}

/** With no site anywhere all homes are left out, and those that the plain search from the main net does not find are listed as not connected. */
function expectUnreachableListed(city: City, unreachable: readonly boolean[]): void {
  const nobody = { ...city, facilities: { ...city.facilities, count: 0 } }
  const gaps = answerGaps(nobody, emptyOverlay, fillQuestion(catalogue, { category: catalogue.categories[0].code, group: 'all' }))
  const homes = [...city.buildings.kind.keys()].filter((i) => city.buildings.kind[i] === homeKinds.home)
  expect([...gaps.building]).toEqual(homes)
  const cut = [...gaps.building].filter((_, k) => gaps.state[k] === stateIndex.cut)
  expect(cut).toEqual(homes.filter((i) => unreachable[i]))
  expect([...gaps.reason].filter((reason) => gapReasons[reason] === 'notConnected')).toHaveLength(cut.length)
  // And beyond the homes: every building that the network cannot reach is counted as not connected.
  const connected = connectedToMain(footingOf(city, false, []))
  expect([...connected].map((one) => one === 0)).toEqual(unreachable)
}

function expectEqualWalks(records: readonly CityRecord[], box: Box): void {
  const of = <K extends RecordKind>(kind: K): RecordOf<K>[] => records.filter((row) => row.kind === kind).map((row) => row.record) as never
  const city = buildCity(catalogue, box, records)
  const locked = of('gate').filter((gate) => gate.locked === 'always').map((gate) => gate.position)
  const oracle = walkingOracle(of('street'), locked, false, ruleValue(catalogue, 'snapMetres'))
  const doors = of('building').map((building) => (building.entrances.length > 0 ? building.entrances : [innerPoint(building.footprint)]))
  const facilities = new Map(of('facility').map((facility) => [facility.id, facility]))
  const footing = footingOf(city, false, [])
  const sources = catalogue.categories.flatMap((category) => sourcesOf(city, emptyOverlay, category.code, 'any'))
  expect(sources.length).toBe(facilities.size)
  let pairs = 0, worst = 0, missing = 0
  for (const source of sources) {
    const row = reachRow(footing, { ...source, onlyAreas: [], onlyKey: '' }, boundMetres)
    const metres = new Float64Array(city.buildings.count).fill(Infinity)
    row.buildings.forEach((building, k) => { metres[building] = row.metres[k] })
    const position = facilities.get(source.id)?.position ?? [0, 0]
    oracle.metresTo(position, doors, boundMetres + 1).forEach((expected, building) => {
      // Within half a metre of the bound either side may have left the pair out.
      if (Math.abs(expected - boundMetres) < 0.5) return
      const within = expected < boundMetres
      if (within !== metres[building] < Infinity) missing++
      if (!within) return
      pairs++
      worst = Math.max(worst, Math.abs(metres[building] - expected))
    })
  }
  expectUnreachableListed(city, oracle.metresTo(largestNet(of('street')).place, doors).map((far) => far === Infinity))
  expect(missing).toBe(0)
  expect(pairs).toBeGreaterThan(1000)
  expect(worst).toBeLessThan(0.5)
}
