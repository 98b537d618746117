import type { Site } from './draft.ts'
import { build, path } from './draft.ts'
import { runsOf, wallMetres } from './estate.ts'
import { localOf, spansAt } from './local.ts'
import { onGrid } from './plane.ts'
import type { Point } from './plane.ts'
import { along, insetRing, nearestOnSegment } from './shapes.ts'

/** A shop's door is told by the pavement in front of it, so that nobody takes the estate's path behind for its street. */
const stepMetres = 3

/** Old courtyards between lanes: wings around yards, some merged, some grown shut; doors on the lane. */
export function laneQuarter(site: Site, storeysUpTo = 2, homesPerYard: [number, number] = [4, 9]): void {
  const { dice } = site
  const ground = insetRing(site.ring, site.ring.map(() => 0.5))
  if (ground.length < 3) return
  const local = localOf(ground, site.angle)
  const edgeLocal = site.face.ring.map(local.of)
  let number = 1
  for (let v = local.low + 1; v + 24 < local.high + 6; ) {
    const depth = dice.between(20, 27)
    const laneV = v + depth + 2.4
    const rows: [number, number, boolean][] = [[v, v + depth, true], [laneV + 2.4, laneV + 2.4 + depth, false]]
    const doors: number[] = []
    for (const [low, high, northDoor] of rows) {
      let u = local.left + dice.between(0, 6)
      while (u < local.right - 12) {
        const width = dice.between(20, 34)
        const top = northDoor ? high - dice.between(0, 1.4) : high
        const bottom = northDoor ? low : low + dice.between(0, 1.4)
        const yard = courtyard(u, bottom, u + width - dice.between(0.4, 2), top, dice.between(6, 7.6), dice.share())
        const rings = yard.map((ring) => ring.map(([a, b]) => local.toWorld(a, b)))
        const homes = dice.whole(...homesPerYard)
        const door = u + width * dice.between(0.3, 0.7)
        const shop = dice.chance(0.06)
        if (build(site, { rings, storeys: dice.whole(1, storeysUpTo), use: shop ? 'commercial' : 'residential', name: `${shop ? '铺面' : ''}${number}号${shop ? '' : '院'}`, entrances: [local.toWorld(door, laneV)], dwellings: shop ? 0 : homes }, ground, 0.4)) {
          number++
          doors.push(door)
        }
        u += width + (dice.chance(0.1) ? 4 : 0.6)
      }
    }
    for (const [from, to] of spansAt(edgeLocal, laneV)) {
      const own = doors.filter((door) => door > from && door < to).toSorted((a, b) => a - b)
      if (own.length === 0) continue
      site.lines.push(path([local.toWorld(from - 1, laneV), ...own.filter((door, index) => index === 0 || door - own[index - 1] > 0.5).map((door) => local.toWorld(door, laneV)), local.toWorld(to + 1, laneV)], { class: 'lane', widthMetres: 4, trimMetres: 30 }))
    }
    v = laneV + 2.4 + depth + 1.2
  }
}

/** Wings around a yard (a hole), or an L or a bar when the yard has grown shut. */
function courtyard(u0: number, v0: number, u1: number, v1: number, wing: number, kind: number): Point[][] {
  const outer: Point[] = [[u0, v0], [u1, v0], [u1, v1], [u0, v1]]
  if (kind < 0.5 && u1 - u0 > wing * 2 + 4) return [outer, [[u0 + wing, v0 + wing], [u0 + wing, v1 - wing], [u1 - wing, v1 - wing], [u1 - wing, v0 + wing]]]
  if (kind < 0.7) return [[[u0, v0], [u1, v0], [u1, v0 + wing], [u0 + wing, v0 + wing], [u0 + wing, v1 - wing], [u1, v1 - wing], [u1, v1], [u0, v1]]]
  if (kind < 0.85) return [[[u0, v0], [u1, v0], [u1, v1], [u1 - wing, v1], [u1 - wing, v0 + wing], [u0, v0 + wing]]]
  return [outer]
}

/** Shops along the streets of a block, broken at gates and corners; the doors face the street. */
export function shopFront(site: Site, depthMetres: number, setBackMetres: (kind: string) => number | null, storeys: [number, number]): void {
  const { dice } = site
  for (const run of runsOf(site)) {
    const back = setBackMetres(run.edge.kind)
    if (back === null || run.lengthMetres < 90) continue
    let at = 26
    while (at < run.lengthMetres - 40) {
      const length = Math.min(dice.between(22, 46), run.lengthMetres - 26 - at)
      if (length < 14) break
      const corners = [at, at + length].map((metres) => along(run.line, metres))
      const [first, last] = corners
      const point = (corner: { at: Point; direction: Point }, metres: number): Point => onGrid(corner.at[0] - first.direction[1] * metres, corner.at[1] + first.direction[0] * metres)
      const outline = [point(first, back), point(last, back), point(last, back + depthMetres), point(first, back + depthMetres)]
      const middle = along(run.line, at + length / 2)
      if (outline.some((corner) => site.face.ring.some((a, index) => site.face.edges[index].name !== run.edge.name && nearestOnSegment(corner, a, site.face.ring[(index + 1) % site.face.ring.length]).metres < wallMetres(site.face.edges[index]) - 1))) {
        at += 8
        continue
      }
      const gateNear = site.gates.some((gate) => Math.hypot(gate.position[0] - middle.at[0], gate.position[1] - middle.at[1]) < length / 2 + depthMetres + back + 4)
      if (gateNear) {
        at += 8
        continue
      }
      build(site, { rings: [outline], storeys: dice.whole(...storeys), use: 'commercial', name: '底商', entrances: [onGrid(middle.at[0] - middle.direction[1] * (back - stepMetres), middle.at[1] + middle.direction[0] * (back - stepMetres))], dwellings: 0 }, site.face.ring, 1.5)
      at += length + (dice.chance(0.22) ? dice.between(12, 20) : 1.6)
    }
  }
}
