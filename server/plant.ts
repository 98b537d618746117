import { catalogue } from '../seeds/catalogue.ts'
import { demoCity, type DemoCity } from '../seeds/demo.ts'
import { demoTours } from '../seeds/demo/tours.ts'
import type { Position } from '../geodata/model/geometry.ts'
import { shanghaiDay } from './store/day.ts'
import type { LoadSummary, Store } from './store/store.ts'

export type PlantSetting = { seed: number; buildings?: number; replace: boolean; actor: string; progress?: (records: number) => void }

/** The catalogue a deployment starts with. */
export const seedCatalogue = catalogue

export const usualSeed = 1

/** Grows the demonstration city, with events up to today, into the store; the only place where seeds come into the server. Arrangements of holidays somebody put in are no part of a city and stay. */
export async function plantDemo(store: Store, { seed, buildings, replace, actor, progress }: PlantSetting): Promise<LoadSummary> {
  const city = demoCity({ seed, planted: shanghaiDay(), ...(buildings !== undefined && { buildings }) })
  const stored = (await store.catalogue())?.holidays ?? []
  const holidays = [...stored, ...catalogue.holidays.filter(({ year }) => !stored.some((one) => one.year === year))].toSorted((a, b) => a.year - b.year)
  const summary = await store.load({ identity: city.identity, catalogue: { ...catalogue, holidays }, records: city.records, actor, replace, ...(progress && { progress }) })
  await plantTours(store, city, actor)
  return summary
}

/** One that somebody has made their own stays as they made it. */
async function plantTours(store: Store, city: DemoCity, actor: string): Promise<void> {
  const stories = city.stories()
  if (!stories) return
  const at = async (id: string): Promise<Position | null> => (await store.facility(id))?.position ?? null
  const places = { institute: await at(stories.wall.canteen), river: await at(stories.river.canteen), supper: await at(stories.suppers.oneMore) }
  for (const tour of demoTours(stories, places)) await store.tours.write({ id: tour.id, tour, ifMatch: null, actor, planted: true })
}
