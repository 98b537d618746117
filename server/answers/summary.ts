import { connectedToMain } from '../../geodata/kernel/connected.ts'
import { footingOf } from '../../geodata/kernel/footing.ts'
import type { City } from '../../geodata/kernel/columns.ts'
import { homeKinds } from '../../geodata/kernel/home.ts'
import type { OpenCity } from './open-city.ts'

/** Figures of the whole city that no question changes; worked out once for each state of its columns. */
export type CitySummary = {
  homes: number
  noDataBuildings: number
  residents: number
  estimatedResidents: number
  walkableMetres: number
  /** Share of the walkable length in the largest connected part; null without streets. */
  mainComponentShare: number | null
  notConnectedBuildings: number
}

const summaries = new WeakMap<City, CitySummary>()

export function citySummary({ city }: Pick<OpenCity, 'city'>): CitySummary {
  const known = summaries.get(city) ?? summarise(city)
  summaries.set(city, known)
  return known
}

function summarise(city: City): CitySummary {
  const { buildings } = city
  const summary: CitySummary = { homes: 0, noDataBuildings: 0, residents: 0, estimatedResidents: 0, walkableMetres: 0, mainComponentShare: null, notConnectedBuildings: 0 }
  for (let i = 0; i < buildings.count; i++) {
    if (buildings.kind[i] === homeKinds.home) summary.homes++
    if (buildings.kind[i] === homeKinds.noData) summary.noDataBuildings++
    summary.residents += buildings.residents.all[i]
    if (buildings.counted[i] === 0) summary.estimatedResidents += buildings.residents.all[i]
  }
  const footing = footingOf(city, false, [])
  summary.walkableMetres = Math.round(footing.walk.totalMetres)
  summary.mainComponentShare = footing.walk.totalMetres > 0 ? footing.walk.mainMetres / footing.walk.totalMetres : null
  for (const connected of connectedToMain(footing)) if (connected === 0) summary.notConnectedBuildings++
  return summary
}
