import { conform, unionOf } from './conform.ts'
import type { District } from './district.ts'
import type { Site } from './draft.ts'
import { cutFaces } from './faces.ts'
import type { Face } from './faces.ts'
import { localOf } from './local.ts'
import type { Local } from './local.ts'
import { signedArea } from './plane.ts'
import type { Point } from './plane.ts'
import { centreOf, inside } from './shapes.ts'
import { neighbours, partition } from './communities.ts'
import type { Piece } from './communities.ts'
import type { People } from './people.ts'

/** Households a grid should hold: the national habit is 300 to 500. */
const gridHouseholds = 370

export type Grid = { rings: Point[][]; centre: Point; households: number; buildings: { site: number; building: number }[] }
export type Community = { street: number; sites: number[]; grids: Grid[]; rings: Point[][]; households: number }
export type Areas = { communities: Community[]; streets: Point[][][]; outline: Point[][] }

type Part = { face: Face; site: number; buildings: number[]; households: number }

/** Communities of the three streets of a district: north of the river, south-west with the old quarter, south-east. */
const communitiesByStreet = [10, 9, 7] as const
/** The resettlement estate is a community of its own in the second street. */
const partsByGroup = [10, 8, 7, 1] as const
const streetOfGroup = [0, 1, 2, 1] as const

/** Cuts the district into streets, communities and grids; every level is the exact sum of the one below. */
export function areasOf(district: District, people: readonly (readonly (People | null)[])[]): Areas {
  const crossings = { left: 1 }
  const parts = district.sites.flatMap((site, index) => partsOf(site, index, people[index], crossings))
  const rings = conform(parts.map((part) => part.face.ring))
  const pieces = district.sites.map((site, index): Piece => {
    const own = rings.filter((_, part) => parts[part].site === index)
    const households = people[index].reduce((sum, each) => sum + (each?.households ?? 0), 0)
    return { rings: own, centre: centreOf(site.face.ring), weight: households + signedArea(site.face.ring) / 450, group: 0 }
  })
  group(district, pieces)
  const community = partition(pieces, partsByGroup)
  const labels = partsByGroup.flatMap((count, group) => Array.from({ length: count }, () => streetOfGroup[group])).map((street, label) => ({ street, label })).toSorted((a, b) => a.street - b.street || a.label - b.label)
  const communities = labels.map(({ street, label }): Community => {
    const own = parts.flatMap((part, index) => (community[part.site] === label ? [index] : []))
    const sites = pieces.flatMap((_, index) => (community[index] === label ? [index] : []))
    const grids = gridsOf(own.map((index) => parts[index]), own.map((index) => rings[index]), district.sites)
    return { street, sites, grids, rings: unionOf(own.map((index) => rings[index])), households: grids.reduce((sum, grid) => sum + grid.households, 0) }
  })
  const streetOf = new Map(labels.map(({ street, label }) => [label, street]))
  const streets = communitiesByStreet.map((_, street) => unionOf(rings.filter((_, part) => streetOf.get(community[parts[part].site]) === street)))
  return { communities, streets, outline: unionOf(rings) }
}

/** North of the river is one street; the south is divided by weight from west to east, whole blocks at a time. */
function group(district: District, pieces: Piece[]): void {
  const { river } = district.plan
  const south = pieces.filter((piece) => piece.centre[1] < riverAt(river, piece.centre[0]))
  for (const piece of pieces) piece.group = 1
  const total = south.reduce((sum, piece) => sum + piece.weight, 0)
  const shareWest = communitiesByStreet[0] / (communitiesByStreet[0] + communitiesByStreet[2])
  let sum = 0
  for (const piece of south.toSorted((a, b) => a.centre[0] - b.centre[0])) {
    piece.group = sum < total * shareWest ? 0 : 2
    sum += piece.weight
  }
  pieces.forEach((piece, index) => {
    if (district.sites[index].use === 'resettlement') piece.group = 3
  })
}

function riverAt(river: readonly Point[], x: number): number {
  return river.reduce((best, each) => (Math.abs(each[0] - x) < Math.abs(best[0] - x) ? each : best))[1]
}

