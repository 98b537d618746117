import { catalogue } from '../seeds/catalogue.ts'
import { demoCity } from '../seeds/demo.ts'
import type { LoadSummary, Store } from './store/store.ts'

export type PlantSetting = { seed: number; buildings?: number; replace: boolean; actor: string; progress?: (records: number) => void }

/** The catalogue a deployment starts with. */
export const seedCatalogue = catalogue

export const usualSeed = 1

/** Grows the demonstration city into the store; the only place where seeds come into the server. Arrangements of holidays somebody put in are no part of a city and stay. */
export async function plantDemo(store: Store, { seed, buildings, replace, actor, progress }: PlantSetting): Promise<LoadSummary> {
  const city = demoCity({ seed, ...(buildings !== undefined && { buildings }) })
  const stored = (await store.catalogue())?.holidays ?? []
  const holidays = [...stored, ...catalogue.holidays.filter(({ year }) => !stored.some((one) => one.year === year))].toSorted((a, b) => a.year - b.year)
  return store.load({ identity: city.identity, catalogue: { ...catalogue, holidays }, records: city.records, actor, replace, ...(progress && { progress }) })
}
