import { expect, test } from 'vitest'
import { footingOf } from '../../../geodata/kernel/footing.ts'
import { walksBetween } from '../../../geodata/kernel/pairs.ts'
import { unproject } from '../../../geodata/kernel/plane.ts'
import { ruleValue } from '../../../geodata/kernel/question.ts'
import { catalogue } from '../../../seeds/catalogue.ts'
import { buildCity } from '../../tools/build-city.ts'
import { walkingOracle } from '../../tools/dijkstra.ts'
import { randomCity, recordsOf } from '../../tools/random-city.ts'

const snapMetres = ruleValue(catalogue, 'snapMetres')

test.each([1, 2, 3, 4, 5])('walks between places of city %d equal a plain Dijkstra over its streets, and only those within the bound are told', (seed) => {
  const records = randomCity(seed)
  const city = buildCity(catalogue, records.box, recordsOf(records))
  const oracle = walkingOracle(records.streets, records.gates.filter(({ locked }) => locked === 'always').map(({ position }) => position), false, snapMetres)
  const places = Array.from({ length: 24 }, (_, i) => ({ x: city.buildings.x[i * 2], y: city.buildings.y[i * 2] }))
  const [froms, tos] = [places.slice(0, 12), places.slice(12)]
  const bound = 800
  const pairs = walksBetween(footingOf(city, false, []), froms, tos, bound)
  const found = new Map(Array.from({ length: pairs.count }, (_, p) => [`${pairs.from[p]} ${pairs.to[p]}`, pairs.metres[p]]))
  let worst = 0
  const wrong: string[] = []
  froms.forEach((from, i) => {
    const expected = oracle.metresTo(unproject(city.plane, from.x, from.y), tos.map((to) => [unproject(city.plane, to.x, to.y)]))
    expected.forEach((metres, j) => {
      const told = found.get(`${i} ${j}`)
      if (told !== undefined) worst = Math.max(worst, Math.abs(told - metres))
      // Half a metre on either side of the bound may fall either way.
      if ((told !== undefined) !== (metres <= bound) && Math.abs(metres - bound) > 0.5) wrong.push(`${i} ${j}: ${told} ${metres}`)
    })
  })
  expect({ wrong, some: found.size > 20, worst: worst < 0.5 }).toEqual({ wrong: [], some: true, worst: true })
})

test('a bound that is no length is refused', () => {
  const records = randomCity(1)
  const footing = footingOf(buildCity(catalogue, records.box, recordsOf(records)), false, [])
  expect(() => walksBetween(footing, [], [], 0)).toThrow('boundMetres: expected a number above 0, got 0')
})