/** Divides a site's land between rows of buildings so that each part holds about a grid's households. */
function partsOf(site: Site, index: number, people: readonly (People | null)[], crossings: { left: number }): Part[] {
  const households = (members: readonly number[]): number => members.reduce((sum, member) => sum + (people[member]?.households ?? 0), 0)
  const all = site.buildings.map((_, building) => building)
  const wanted = Math.round(households(all) / gridHouseholds)
  if (wanted < 2) return [{ face: site.face, site: index, buildings: all, households: households(all) }]
  const local = localOf(site.face.ring, site.angle)
  const reach = site.buildings.map((building) => {
    const vs = building.rings[0].map((point) => local.of(point)[1])
    return { low: Math.min(...vs), high: Math.max(...vs) }
  })
  const ordered = all.toSorted((a, b) => reach[a].low + reach[a].high - reach[b].low - reach[b].high)
  const cuts: Point[][] = []
  let [sum, top] = [0, -Infinity]
  for (let at = 0; at < ordered.length && cuts.length < wanted - 1; at++) {
    top = Math.max(top, reach[ordered[at]].high)
    sum += people[ordered[at]]?.households ?? 0
    const next = ordered[at + 1]
    if (next === undefined || reach[next].low < top + 2) continue
    if (sum + 60 >= (households(all) * (cuts.length + 1)) / wanted) {
      const v = (top + reach[next].low) / 2
      const bump = crossings.left > 0 && site.use === 'compound' ? through(site, local, ordered[at], v) : []
      if (bump.length > 0) crossings.left--
      cuts.push([local.toWorld(local.left - 60, v), ...bump, local.toWorld(local.right + 60, v)])
    }
  }
  let faces: Face[] = [site.face]
  cuts.forEach((line, cut) => {
    faces = cutFaces(faces, line, { kind: 'wall', widthMetres: 0, name: `grid ${cut}` }).faces
  })
  const parts = faces.map((face): Part => ({ face, site: index, buildings: [], households: 0 }))
  for (const building of all) {
    const middle = centreOf(site.buildings[building].rings[0])
    const part = parts.find((each) => inside(each.face.ring, middle)) ?? parts[0]
    part.buildings.push(building)
    part.households += people[building]?.households ?? 0
  }
  return parts
}

/** A bend that leads a grid's border through the middle of one building: a defect the checks must find. */
function through(site: Site, local: Local, building: number, v: number): Point[] {
  const own = site.buildings[building].rings[0].map(local.of)
  const us = own.map((point) => point[0])
  const middle = (Math.min(...own.map((point) => point[1])) + Math.max(...own.map((point) => point[1]))) / 2
  const [from, to] = [Math.min(...us) - 1.5, Math.max(...us) + 1.5]
  return [local.toWorld(from, v), local.toWorld(from, middle), local.toWorld(to, middle), local.toWorld(to, v)]
}

/** Large places of work are grids of their own; everything else joins neighbours until a grid is full. */
function gridsOf(parts: readonly Part[], rings: readonly Point[][], sites: readonly Site[]): Grid[] {
  const pieces = parts.map((part, index): Piece => ({ rings: [rings[index]], centre: centreOf(part.face.ring), weight: part.households, group: 0 }))
  const near = neighbours(pieces)
  const label = parts.map((_, index) => index)
  const own = (index: number): boolean => ['campus', 'industry', 'office'].includes(sites[parts[index].site].use) && signedArea(parts[index].face.ring) > 60000
  const weight = new Map(parts.map((part, index) => [index, part.households]))
  const alone = new Set(parts.flatMap((_, index) => (own(index) ? [index] : [])))
  for (let guard = 0; guard < parts.length; guard++) {
    const small = [...weight].filter(([index, households]) => households < 190 && !alone.has(index)).toSorted((a, b) => a[1] - b[1] || a[0] - b[0])
    let merged = false
    for (const [index] of small) {
      const shared = new Map<number, number>()
      label.forEach((each, member) => {
        if (each !== index) return
        for (const [other, metres] of near[member]) if (label[other] !== index && !alone.has(label[other])) shared.set(label[other], (shared.get(label[other]) ?? 0) + metres)
      })
      const [best] = [...shared].filter(([, metres]) => metres > 8).toSorted((a, b) => a[0] - b[0]).toSorted((a, b) => score(weight, a) - score(weight, b))
      if (best === undefined) continue
      label.forEach((each, member) => {
        if (each === index) label[member] = best[0]
      })
      weight.set(best[0], (weight.get(best[0]) ?? 0) + (weight.get(index) ?? 0))
      weight.delete(index)
      merged = true
      break
    }
    if (!merged) break
  }
  const grids = [...new Set(label)].map((each): Grid => {
    const members = parts.flatMap((_, index) => (label[index] === each ? [index] : []))
    const union = unionOf(members.map((member) => rings[member]))
    return {
      rings: union, centre: centreOf(union[0]), households: members.reduce((sum, member) => sum + parts[member].households, 0),
      buildings: members.flatMap((member) => parts[member].buildings.map((building) => ({ site: parts[member].site, building }))),
    }
  })
  return grids.toSorted((a, b) => readingOrder(a.centre) - readingOrder(b.centre))
}

/** Few households and a long common side come first. */
function score(weight: ReadonlyMap<number, number>, [label, metres]: readonly [number, number]): number {
  return (weight.get(label) ?? 0) - metres * 0.6
}

/** Rows of 280 m from north to south, each read from west to east. */
function readingOrder(centre: Point): number {
  return -Math.floor(centre[1] / 280) * 1e6 + centre[0]
}
