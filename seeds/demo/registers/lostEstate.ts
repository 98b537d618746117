import { handoverFigures } from '../handover.ts'
import type { Garden, GardenArea, GardenCommunity } from './garden.ts'

const { households, name } = handoverFigures

/** 失管小区: the estate of story 6 (handover.ts), or where a plan had none that whose households come nearest, its community and the grid most of its homes are in. */
export function lostEstate({ communities }: Garden): { estate: GardenArea; community: GardenCommunity; grid: string } | null {
  const all = communities.flatMap((community) => community.estates.filter(({ buildings }) => buildings.length > 0).map((estate) => ({ estate, community })))
  const nearest = all.find(({ estate }) => estate.name === name) ?? all.toSorted((a, b) => Math.abs(a.estate.households - households) - Math.abs(b.estate.households - households) || (a.estate.code < b.estate.code ? -1 : 1))[0]
  if (!nearest) return null
  const homes = new Map<string, number>()
  for (const { grid, households: count } of nearest.estate.buildings) if (grid !== null) homes.set(grid, (homes.get(grid) ?? 0) + count)
  const grid = [...homes].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0]
  return grid === undefined ? null : { ...nearest, grid }
}
