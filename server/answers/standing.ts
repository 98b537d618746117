import type { CityIdentity, Versions } from '../../geodata/model/city.ts'

/** geometry.network.category.text; without a category the sum of all of them stands in its place, which grows with each. */
export function dataVersion(versions: Versions, category: string | null): string {
  const sites = category === null ? categorySum(versions) : (versions.categories[category] ?? 0)
  return [versions.geometry, versions.network, sites, versions.text].join('.')
}

/** In the address of tiles: whatever a tile shows changes it. */
export const tileVersion = (versions: Versions): string => dataVersion(versions, null)

/** What the columns and the network rest on: while it stays, nothing is rebuilt. */
export function figuresKey(versions: Versions, catalogueVersion: string, validityEdge: string | null): string {
  return JSON.stringify([versions.geometry, versions.network, versions.categories, catalogueVersion, validityEdge])
}

export type Standing = { dataDate: string | null; dataVersion: string; catalogueVersion: string; demo: boolean }

export const standingOf = (identity: CityIdentity, versions: Versions, catalogueVersion: string, category: string | null): Standing => ({
  dataDate: identity.sourceDate, dataVersion: dataVersion(versions, category), catalogueVersion, demo: identity.demo,
})

const categorySum = (versions: Versions): number => Object.values(versions.categories).reduce((sum, count) => sum + count, 0)
