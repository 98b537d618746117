import type { Position } from '../../geodata/model/geometry.ts'
import type { Street } from '../../geodata/model/street.ts'
import { geodesicMetres } from './geodesic.ts'
import { Heap } from './heap.ts'

/**
 * Walks worked out the plain way, straight from the streets: every vertex a node, every straight piece an arc of geodesic length, places
 * joined to the nearest piece by trying all of them, Dijkstra with a binary heap. Shares no code with the kernel.
 */
export type WalkingOracle = {
  /** Metres from each `from` (its nearest door wins) to the place; Infinity where no walk leads, or none within the bound. */
  metresTo(place: Position, from: readonly (readonly Position[])[], boundMetres?: number): number[]
  /** Where a place meets the streets, null when it does not. */
  snap(place: Position): Snapped | null
}

type Snapped = { piece: number; share: number; walk: number }
type Piece = { a: number; b: number; metres: number; start: Position; end: Position }

export function walkingOracle(streets: readonly Street[], lockedGates: readonly Position[], stepFree: boolean, snapMetres: number): WalkingOracle {
  const numbers = new Map<string, number>()
  const numberOf = ([lon, lat]: Position): number => {
    const key = `${Math.round(lon * 1e7)} ${Math.round(lat * 1e7)}`
    const known = numbers.get(key) ?? numbers.size
    numbers.set(key, known)
    return known
  }
  const pieces: Piece[] = []
  for (const street of streets) {
    if (!street.walkable || (stepFree && street.steps)) continue
    for (let i = 1; i < street.line.length; i++) {
      const start = street.line[i - 1], end = street.line[i]
      if (numberOf(start) !== numberOf(end)) pieces.push({ a: numberOf(start), b: numberOf(end), metres: geodesicMetres(start, end), start, end })
    }
  }
  const locked = new Set(lockedGates.map(numberOf))
  const around: { to: number; metres: number }[][] = Array.from({ length: numbers.size }, () => [])
  for (const { a, b, metres } of pieces) {
    around[a].push({ to: b, metres })
    around[b].push({ to: a, metres })
  }
  // A degree of latitude is 110.5 km at least: pieces farther off in latitude alone are passed over.
  const reach = snapMetres / 110500
  const known = new Map<string, Snapped | null>()
  const snap = (place: Position): Snapped | null => {
    const key = place.join(' ')
    const found = known.get(key)
    if (found !== undefined) return found
    const fresh = tryAll(place)
    known.set(key, fresh)
    return fresh
  }
  const tryAll = (place: Position): Snapped | null => {
    let best: Snapped | null = null
    pieces.forEach((piece, k) => {
      if (Math.max(piece.start[1], piece.end[1]) < place[1] - reach || Math.min(piece.start[1], piece.end[1]) > place[1] + reach) return
      const found = nearestOn(piece, place)
      if (found.walk <= snapMetres && (!best || found.walk < best.walk)) best = { piece: k, ...found }
    })
    return best
  }
  return {
    snap,
    metresTo(place, from, boundMetres = Infinity) {
      const target = snap(place)
      const metres = new Array<number>(numbers.size).fill(Infinity)
      if (target) {
        const heap = new Heap()
        const piece = pieces[target.piece]
        heap.push(target.walk + target.share * piece.metres, piece.a)
        heap.push(target.walk + (1 - target.share) * piece.metres, piece.b)
        while (heap.size > 0) {
          const [walked, node] = heap.pop()
          if (walked >= metres[node] || locked.has(node)) continue
          metres[node] = walked
          for (const arc of around[node]) if (walked + arc.metres < metres[arc.to] && walked + arc.metres <= boundMetres) heap.push(walked + arc.metres, arc.to)
        }
      }
      return from.map((doors) => Math.min(Infinity, ...doors.map((door) => {
        const own = snap(door)
        if (!own || !target) return Infinity
        const piece = pieces[own.piece]
        const byEnds = own.walk + Math.min(metres[piece.a] + own.share * piece.metres, metres[piece.b] + (1 - own.share) * piece.metres)
        return own.piece === target.piece ? Math.min(byEnds, own.walk + target.walk + Math.abs(own.share - target.share) * piece.metres) : byEnds
      })))
    },
  }
}

/** Nearest point of a piece, in the tangent plane at the place. */
function nearestOn(piece: Piece, place: Position): { share: number; walk: number } {
  const [ax, ay] = tangent(piece.start, place), [bx, by] = tangent(piece.end, place)
  const dx = bx - ax, dy = by - ay
  const share = Math.min(1, Math.max(0, -(ax * dx + ay * dy) / (dx * dx + dy * dy)))
  return { share, walk: share === 1 ? Math.hypot(bx, by) : Math.hypot(ax + share * dx, ay + share * dy) }
}

function tangent([lon, lat]: Position, [lon0, lat0]: Position): [number, number] {
  const square = 0.0066943800229, sine = Math.sin((((lat + lat0) / 2) * Math.PI) / 180)
  const root = Math.sqrt(1 - square * sine * sine)
  const degree = Math.PI / 180
  return [(lon - lon0) * degree * (6378137 / root) * Math.sqrt(1 - sine * sine), (lat - lat0) * degree * ((6378137 * (1 - square)) / root ** 3)]
}
