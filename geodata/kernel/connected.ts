import type { Overlay } from '../model/overlay.ts'
import type { Question } from '../model/question.ts'
import type { City } from './columns.ts'
import type { Footing } from './footing.ts'
import { footingFor } from './footing.ts'
import type { Snaps } from './snap.ts'
import { sourcesOf } from './sources.ts'

/**
 * 1 for every building that is not cut off from the category: some door of it meets the main part of the network, or a part with a site of the
 * category (whoever it admits). In straight lines nothing is cut off.
 */
export function connectedTo(city: City, overlay: Overlay, question: Question): Uint8Array {
  if (question.metric === 'straight') return new Uint8Array(city.buildings.count).fill(1)
  const footing = footingFor(city, overlay, question)
  const sites = footing.snapPlaces(sourcesOf(city, overlay, question.category, 'any'))
  const connected = doorsIn(footing, partsOf(footing, sites))
  // A site and a door between two locked gates lie in no part, yet the walk along their street is open.
  const { first, furtherBuilding, edgeOffsets, edgeItems } = footing.doors
  for (const edge of sites.edge.filter((at) => at >= 0)) {
    for (const item of edgeItems.subarray(edgeOffsets[edge], edgeOffsets[edge + 1])) connected[item < first.count ? item : furtherBuilding[item - first.count]] = 1
  }
  return connected
}

/** Parts of the network that are not cut off from the category: the main one and those in which a site of it stands. */
export function partsWithSites(city: City, overlay: Overlay, question: Question): Set<number> {
  const footing = footingFor(city, overlay, question)
  return partsOf(footing, footing.snapPlaces(sourcesOf(city, overlay, question.category, 'any')))
}

function partsOf(footing: Footing, sites: Snaps): Set<number> {
  const parts = new Set([footing.walk.mainComponent])
  for (let i = 0; i < sites.count; i++) parts.add(partOf(footing, sites, i))
  parts.delete(-1)
  return parts
}

/** Buildings in the state `cut`, by each part of the network that a door of theirs lies in. */
export function cutByPart(footing: Footing, states: Uint8Array, cut: number): ReadonlyMap<number, readonly number[]> {
  const { first, further, furtherBuilding } = footing.doors
  const byPart = new Map<number, number[]>()
  const put = (building: number, part: number): void => {
    if (states[building] !== cut || part < 0) return
    const members = byPart.get(part)
    if (members) members.push(building)
    else byPart.set(part, [building])
  }
  for (let i = 0; i < first.count; i++) put(i, partOf(footing, first, i))
  for (let k = 0; k < further.count; k++) put(furtherBuilding[k], partOf(footing, further, k))
  return byPart
}

/** 1 for every building with a door to the main part of the network. */
export function connectedToMain(footing: Footing): Uint8Array {
  const parts = new Set([footing.walk.mainComponent])
  parts.delete(-1)
  return doorsIn(footing, parts)
}

/** Part of the network a snap lies in: that of an end of its edge which is not blocked, -1 when there is none. */
export function partOf(footing: Footing, snaps: Snaps, i: number): number {
  if (snaps.edge[i] < 0) return -1
  return Math.max(footing.walk.component[snaps.from[i]], footing.walk.component[snaps.to[i]])
}

function doorsIn(footing: Footing, parts: ReadonlySet<number>): Uint8Array {
  const { first, further, furtherBuilding } = footing.doors
  const connected = new Uint8Array(first.count)
  for (let i = 0; i < first.count; i++) if (parts.has(partOf(footing, first, i))) connected[i] = 1
  for (let k = 0; k < further.count; k++) if (parts.has(partOf(footing, further, k))) connected[furtherBuilding[k]] = 1
  return connected
}
