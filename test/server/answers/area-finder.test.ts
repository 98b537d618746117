import { expect, test } from 'vitest'
import { administrativeLevels } from '../../../geodata/model/area.ts'
import { areaLookup } from '../../../geodata/kernel/polygons.ts'
import { seededRandom } from '../../../geodata/kernel/random.ts'
import { areaFinder } from '../../../server/answers/area-finder.ts'
import { randomCity } from '../../tools/random-city.ts'
import { at, area, square } from '../../tools/small-city.ts'

test('a place lies where the kernel says, without the boundaries of the whole city at hand', async () => {
  for (let seed = 1; seed <= 5; seed++) {
    const { areas: laid } = randomCity(seed)
    // Overlapping ones too: the earlier record wins.
    const areas = [...laid, area('z-grid', 'grid', 'z', null, square(2, 2, 5, 5)), area('z-empty', 'grid', 'no shape', null, null)]
    const finder = await areaFinder((async function* () { yield* areas })(), async (code) => areas.find((one) => one.code === code) ?? null)
    const administrative = areaLookup(areas, administrativeLevels.toReversed()), estates = areaLookup(areas, ['estate'])
    const random = seededRandom(seed)
    let inside = 0
    for (let i = 0; i < 400; i++) {
      const position = at(random() * 16 - 2, random() * 16 - 2)
      const found = administrative(...position)
      expect(await finder.find(position)).toEqual({ area: found < 0 ? areas.length : found, estate: estates(...position) })
      if (found >= 0) inside++
    }
    expect(inside).toBeGreaterThan(100)
  }
})
