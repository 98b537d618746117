import type { Network } from './network.ts'
import { quantized } from './network.ts'
import type { SegmentCells } from './segments.ts'

/**
 * Where points meet the network. A point that meets no edge within the limit has edge -1 and infinite metres, so that sums over it
 * need no branch. Metres in steps of 1/256.
 */
export type Snaps = {
  count: number
  edge: Int32Array
  /** Ends of the edge (0 when there is none). */
  from: Int32Array
  to: Int32Array
  /** Straight walk plus the way along the edge to either end. */
  fromMetres: Float32Array
  toMetres: Float32Array
  /** Straight walk alone. */
  walkMetres: Float32Array
}

/**
 * Nearest point of the nearest edge for each point, exact: rings of cells are searched until none nearer can follow. Equally near edges:
 * the street added first. O(points x pieces nearby).
 */
export function snapPoints(network: Network, cells: SegmentCells, xs: Float32Array, ys: Float32Array, limitMetres: number): Snaps {
  if (xs.length !== ys.length) throw new RangeError(`points to snap: expected as many y as x (${xs.length}), got ${ys.length}`)
  const count = xs.length
  const { lineX, lineY, lineOffsets, edgeFrom, edgeTo, edgeMetres, edgeRank } = network
  const { west, south, sideMetres, columns, rows, cellOffsets, items, edges } = cells
  const snaps: Snaps = {
    count, edge: new Int32Array(count).fill(-1), from: new Int32Array(count), to: new Int32Array(count),
    fromMetres: new Float32Array(count).fill(Infinity), toMetres: new Float32Array(count).fill(Infinity), walkMetres: new Float32Array(count).fill(Infinity),
  }
  const rings = Math.ceil(limitMetres / sideMetres) + 1
  for (let i = 0; i < count; i++) {
    const x = xs[i], y = ys[i]
    const column = Math.floor((x - west) / sideMetres), row = Math.floor((y - south) / sideMetres)
    let best = limitMetres * limitMetres, bestEdge = -1, bestPiece = -1, bestShare = 0
    for (let ring = 0; ring <= rings; ring++) {
      // Cells of this ring are at least (ring - 1) sides and the way to the own cell's rim away.
      const rim = Math.min(x - west - column * sideMetres, (column + 1) * sideMetres - (x - west), y - south - row * sideMetres, (row + 1) * sideMetres - (y - south))
      const least = ring === 0 ? 0 : (ring - 1) * sideMetres + rim
      if (least > 0 && least * least > best) break
      for (let r = row - ring; r <= row + ring; r++) {
        if (r < 0 || r >= rows) continue
        const stride = r === row - ring || r === row + ring ? 1 : 2 * ring
        for (let c = column - ring; c <= column + ring; c += stride || 1) {
          if (c < 0 || c >= columns) continue
          for (let k = cellOffsets[r * columns + c]; k < cellOffsets[r * columns + c + 1]; k++) {
            const p = items[k]
            const ax = lineX[p], ay = lineY[p]
            const dx = lineX[p + 1] - ax, dy = lineY[p + 1] - ay
            const square = dx * dx + dy * dy
            const share = square > 0 ? ((x - ax) * dx + (y - ay) * dy) / square : 0
            // At an end the end itself is taken, so that two edges meeting there are exactly equally near.
            const fx = share <= 0 ? ax : share >= 1 ? lineX[p + 1] : ax + share * dx
            const fy = share <= 0 ? ay : share >= 1 ? lineY[p + 1] : ay + share * dy
            const distance = (x - fx) * (x - fx) + (y - fy) * (y - fy)
            if (distance > best) continue
            if (distance === best && bestEdge >= 0 && edgeRank[edges[k]] >= edgeRank[bestEdge]) continue
            best = distance
            bestEdge = edges[k]
            bestPiece = p
            bestShare = share <= 0 ? 0 : share >= 1 ? 1 : share
          }
        }
      }
    }
    if (bestEdge < 0) continue
    let along = 0
    for (let p = lineOffsets[bestEdge]; p < bestPiece; p++) along += Math.hypot(lineX[p + 1] - lineX[p], lineY[p + 1] - lineY[p])
    along += bestShare * Math.hypot(lineX[bestPiece + 1] - lineX[bestPiece], lineY[bestPiece + 1] - lineY[bestPiece])
    const alongMetres = Math.min(edgeMetres[bestEdge], quantized(along))
    const walk = quantized(Math.sqrt(best))
    snaps.edge[i] = bestEdge
    snaps.from[i] = edgeFrom[bestEdge]
    snaps.to[i] = edgeTo[bestEdge]
    snaps.walkMetres[i] = walk
    snaps.fromMetres[i] = walk + alongMetres
    snaps.toMetres[i] = walk + edgeMetres[bestEdge] - alongMetres
  }
  return snaps
}
