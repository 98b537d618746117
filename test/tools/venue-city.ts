import type { Facility } from '../../geodata/model/facility.ts'
import { emptyOffer, type Offer, type Price, type Suspension } from '../../geodata/model/offer.ts'
import { calendarOf } from '../../geodata/hours/calendar.ts'
import { isOpenAt } from '../../geodata/hours/open.ts'
import { readHours } from '../../geodata/hours/read.ts'
import { seededRandom } from '../../geodata/kernel/random.ts'
import { admittanceOf, type Asker } from '../../geodata/model/admittance.ts'
import type { VenueFilter } from '../../geodata/model/venue.ts'
import { catalogue } from '../../seeds/catalogue.ts'
import { randomCity, type RandomCity } from './random-city.ts'

/** A random city with many places of every kind, their hours, prices and all else drawn by lot. */
export function venueCity(seed: number, count = 90): RandomCity {
  const random = seededRandom(seed)
  const city = randomCity(seed)
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]
  const maybe = (): boolean | null => pick([true, true, false, null])
  const grids = city.areas.filter(({ level }) => level === 'grid').map(({ code }) => code)
  const offer = (): Offer => ({
    ...emptyOffer, delivers: maybe(), halal: maybe(), toilet: maybe(), booking: pick(['none', 'phone', null] as const), payments: pick([[], ['cash'], ['cash', 'mobile'], ['mobile']] as const), prices: pick(prices),
  })
  const facilities = Array.from({ length: count }, (_, k): Facility => ({
    ...city.facilities[k % city.facilities.length], id: `v${k}`, name: `${pick(names)}${k % 7}号`, category: pick(catalogue.categories).code, position: pick(city.facilities).position.map((degrees) => degrees + (random() - 0.5) * 0.004) as [number, number],
    admission: { audience: pick(['everyone', 'everyone', 'retired', 'staff', 'couriers'] as const), minAge: pick([null, null, 60]), maxAge: null, onlyAreas: pick([[], [], [grids[0], 'community-1']]) },
    hours: pick(hours), suspensions: random() < 0.15 ? pick(suspensions) : [], stepFree: maybe(), offer: offer(),
  }))
  // Counts that add up, as a database asks of them.
  const buildings = city.buildings.map((one) => ({ ...one, residents: one.residents && { ...one.residents, all: 100, over60: 20, over80: 5, children: 10, households: 40 } }))
  return { ...city, buildings, facilities }
}

const names = ['听涛', '望江', '重庆路', '柳浦', '红旗']
const hours = ['周一至周五 10:30-13:30，16:30-18:30', '每日 6:00-22:00', '全天开放', '周二至周日 9:00-17:00；法定节假日休息', 'Mo-Fr 08:00-12:00; PH off', '看门上的牌子', null]
const prices: readonly (readonly Price[])[] = [[], [{ what: '', minAge: null, maxAge: null, yuan: 0 }], [{ what: '午餐', minAge: null, maxAge: 59, yuan: 15 }, { what: '午餐', minAge: 60, maxAge: null, yuan: 0 }], [{ what: '', minAge: null, maxAge: null, yuan: 5 }]]
const suspensions: readonly (readonly Suspension[])[] = [[{ from: '2026-02-01T00:00:00+08:00', until: null, reason: '装修' }], [{ from: '2026-02-14T00:00:00+08:00', until: '2026-02-15T00:00:00+08:00', reason: '停水' }]]

const calendar = calendarOf(catalogue.holidays)
const wishOf = (code: string): readonly string[] => catalogue.wishes.find((wish) => wish.code === code)?.categories ?? []
export const isVenue = ({ category }: Facility): boolean => catalogue.wishes.some((wish) => wish.categories.includes(category))

/** Whether a place has what a filter asks; straight from its record. */
export function meets(facility: Facility, filter: VenueFilter, asker: Asker, at: string): boolean {
  const { offer, suspensions } = facility
  switch (filter) {
    case 'open': return isOpenAt({ rule: facility.hours === null ? null : readHours(facility.hours).rule, suspensions }, Date.parse(at), calendar) === 'open'
    case 'admits': return admittanceOf(facility.admission, asker) === 'yes'
    case 'stepFree': return facility.stepFree === true
    case 'delivers': return offer.delivers === true
    case 'cash': return offer.payments.includes('cash')
    case 'noBooking': return offer.booking === 'none'
    case 'halal': return offer.halal === true
    case 'toilet': return facility.category === 'toilet' || offer.toilet === true
    case 'free': {
      const mine = offer.prices.filter(({ minAge, maxAge }) => asker.age === null || (asker.age >= (minAge ?? 0) && asker.age <= (maxAge ?? 999)))
      return mine.length > 0 && !mine.some(({ yuan }) => yuan > 0)
    }
  }
}

export const ofWish = ({ category }: Facility, wish: string): boolean => wishOf(wish).includes(category)
