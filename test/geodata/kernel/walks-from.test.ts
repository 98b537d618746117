import { expect, test } from 'vitest'
import { footingOf } from '../../../geodata/kernel/footing.ts'
import { unproject } from '../../../geodata/kernel/plane.ts'
import { ruleValue } from '../../../geodata/kernel/question.ts'
import { wayTo } from '../../../geodata/kernel/route.ts'
import { doorsAt, doorsOf, siteSnaps, walksFrom } from '../../../geodata/kernel/walksFrom.ts'
import type { Position } from '../../../geodata/model/geometry.ts'
import { catalogue } from '../../../seeds/catalogue.ts'
import { buildCity } from '../../tools/build-city.ts'
import { walkingOracle } from '../../tools/dijkstra.ts'
import { geodesicMetres } from '../../tools/geodesic.ts'
import { randomCity, recordsOf } from '../../tools/random-city.ts'

const snapMetres = ruleValue(catalogue, 'snapMetres')
const bound = 900

test.each([1, 2, 3, 4, 5, 6])('walks from buildings and points of city %d to all its sites equal a plain Dijkstra over its streets, and those beyond the bound are none', (seed) => {
  const records = randomCity(seed)
  const city = buildCity(catalogue, records.box, recordsOf(records))
  const oracle = walkingOracle(records.streets, records.gates.filter(({ locked }) => locked === 'always').map(({ position }) => position), false, snapMetres)
  const footing = footingOf(city, false, [])
  const sites = siteSnaps(footing)
  const degrees = (x: number, y: number): Position => unproject(city.plane, x, y)
  const starts = Array.from({ length: 10 }, (_, i) => {
    const building = (i * 7) % city.buildings.count
    const doors = records.buildings[building].entrances
    const place = { x: city.buildings.x[building] + 11, y: city.buildings.y[building] - 7 }
    return [
      { doors: doorsOf(footing, building), at: doors.length > 0 ? doors : [degrees(city.buildings.x[building], city.buildings.y[building])] },
      { doors: doorsAt(footing, [place]), at: [degrees(place.x, place.y)] },
    ]
  }).flat()
  let worst = 0, near = 0, far = 0
  const wrong: string[] = []
  starts.forEach(({ doors, at }, i) => {
    const walks = walksFrom(footing, doors, sites, bound)
    records.facilities.forEach((site, j) => {
      const [expected] = oracle.metresTo(site.position, [at])
      if (walks[j] < Infinity) {
        near++
        worst = Math.max(worst, Math.abs(walks[j] - expected))
        const way = wayTo(footing, doors, { x: city.facilities.x[j], y: city.facilities.y[j] }, bound)
        // The way that is drawn is as long as the walk that is told.
        const drawn = way ? way.line.slice(1).reduce((sum, point, k) => sum + geodesicMetres(way.line[k], point), 0) : NaN
        if (way?.metres !== walks[j] || !(Math.abs(drawn - walks[j]) < 1)) wrong.push(`${i} ${j}: ${way?.metres} drawn ${drawn}, told ${walks[j]}`)
      } else far++
      // Half a metre on either side of the bound may fall either way.
      if ((walks[j] < Infinity) !== (expected <= bound) && Math.abs(expected - bound) > 0.5) wrong.push(`${i} ${j}: ${walks[j]} ${expected}`)
    })
  })
  expect({ wrong, near: near > 10, far: far > 10, worst: worst < 0.5 }).toEqual({ wrong: [], near: true, far: true, worst: true })
})

test('a way tells of stairs only where it leads over them', () => {
  const step = 0.001
  const at = (east: number, north: number): Position => [116.4 + east * step, 39.9 + north * step]
  const from = { source: 'drawn by hand', date: null }
  const lane = (id: string, line: Position[], steps: boolean) => ({ kind: 'street' as const, record: { id, name: id, class: 'lane' as const, line, walkable: true, steps, bridge: false, widthMetres: null, ...from } })
  const city = buildCity(catalogue, [116.39, 39.89, 116.42, 39.92], [lane('flat', [at(0, 0), at(5, 0)], false), lane('stairs', [at(5, 0), at(5, 5)], true)])
  const footing = footingOf(city, false, [])
  const place = (position: Position) => {
    const x = (position[0] - 116.405) * 85_400, y = (position[1] - 39.905) * 111_000
    return { x, y }
  }
  const doors = doorsAt(footing, [place(at(1, 0))])
  const steps = (to: Position): boolean | undefined => wayTo(footing, doors, place(to), 5000)?.steps
  expect([steps(at(4, 0)), steps(at(5, 4)), steps(at(3, 0))]).toEqual([false, true, false])
  // Stairs are no way for whoever walks without.
  expect(wayTo(footingOf(city, true, []), doorsAt(footingOf(city, true, []), [place(at(1, 0))]), place(at(5, 4)), 5000)?.steps).toBeUndefined()
})
