import type { CityRecord } from '../../geodata/model/city.ts'
import { categories } from '../catalogue/categories.ts'
import { diceOf } from './dice.ts'
import { usualHours } from './facilities.ts'
import type { facilityMaker } from './facilities.ts'
import { numeral } from './numerals.ts'
import { placesOf } from './places.ts'
import type { Peopled } from './records.ts'

/** Services of a district without stories: every kind of place, some in each community, at doors that exist. */
export function* plainServices(peopled: Peopled, make: ReturnType<typeof facilityMaker>): Generator<CityRecord> {
  const dice = diceOf(peopled.district.tile.seed, `plain ${peopled.key}`)
  const kinds = categories.filter(({ code }) => code in usualHours)
  for (let community = 0; community < peopled.areas.communities.length; community++) {
    const places = placesOf(peopled, community, dice.share, new Set())
    for (const { code: category, name } of kinds) {
      if (category === 'canteen' && dice.chance(0.5)) continue
      const place = places.take()
      if (place !== null) yield { kind: 'facility', record: make({ category, name: `${peopled.name}第${numeral(community + 1)}${name}`, position: place.position, audience: category === 'canteen' && dice.chance(0.3) ? 'staff' : 'everyone' }) }
    }
  }
}
