import { addTo, type Path } from './clip.ts'

let keep = new Uint8Array(4096)
const stack: number[] = []

/**
 * Douglas and Peucker, 1973: leaves out positions nearer than `tolerance` to the line between those that stay. First and last stay; for
 * an open ring the position farthest from the first one is kept too, so that it does not fold up.
 */
export function simplify(path: Path, tolerance: number, ring: boolean, into: Path): Path {
  if (path.count <= 4) return path
  if (keep.length < path.count) keep = new Uint8Array(path.count * 2)
  keep.fill(0, 0, path.count)
  const last = path.count - 1
  keep[0] = keep[last] = 1
  if (ring) {
    const far = farthestFromFirst(path)
    keep[far] = 1
    stack.push(0, far, far, last)
  } else stack.push(0, last)
  while (stack.length > 0) {
    const to = stack.pop() ?? 0
    const from = stack.pop() ?? 0
    const middle = farthest(path, from, to, tolerance * tolerance)
    if (middle < 0) continue
    keep[middle] = 1
    stack.push(from, middle, middle, to)
  }
  into.count = 0
  for (let i = 0; i < path.count; i++) if (keep[i] === 1) addTo(into, path.xy[2 * i], path.xy[2 * i + 1])
  return into
}

/** Index between from and to that is farthest from their segment, -1 when none is beyond the squared tolerance. */
function farthest({ xy }: Path, from: number, to: number, squaredTolerance: number): number {
  const x0 = xy[2 * from], y0 = xy[2 * from + 1]
  const dx = xy[2 * to] - x0, dy = xy[2 * to + 1] - y0
  const squaredLength = dx * dx + dy * dy
  let best = squaredTolerance
  let index = -1
  for (let i = from + 1; i < to; i++) {
    const px = xy[2 * i] - x0, py = xy[2 * i + 1] - y0
    const along = squaredLength === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / squaredLength))
    const squared = (px - along * dx) ** 2 + (py - along * dy) ** 2
    if (squared > best) {
      best = squared
      index = i
    }
  }
  return index
}

function farthestFromFirst({ xy, count }: Path): number {
  let best = -1
  let index = 1
  for (let i = 1; i < count - 1; i++) {
    const squared = (xy[2 * i] - xy[0]) ** 2 + (xy[2 * i + 1] - xy[1]) ** 2
    if (squared > best) {
      best = squared
      index = i
    }
  }
  return index
}
