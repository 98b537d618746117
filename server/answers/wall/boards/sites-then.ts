import { standsOn } from '../../../../geodata/model/entry.ts'
import { emptyOverlay, type Overlay } from '../../../../geodata/model/overlay.ts'
import { finderOf } from '../../records/place.ts'
import { registerRecords } from '../../registers/register-records.ts'
import type { OpenCity } from '../../open-city.ts'
import { keptWith } from '../kept.ts'

/** Two years of months and today. */
const keep = keptWith<Overlay>(26)

/** The sites that stood at the end of a day by their own dates of opening and closing, as an overlay on today's residents and streets. */
export const sitesThen = (open: OpenCity, day: string): Promise<Overlay> => (day === open.day ? Promise.resolve(emptyOverlay) : keep(open, day, () => read(open, day)))

async function read(open: OpenCity, day: string): Promise<Overlay> {
  const { byId } = open.city.facilities
  const stood = [...(await registerRecords(open)).facilities.values()].filter((site) => standsOn(site, day))
  const categories = new Set(open.catalogue.categories.map(({ code }) => code)), ids = new Set(stood.map(({ id }) => id))
  const added = stood.filter(({ id, category }) => !byId.has(id) && categories.has(category))
  const finder = await finderOf(open)
  const placed = await Promise.all(added.map(async ({ id, position }) => ({ facility: id, ...(await finder.find(position)) })))
  return { ...emptyOverlay, added, closed: [...byId.keys()].filter((id) => !ids.has(id)), placed }
}
