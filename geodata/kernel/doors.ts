import type { City } from './columns.ts'
import type { SegmentCells } from './segments.ts'
import type { Snaps } from './snap.ts'
import { snapPoints } from './snap.ts'

/**
 * Where buildings meet the network: one snap each (the door with the shortest straight walk, or the inner point), and the snaps of
 * further doors. Snap ids: building i has id i, further door k has id buildings.count + k.
 */
export type DoorSnaps = {
  first: Snaps
  further: Snaps
  furtherBuilding: Int32Array
  /** Snap ids on edge e: edgeItems[edgeOffsets[e]] .. edgeItems[edgeOffsets[e + 1]]. */
  edgeOffsets: Int32Array
  edgeItems: Int32Array
}

export function snapDoors(city: City, cells: SegmentCells, limitMetres: number): DoorSnaps {
  const { count, x, y, doorOffsets, doorX, doorY } = city.buildings
  const doors = snapPoints(city.network, cells, doorX, doorY, limitMetres)
  const firstX = x.slice(), firstY = y.slice()
  const further: number[] = []
  const furtherBuilding: number[] = []
  for (let i = 0; i < count; i++) {
    let best = doorOffsets[i]
    for (let door = best + 1; door < doorOffsets[i + 1]; door++) if (doors.walkMetres[door] < doors.walkMetres[best]) best = door
    if (best === doorOffsets[i + 1]) continue
    firstX[i] = doorX[best]
    firstY[i] = doorY[best]
    for (let door = doorOffsets[i]; door < doorOffsets[i + 1]; door++) {
      if (door === best || doors.edge[door] < 0) continue
      further.push(door)
      furtherBuilding.push(i)
    }
  }
  const first = snapPoints(city.network, cells, firstX, firstY, limitMetres)
  const rest = snapPoints(city.network, cells, Float32Array.from(further, (door) => doorX[door]), Float32Array.from(further, (door) => doorY[door]), limitMetres)
  return { first, further: rest, furtherBuilding: Int32Array.from(furtherBuilding), ...byEdge(city.network.edgeCount, first, rest) }
}

function byEdge(edgeCount: number, first: Snaps, further: Snaps): { edgeOffsets: Int32Array; edgeItems: Int32Array } {
  const edgeOffsets = new Int32Array(edgeCount + 1)
  for (const snaps of [first, further]) for (let i = 0; i < snaps.count; i++) if (snaps.edge[i] >= 0) edgeOffsets[snaps.edge[i] + 1]++
  for (let edge = 0; edge < edgeCount; edge++) edgeOffsets[edge + 1] += edgeOffsets[edge]
  const next = edgeOffsets.slice(0, edgeCount)
  const edgeItems = new Int32Array(edgeOffsets[edgeCount])
  for (let i = 0; i < first.count; i++) if (first.edge[i] >= 0) edgeItems[next[first.edge[i]]++] = i
  for (let k = 0; k < further.count; k++) if (further.edge[k] >= 0) edgeItems[next[further.edge[k]]++] = first.count + k
  return { edgeOffsets, edgeItems }
}
