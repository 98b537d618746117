import type { Site } from './draft.ts'
import { build, path } from './draft.ts'
import { openGates, ringPath } from './estate.ts'
import type { Local } from './local.ts'
import { localOf, spansAt } from './local.ts'
import { signedArea } from './plane.ts'
import type { Point } from './plane.ts'
import { insetRing } from './shapes.ts'

/** A tower estate: chequered towers with notched plans, a curved ring, winding ways, a pond or lawn in the middle. */
export function towerEstate(site: Site): void {
  const { dice } = site
  const ring = ringPath(site, 9, 3)
  if (ring.length === 0) return
  const ground = insetRing(site.ring, site.ring.map(() => 12))
  if (ground.length < 3) return
  const local = localOf(ground, site.angle)
  const loop = ring.map(local.of)
  const pitchV = dice.between(54, 64)
  const pitchU = dice.between(54, 64)
  const storeys = dice.whole(24, 33)
  const middle = [(local.left + local.right) / 2, (local.low + local.high) / 2]
  const clearing = signedArea(ground) > 34000 ? dice.between(32, 40) : 0
  let number = 1
  const rows = Math.max(1, Math.floor((local.high - local.low - 40) / pitchV) + 1)
  const spacing = rows > 1 ? (local.high - local.low - 42) / (rows - 1) : 0
  for (let row = 0; row < rows; row++) {
    const v = rows > 1 ? local.low + 21 + row * spacing : middle[1]
    const doors: Point[] = []
    for (const span of spansAt(local.ring, v)) {
      const [from, to] = [span[0] + 19, span[1] - 19]
      const wanted = Math.floor((to - from) / pitchU) + 1
      const count = to < from - 6 ? 0 : row % 2 === 0 ? wanted : Math.max(1, wanted - 1)
      const step = wanted > 1 ? (to - from) / (wanted - 1) : 0
      for (let index = 0; index < count; index++) {
        const u = wanted === 1 ? from + (to - from) * (row % 2 === 0 ? 0.4 : 0.6) : from + step * (index + (row % 2 === 0 ? 0 : 0.5))
        if (clearing > 0 && rows > 2 && Math.hypot(u - middle[0], v - middle[1]) < clearing) continue
        const high = dice.chance(0.3) ? storeys - dice.whole(1, 6) : storeys
        const butterfly = dice.chance(0.5)
        const shift = [0, 9, -9, 18, -18, 26, -26].find((each) => build(site, { rings: [towerOutline(local, u, v + each, butterfly)], storeys: high, use: 'residential', name: `${number}号楼`, entrances: [local.toWorld(u, v + each - 16.5)], dwellings: high * 4 }, ground, 18))
        if (shift === undefined) continue
        number++
        doors.push([u, v + shift - 16.5])
      }
    }
    windingPath(site, local, loop, v - 16.5, doors)
  }
  if (clearing > 0) {
    const lawn = Array.from({ length: 18 }, (_, index): Point => {
      const angle = (index / 18) * Math.PI * 2
      const radius = (clearing - 12) * (1 + 0.16 * Math.sin(angle * 2 + number))
      return local.toWorld(middle[0] + Math.cos(angle) * radius * 1.15, middle[1] + Math.sin(angle) * radius * 0.8)
    })
    site.grounds.push({ kind: dice.chance(0.4) ? 'water' : 'green', name: '', rings: [lawn] })
  }
  openGates(site, 14)
}

/** About 28 x 24 m, four flats around a core: a cross, or a butterfly with its wings drawn south. */
function towerOutline(local: Local, u: number, v: number, butterfly: boolean): Point[] {
  const shape: readonly (readonly [number, number])[] = butterfly
    ? [[-15, -12], [-5, -9], [-5, -6], [5, -6], [5, -9], [15, -12], [16, -1], [9, 2], [9, 10], [4, 12], [-4, 12], [-9, 10], [-9, 2], [-16, -1]]
    : [[-14, -11], [-4, -11], [-4, -7], [4, -7], [4, -11], [14, -11], [14, -2], [11, -2], [11, 3], [14, 3], [14, 11], [5, 11], [5, 8], [-5, 8], [-5, 11], [-14, 11], [-14, 3], [-11, 3], [-11, -2], [-14, -2]]
  return shape.map(([du, dv]) => local.toWorld(u + du, v + dv))
}

function windingPath(site: Site, local: Local, loop: readonly Point[], v: number, doors: readonly Point[]): void {
  for (const [from, to] of spansAt(loop, v)) {
    const own = doors.filter(([u]) => u > from && u < to).toSorted((a, b) => a[0] - b[0])
    if (own.length === 0) continue
    const line: Point[] = []
    const stops: Point[] = [[from - 0.6, v], ...own, [to + 0.6, v]]
    stops.forEach(([u, at], index) => {
      line.push(local.toWorld(u, at))
      const next = stops[index + 1]
      if (next === undefined || next[0] - u < 30) return
      for (const share of [0.25, 0.5, 0.75]) line.push(local.toWorld(u + (next[0] - u) * share, at + (next[1] - at) * share - Math.sin(share * Math.PI) * 6 * (index % 2 === 0 ? 1 : 0.4)))
    })
    site.lines.push(path(line, { trimMetres: 3 }))
  }
}
