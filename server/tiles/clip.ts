/** Positions x and y by turns in a buffer that is used again; `count` positions are valid. */
export type Path = { xy: Int32Array; count: number }

export const newPath = (): Path => ({ xy: new Int32Array(4096), count: 0 })

export function addTo(path: Path, x: number, y: number): void {
  if (2 * path.count + 2 > path.xy.length) {
    const larger = new Int32Array(path.xy.length * 2)
    larger.set(path.xy)
    path.xy = larger
  }
  path.xy[2 * path.count] = x
  path.xy[2 * path.count + 1] = y
  path.count++
}

/**
 * Sutherland and Hodgman, Reentrant polygon clipping, 1974: the ring is cut by one side of the square from `low` to `high` after
 * the other. Ring and result are open (no closing position). Parts of a concave ring stay joined along the square's edge, which lies
 * in the tile's margin and is never seen.
 */
export function clipRing(ring: Path, low: number, high: number, spare: Path): Path {
  let from = ring
  let to = spare
  for (let side = 0; side < 4; side++) {
    const axis = side & 1
    const limit = side < 2 ? low : high
    const sign = side < 2 ? 1 : -1
    to.count = 0
    for (let i = 0, j = from.count - 1; i < from.count; j = i++) {
      const inside = sign * (from.xy[2 * i + axis] - limit) >= 0
      if (inside !== sign * (from.xy[2 * j + axis] - limit) >= 0) addCrossing(to, from, j, i, axis, limit)
      if (inside) addTo(to, from.xy[2 * i], from.xy[2 * i + 1])
    }
    const next = from
    from = to
    to = next
  }
  return from
}

/** Calls `piece` with each part of the line inside the square (Liang and Barsky, 1984, segment by segment). */
export function clipLine(line: Path, low: number, high: number, part: Path, piece: (part: Path) => void): void {
  part.count = 0
  for (let i = 0; i + 1 < line.count; i++) {
    const x0 = line.xy[2 * i], y0 = line.xy[2 * i + 1]
    const dx = line.xy[2 * i + 2] - x0, dy = line.xy[2 * i + 3] - y0
    let enter = 0, leave = 1
    for (let side = 0; side < 4 && enter <= leave; side++) {
      const along = side === 0 ? -dx : side === 1 ? dx : side === 2 ? -dy : dy
      const room = side === 0 ? x0 - low : side === 1 ? high - x0 : side === 2 ? y0 - low : high - y0
      if (along === 0) {
        if (room < 0) enter = 2
      } else if (along < 0) enter = Math.max(enter, room / along)
      else leave = Math.min(leave, room / along)
    }
    if (enter > leave) continue
    if (part.count === 0 || enter > 0) {
      if (part.count > 1) piece(part)
      part.count = 0
      addTo(part, Math.round(x0 + enter * dx), Math.round(y0 + enter * dy))
    }
    addTo(part, Math.round(x0 + leave * dx), Math.round(y0 + leave * dy))
    if (leave < 1) {
      piece(part)
      part.count = 0
    }
  }
  if (part.count > 1) piece(part)
  part.count = 0
}

function addCrossing(to: Path, from: Path, j: number, i: number, axis: number, limit: number): void {
  const a = from.xy[2 * j + axis], b = from.xy[2 * i + axis]
  const other = 1 - axis
  const crossing = Math.round(from.xy[2 * j + other] + ((from.xy[2 * i + other] - from.xy[2 * j + other]) * (limit - a)) / (b - a))
  if (axis === 0) addTo(to, limit, crossing)
  else addTo(to, crossing, limit)
}
