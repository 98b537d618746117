import type { Areas } from './grids.ts'
import type { Tile } from './frame.ts'

/** 99 is the first pair of no province: codes of the demo can meet no real one. */
const cityCode = '990000'

export type Codes = { city: string; district: string; street: (street: number) => string; community: (community: number) => string; grid: (community: number, grid: number) => string }

/** 6, 9, 12 and 15 digits, each beginning with the code above it. Communities are counted within their street. */
export function codesOf(tile: Tile, areas: Areas, place: number): Codes {
  const district = `99${padded(101 + place, 4)}`
  const street = (index: number): string => `${district}${padded(index + 1, 3)}`
  const within = areas.communities.map((community, index) => areas.communities.slice(0, index).filter((other) => other.street === community.street).length)
  const community = (index: number): string => `${street(areas.communities[index].street)}${padded(within[index] + 1, 3)}`
  if (tile.column < 0) throw new RangeError(`a column from 0 was expected, got ${tile.column}`)
  return { city: cityCode, district, street, community, grid: (index, grid) => `${community(index)}${padded(grid + 1, 3)}` }
}

export function padded(value: number, digits: number): string {
  return String(value).padStart(digits, '0')
}
