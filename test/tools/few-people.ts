import type { Residents } from '../../geodata/model/building.ts'
import { seededRandom } from '../../geodata/kernel/random.ts'
import type { RandomCity } from './random-city.ts'

/** The city with so few people in each building that most counts are below ten. Groups are parts of the whole. */
export function fewPeople(city: RandomCity, seed: number): RandomCity {
  const random = seededRandom(seed)
  return { ...city, buildings: city.buildings.map((one) => (one.residents === null ? one : { ...one, residents: someResidents(random) })) }
}

export function someResidents(random: () => number): Residents {
  const whole = (most: number): number => Math.floor(random() * (most + 1))
  const children = random() < 0.4 ? 0 : whole(5), oldest = random() < 0.7 ? 0 : whole(4), older = random() < 0.3 ? 0 : whole(9), between = whole(14)
  return { all: children + between + older + oldest, over60: older + oldest, over80: oldest, children, households: whole(8), basis: 'permanent', counted: random() < 0.6, source: 'random', date: null }
}
