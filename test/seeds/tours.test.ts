import { expect, test } from 'vitest'
import { tourWritten } from '../../geodata/contract/tours.ts'
import type { Position } from '../../geodata/model/geometry.ts'
import { demoCity } from '../../seeds/demo.ts'
import { demoTours } from '../../seeds/demo/tours.ts'

test.each([1, 7])('the tours of city %i lead through places that are there, within the bounds of the contract, and name no person and no slogan', (seed) => {
  const city = demoCity({ seed })
  const areas = new Set<string>(), sites = new Map<string, Position>()
  for (const one of city.records) {
    if (one.kind === 'area') areas.add(one.record.code)
    if (one.kind === 'facility') sites.set(one.record.id, one.record.position)
  }
  const stories = city.stories()
  if (!stories) throw new Error('the district has its stories')
  const at = (id: string): Position => {
    const found = sites.get(id)
    if (!found) throw new Error(`there is no site ${id}`)
    return found
  }
  const tours = demoTours(stories, { institute: at(stories.wall.canteen), river: at(stories.river.canteen), supper: at(stories.suppers.oneMore) })
  expect(tours.length).toBe(2)
  for (const { name, steps } of tours) {
    expect(tourWritten.safeParse({ name, steps }).error?.issues ?? []).toEqual([])
    for (const { place } of steps) expect([...(place.area === null ? [] : [place.area]), ...place.only].filter((code) => !areas.has(code))).toEqual([])
    for (const { words, notes } of steps) expect(`${words}${notes}`).not.toMatch(/书记|主任|同志|先生|女士|！|为人民|党旗/)
  }
  const [meals] = tours
  expect(meals.steps.flatMap(({ place }) => place.camera?.centre ?? [])).toEqual([stories.wall.canteen, stories.river.canteen, stories.suppers.oneMore].flatMap(at))
})
