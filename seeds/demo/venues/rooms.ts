import type { Booking, Offer, Payment, Price } from '../../../geodata/model/offer.ts'
import type { Dice } from '../dice.ts'
import { canteenOffer, restaurantOffer } from './meals.ts'
import { programmesOf } from './programmes.ts'
import type { TimedVenue } from './scene.ts'

/** What a place of each category offers, without its address and when it was checked. */
export function offerOf(venue: TimedVenue): Partial<Offer> {
  const { facility: { category, unit } } = venue
  return unit !== null && category !== 'canteen' && category !== 'toilet' ? lent(venue) : (offers[category]?.(venue) ?? {})
}

const price = (what: string, yuan: number, minAge: number | null = null, maxAge: number | null = null): Price => ({ what, minAge, maxAge, yuan })
const nothingToPay: readonly Price[] = [price('', 0)]
const anyWay: readonly Payment[] = ['cash', 'mobile', 'card']

const free = (dice: Dice, toilet: boolean | null, booking: Booking = 'none'): Partial<Offer> => ({ prices: nothingToPay, booking, toilet: toilet ?? dice.pick([true, false, null]) })

const offers: Readonly<Record<string, (venue: TimedVenue) => Partial<Offer>>> = {
  canteen: canteenOffer,
  restaurant: restaurantOffer,
  station: ({ dice, hours }) => ({ ...free(dice, true), bring: dice.pick(['身份证', '身份证、户口簿', null]), programmes: programmesOf('station', hours, 2, dice) }),
  garden: ({ dice, hours }) => ({ ...free(dice, null), programmes: programmesOf('garden', hours, 1, dice) }),
  square: ({ dice, hours }) => ({ ...free(dice, null), programmes: programmesOf('square', hours, 2, dice) }),
  sports: ({ dice }) => free(dice, null),
  activityRoom: ({ dice, hours }) => ({ ...free(dice, true), programmes: programmesOf('activityRoom', hours, 4, dice) }),
  readingRoom: ({ dice, hours }) => ({ ...free(dice, true), bring: dice.chance(0.4) ? '身份证（办借书证）' : null, programmes: programmesOf('readingRoom', hours, 1, dice) }),
  library: ({ dice, hours }) => ({ ...free(dice, true), bring: '身份证（办借书证）', programmes: programmesOf('library', hours, 2, dice) }),
  meetingRoom: ({ dice, hours }) => ({ ...free(dice, null, dice.pick(['none', 'phone'] as const)), programmes: programmesOf('meetingRoom', hours, 2, dice) }),
  clinic: ({ dice, hours }) => ({ payments: anyWay, bring: '身份证、医保卡', booking: dice.pick(['none', 'onSite'] as const), toilet: dice.pick([true, null]), programmes: programmesOf('clinic', hours, 3, dice) }),
  hospital: () => ({ payments: anyWay, bring: '身份证、医保卡', booking: 'online', toilet: true }),
  pharmacy: ({ dice }) => ({ payments: dice.chance(0.8) ? anyWay : ['mobile', 'card'], bring: dice.chance(0.4) ? '医保卡' : null, booking: 'none', delivers: dice.pick([true, false, null]) }),
  daycare: ({ dice, hours }) => ({ prices: [price('一天（含午餐）', dice.pick([20, 25, 30]), 60, 79), price('一天（含午餐）', dice.pick([10, 15]), 80)], payments: anyWay, bring: '身份证、近期体检表', booking: 'phone', toilet: true, delivers: dice.chance(0.3), programmes: programmesOf('daycare', hours, 2, dice) }),
  childcare: ({ dice }) => ({ prices: [price('一天', dice.pick([80, 95, 110]), 0, 2)], payments: ['mobile', 'card'], bring: '户口簿、预防接种证', booking: 'phone', toilet: true }),
  kindergarten: () => ({ booking: 'onSite', toilet: true }),
  market: ({ dice }) => ({ payments: ['cash', 'mobile'], booking: 'none', delivers: dice.chance(0.2), toilet: dice.pick([true, false]) }),
  convenience: ({ dice }) => ({ payments: dice.chance(0.85) ? ['cash', 'mobile'] : ['mobile'], booking: 'none', delivers: dice.pick([true, false, null]), toilet: false }),
  repair: ({ dice, hours }) => {
    const haircut = dice.pick([10, 12, 15])
    return { prices: [price('理发', haircut, null, 69), price('理发', haircut - 5, 70), ...(dice.chance(0.4) ? [price('修拉链', 5)] : [])], payments: dice.chance(0.9) ? ['cash', 'mobile'] : ['mobile'], booking: dice.pick(['none', 'none', 'phone'] as const), programmes: programmesOf('repair', hours, 1, dice) }
  },
  policeRoom: ({ dice }) => free(dice, false),
  mediation: ({ dice }) => ({ ...free(dice, null, dice.pick(['none', 'phone'] as const)), bring: dice.chance(0.5) ? '身份证、有关材料' : null }),
  restStop: ({ dice }) => ({ ...free(dice, dice.chance(0.8)) }),
  toilet: () => ({ prices: nothingToPay, toilet: true }),
}

/** Rooms and grounds that units open out of their own hours: announced before or at the gate, with a paper that says who one is. */
function lent({ facility: { category, admission }, nature, dice, hours }: TimedVenue): Partial<Offer> {
  const booking = admission.audience === 'byArrangement' || hours?.includes('预约') === true ? dice.pick(['phone', 'online'] as const) : dice.pick(['none', 'onSite', 'phone'] as const)
  const base = { booking, bring: dice.pick(['身份证，门卫登记', '身份证', '社区证明']), toilet: dice.chance(0.7) } satisfies Partial<Offer>
  if (category === 'sports') {
    const indoor = price('室内场地一小时', dice.pick([8, 10, 15]))
    return { ...base, prices: nature === 'school' ? [price('室外场地', 0), indoor] : nothingToPay, payments: nature === 'school' ? ['mobile'] : [], booking: nature === 'school' ? 'online' : booking }
  }
  const hired = category === 'meetingRoom' && dice.chance(0.2)
  return { ...base, prices: hired ? [price('半天', dice.pick([50, 80, 100]))] : nothingToPay, payments: hired ? ['mobile', 'card'] : [], programmes: category === 'activityRoom' ? programmesOf('lent', hours, 1, dice) : [] }
}
