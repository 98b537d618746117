import { addDays } from '../../../geodata/hours/clock.ts'
import type { Capacity, Facility } from '../../../geodata/model/facility.ts'
import { emptyOffer, type Offer } from '../../../geodata/model/offer.ts'
import { slots } from '../../catalogue/slots.ts'
import type { Dice } from '../dice.ts'
import { diceOf } from '../dice.ts'
import { withFaults } from './faults.ts'
import { hoursOf } from './hours.ts'
import { offerOf } from './rooms.ts'
import type { Scene } from './scene.ts'

/** Gives every place its hours, telephone and offer. Each has dice of its own, so that one place leaves another alone. */
export function dress(facilities: readonly Facility[], scene: Scene): Facility[] {
  const dressed = facilities.map((facility, index): Facility => {
    const dice = diceOf(scene.seed, `venue ${facility.id}`)
    const venue = { facility, nature: scene.nature(facility.unit), dice, scene }
    const hours = hoursOf(venue)
    return {
      ...facility, hours, phone: facility.phone ?? phoneOf(facility, index, dice),
      capacity: scene.evening?.sites.has(facility.id) === true ? largeEnough(facility) : facility.capacity,
      offer: { ...emptyOffer, address: scene.address(facility.id), ...offerOf({ ...venue, hours }), checked: checkedOf(scene.community(facility.id), dice) },
    }
  })
  return withFaults(dressed, scene)
}

/** No smaller than its item of 一站一园一场七室 has to be. */
function largeEnough({ category, capacity }: Facility): Capacity {
  const least = slots.find((slot) => slot.level === 'community' && slot.category === category)?.minSquareMetres ?? 0
  return { ...capacity, squareMetres: Math.max(capacity.squareMetres ?? 0, least) }
}

/** Places where somebody could answer; no area code begins with 0600, so that none of these is anybody's. */
const mute: readonly string[] = ['toilet', 'garden', 'square']
const phoneShare = 0.86

/** Somebody answers in every canteen of a community: people order there by telephone. */
function phoneOf({ category, unit }: Facility, index: number, dice: Dice): string | null {
  const answers = !mute.includes(category) && dice.chance(phoneShare)
  return answers || (category === 'canteen' && unit === null) ? `0600-56${String(index).padStart(5, '0')}` : null
}

/** Two thirds were found right within four months, a fifth long ago, the others never. */
function checkedOf(by: string, dice: Dice): Offer['checked'] {
  const [share, days] = [dice.share(), dice.whole(1, 120)]
  if (by === '' || share > 0.87) return null
  return { day: addDays(lastDay, -(share < 0.67 ? days : 200 + days * 3)), by }
}

/** The demo's last day, that of its records. */
const lastDay = '2026-06-30'
