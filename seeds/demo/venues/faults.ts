import type { Facility } from '../../../geodata/model/facility.ts'
import type { Scene } from './scene.ts'

/** So many places, beside one canteen, have told nobody when they are open. */
const silentPlaces = ['repair', 'sports', 'market', 'meetingRoom'] as const
/** What no reader can read: shown as it is, with the state unknown. */
const unreadable: Readonly<Record<string, string>> = { repair: '看天气，下雨不出摊', readingRoom: '开放时间以门口通知为准' }

/** Changes the one place of each of these kinds that comes last, as long as no story speaks of it: hours untold, hours nobody can read, shut out of turn. */
export function withFaults(facilities: readonly Facility[], { suppers, evening }: Scene): Facility[] {
  const changed = new Map<string, Partial<Facility>>()
  const last = (category: string, of: (facility: Facility) => boolean = () => true): string | null =>
    facilities.findLast((facility) => facility.category === category && evening?.rooms.has(facility.id) !== true && !changed.has(facility.id) && of(facility))?.id ?? null
  const change = (id: string | null, to: Partial<Facility>): void => { if (id !== null) changed.set(id, to) }
  change(suppers.silent, { hours: null })
  for (const category of silentPlaces) change(last(category), { hours: null })
  for (const [category, hours] of Object.entries(unreadable)) change(last(category), { hours })
  const own = ({ unit }: Facility): boolean => unit === null
  change(last('daycare', own), { suspensions: [{ from: '2026-03-16T00:00:00+08:00', until: null, reason: '消防改造' }] })
  change(last('activityRoom', own), { suspensions: [{ from: '2026-06-22T00:00:00+08:00', until: '2026-08-31T00:00:00+08:00', reason: '房屋加固' }] })
  change(last('readingRoom', ({ unit }) => unit !== null), { suspensions: [{ from: '2026-07-04T00:00:00+08:00', until: '2026-09-01T00:00:00+08:00', reason: '暑期延时开放暂停' }] })
  return facilities.map((facility) => ({ ...facility, ...changed.get(facility.id) }))
}
