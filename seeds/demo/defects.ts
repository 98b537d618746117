import type { District } from './district.ts'
import type { DraftLine } from './draft.ts'
import type { Areas } from './grids.ts'
import type { People } from './people.ts'
import { centreOf, distance } from './shapes.ts'

/** Faults planted so that every state appears on the map and every check has something to find. */

/** Takes away the ways from one small estate to the street: its homes are not connected. Returns the site, -1 when none fits. */
export function cutOff(district: District): number {
  const { centre } = district.plan
  const fits = district.sites.flatMap((site, index) => {
    const homes = site.buildings.filter((building) => building.dwellings > 0).length
    return ['estate', 'compound', 'towers'].includes(site.use) && homes >= 4 && homes <= 9 && site.gates.length > 0 ? [{ index, metres: distance(centreOf(site.face.ring), [centre[0] - 1500, centre[1] + 1450]) }] : []
  })
  const found = fits.toSorted((a, b) => a.metres - b.metres)[0]
  if (found === undefined) return -1
  const site = district.sites[found.index]
  const gates = new Set(site.gates.map((gate) => gate.position.join(' ')))
  site.lines = site.lines.map((line): DraftLine => (line.line.length === 3 && gates.has(line.line[1].join(' ')) ? { ...line, line: line.line.slice(1), trimMetres: 0 } : line))
  return found.index
}

/** Old houses whose use and height nobody has recorded. */
export function forgetSome(district: District): number {
  let forgotten = 0
  for (const site of district.sites) {
    if (site.use !== 'village' && site.use !== 'lanes') continue
    site.buildings.forEach((building, index) => {
      if (building.dwellings === 0 || index % 9 !== 4 || forgotten >= 26) return
      building.use = null
      building.storeys = null
      building.dwellings = 0
      forgotten++
    })
  }
  return forgotten
}

/** Leaves three grids with fewer than ten people of 60 and over, among those no story speaks of. */
export function thinOut(areas: Areas, people: readonly (readonly (People | null)[])[], spared: ReadonlySet<People>): void {
  const grids = areas.communities.flatMap((community) => community.grids).map((grid) => grid.buildings.flatMap(({ site, building }) => people[site][building] ?? []))
  const inhabited = grids.filter((members) => older(members) >= 10 && !members.some((who) => spared.has(who)))
  const fewest = inhabited.toSorted((a, b) => older(a) - older(b)).slice(0, 3)
  fewest.forEach((members, index) => {
    let left = [4, 7, 9][index]
    for (const who of members) {
      who.over60 = Math.min(who.over60, left > 0 ? 1 : 0)
      who.over80 = 0
      left -= who.over60
    }
  })
}

const older = (members: readonly People[]): number => members.reduce((sum, who) => sum + who.over60, 0)
