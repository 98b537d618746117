import type { Audience, Facility } from '../../geodata/model/facility.ts'
import { toPosition } from './plane.ts'
import type { Point } from './plane.ts'
import { provenance } from './records.ts'
import { emptyOffer } from '../../geodata/model/offer.ts'

export type Offer = {
  category: string; name: string; position: Point; unit?: string | null; audience?: Audience; minAge?: number | null; onlyAreas?: readonly string[]
  hours?: string | null; seats?: number | null; spareSeats?: number | null; squareMetres?: number | null; stepFree?: boolean | null
  phone?: string | null; validFrom?: string | null
}

/** Opening hours as such places publish them; stored as text. */
export const usualHours: Readonly<Record<string, string>> = {
  canteen: '早餐 6:30-9:00，午餐 10:30-13:30，晚餐 16:30-18:30', restaurant: '每日 10:00-21:30', station: '周一至周五 8:30-12:00，13:30-17:30', garden: '全天开放', square: '每日 6:00-22:00',
  sports: '工作日 19:00-21:00，节假日 8:00-21:00', activityRoom: '每日 9:00-11:30，14:00-17:00', readingRoom: '周二至周日 9:00-17:00', library: '周二至周日 9:00-20:30', meetingRoom: '周一至周五 8:30-17:30',
  clinic: '周一至周六 8:00-12:00，14:00-17:30', hospital: '全天急诊，门诊 8:00-17:00', pharmacy: '每日 8:00-21:00', daycare: '周一至周五 8:00-17:30', childcare: '周一至周五 7:40-18:00', kindergarten: '工作日 7:40-17:00',
  school: '工作日 7:30-17:30', market: '每日 5:30-19:00', convenience: '每日 7:00-23:00', repair: '每日 9:00-19:00', policeRoom: '周一至周五 8:30-17:30', mediation: '周一至周五 9:00-17:00', restStop: '每日 8:00-22:00', toilet: '全天开放',
}

/** Numbers facilities as they come; the door is theirs. */
export function facilityMaker(key: string): (offer: Offer) => Facility {
  let number = 0
  return (offer) => {
    return {
      ...provenance, validFrom: offer.validFrom ?? null, validTo: null, id: `${key}-facility-${++number}`, name: offer.name, category: offer.category, position: toPosition(offer.position), unit: offer.unit ?? null,
      admission: { audience: offer.audience ?? 'everyone', minAge: offer.minAge ?? null, maxAge: null, onlyAreas: offer.onlyAreas ?? [] },
      hours: offer.hours === undefined ? usualHours[offer.category] ?? null : offer.hours, phone: offer.phone ?? null,
      capacity: { seats: offer.seats ?? null, spareSeats: offer.spareSeats ?? null, squareMetres: offer.squareMetres ?? null }, stepFree: offer.stepFree ?? null, offer: emptyOffer, suspensions: [],
    }
  }
}
