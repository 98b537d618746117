import type { Role } from '../../geodata/contract/exchange.ts'
import type { tileLayers } from '../../geodata/contract/meta.ts'
import type { CityIdentity, Versions } from '../../geodata/model/city.ts'
import { tileFormat } from '../tiles/tile-format.ts'

/** geometry.network.residents.category.labels.places.registers.events.text; without a category the sum of all of them stands in its place, which grows with each. */
export function dataVersion(versions: Versions, category: string | null): string {
  const sites = category === null ? categorySum(versions) : (versions.categories[category] ?? 0)
  const { geometry, network, residents, labels, places, registers, events, text } = versions
  return [geometry, network, residents, sites, labels, places, registers, events, text].join('.')
}

/** What tiles show of a city, beside how they are written. */
export type TileStanding = { versions: Versions; born: string; validityEdge: string | null }

/**
 * In the address of each layer's tiles, which browsers keep for ever: the format, which database, and the versions of what the layer shows.
 * A canteen that opens changes places and leaves the buildings in every cache.
 */
export function tileVersions({ versions, born, validityEdge }: TileStanding): Record<(typeof tileLayers)[number], string> {
  const { geometry, network, labels, places } = versions
  const of = (...shown: (number | string)[]): string => [tileFormat, born, ...shown].join('.')
  return { base: of(geometry, network, labels), buildings: of(geometry, labels), outlines: of(geometry), places: of(network, categorySum(versions), places, (validityEdge ?? '').replaceAll('-', '')) }
}

/** The public has places at four decimals: other tiles, and so another address. */
export const tileVersionsFor = (role: Role, versions: ReturnType<typeof tileVersions>): ReturnType<typeof tileVersions> => (role === 'public' ? { ...versions, places: `${versions.places}.${publicDecimals}` } : versions)
const publicDecimals = 4

/** Changes with any of them. */
export const tileVersion = (standing: TileStanding): string => Object.values(tileVersions(standing)).join('_')

export type Standing = { dataDate: string | null; dataVersion: string; catalogueVersion: string; demo: boolean }

export const standingOf = (identity: CityIdentity, versions: Versions, catalogueVersion: string, category: string | null): Standing => ({
  dataDate: identity.sourceDate, dataVersion: dataVersion(versions, category), catalogueVersion, demo: identity.demo,
})

const categorySum = (versions: Versions): number => Object.values(versions.categories).reduce((sum, count) => sum + count, 0)
