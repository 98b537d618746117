import type { Site } from './draft.ts'
import { build, path } from './draft.ts'
import { openGates, ringPath } from './estate.ts'
import type { Local } from './local.ts'
import { box, localOf, spansAt, stripSpans } from './local.ts'
import { insetRing } from './shapes.ts'
import { signedArea } from './plane.ts'
import type { Point } from './plane.ts'

/** How rows of slabs stand: depth and height, stairwells of so many metres, dwellings on each landing. */
export type SlabKind = { depth: [number, number]; storeys: [number, number]; stairMetres: [number, number]; stairs: [number, number]; gapShare: [number, number]; perLanding: number; ringInset: number; round: number }

export const walkUp: SlabKind = { depth: [11, 13], storeys: [5, 7], stairMetres: [18, 22], stairs: [3, 6], gapShare: [1.25, 1.45], perLanding: 2, ringInset: 4.5, round: 0 }
export const midRise: SlabKind = { depth: [13, 15], storeys: [12, 18], stairMetres: [18, 22], stairs: [2, 4], gapShare: [0.85, 1], perLanding: 2, ringInset: 7, round: 2 }

/** The resettlement estate: three small flats on each landing. */
export const resettled: SlabKind = { ...walkUp, stairs: [3, 4], storeys: [6, 6], perLanding: 3, gapShare: [1.1, 1.15] }

/** Storey height in metres, for the distance between rows. */
const storeyMetres = 2.9

/** An estate of south-facing rows: ring path, a way along the north of every row, a doorway at each stairwell. */
export function slabEstate(site: Site, kind: SlabKind): void {
  const { dice } = site
  const ring = ringPath(site, kind.ringInset, kind.round)
  if (ring.length === 0) return
  const ground = insetRing(site.ring, site.ring.map(() => kind.ringInset + 3.5))
  if (ground.length < 3) return
  const local = localOf(ground, site.angle)
  const loop = ring.map(local.of)
  const depth = dice.between(...kind.depth)
  const base = dice.whole(...kind.storeys)
  const wanted = depth + Math.max(kind.round > 0 ? 34 : 18, base * storeyMetres * dice.between(...kind.gapShare))
  const room = local.high - local.low - depth - 10
  const rowCount = Math.max(1, Math.round(room / wanted + 0.25))
  const pitch = Math.max(room / rowCount, depth + 16)
  const green = signedArea(ground) > 18000 ? greenAt(local, pitch, dice.between(-0.12, 0.12)) : null
  const perLanding = kind.perLanding === 2 && dice.chance(0.4) ? 3 : kind.perLanding
  let number = 1
  // Old compounds squeezed a house in later: it took its neighbour's number with a 甲 before it.
  let seconds = site.built < 1999 && site.built % 3 === 0 ? 6 : 0
  let nursery = signedArea(ground) > 30000
  const rows: { v: number; doors: number[]; spans: [number, number][] }[] = []
  for (let v = local.low + 2; v + depth + 4 < local.high; v += pitch) {
    const row = { v, doors: [] as number[], spans: [] as [number, number][] }
    for (const span of stripSpans(local.ring, v, v + depth + 4, 1)) {
      for (const [from, to] of green !== null && v < green[3] && v + depth > green[1] ? without(span, green[0], green[2]) : [span]) {
        let u = from + dice.between(0, 3)
        while (to - u > kind.stairMetres[0] * kind.stairs[0] * 0.66) {
          const stair = dice.between(...kind.stairMetres)
          const stairs = Math.min(dice.whole(...kind.stairs), Math.floor((to - u) / stair))
          if (stairs < 1) break
          const remaining = to - u - stairs * stair
          const length = remaining < stair * 1.4 && remaining > 0 && stairs < kind.stairs[1] ? Math.min(to - u, stairs * stair * 1.1) : stairs * stair
          const set = dice.between(-1.4, 1.4)
          const storeys = dice.chance(0.16) ? base + dice.pick([-1, 1]) : base
          const doors = Array.from({ length: stairs }, (_, index) => u + (length / stairs) * (index + 0.5))
          const doorLine = v + depth + 3
          const second = number === seconds
          const placed = build(site, {
            rings: [slabOutline(local, u, v + set, u + length, v + set + depth, stairs)], storeys, use: 'residential', name: second ? `甲${number - 1}号楼` : `${number}号楼`,
            entrances: doors.map((door) => local.toWorld(door, doorLine)), dwellings: stairs * storeys * perLanding,
          }, ground, 5)
          if (placed) {
            if (second) seconds = 0
            else number++
            row.doors.push(...doors)
            row.spans.push([u, u + length])
          }
          u += length + dice.between(7, 12)
        }
      }
    }
    if (green !== null && nursery && v < green[3] && v + depth > green[1] && green[2] - green[0] > 60) {
      const middle = (green[0] + green[2]) / 2
      nursery = !build(site, { rings: [nurseryOutline(local, middle, v - 4, v + depth)], storeys: 3, use: 'school', name: '幼儿园', entrances: [local.toWorld(middle, v + depth + 3)], dwellings: 0 }, ground, 7)
      if (!nursery) row.doors.push(middle)
    }
    if (row.doors.length > 0) rows.push(row)
  }
  for (const row of rows) rowPath(site, local, loop, row.v + depth + 3, row.doors)
  if (green !== null) {
    site.grounds.push({ kind: 'green', name: '', rings: [box(local, green[0] + 8, green[1] + 4, green[2] - 8, green[3] - 7)] })
  }
  sheds(site, local, ground, green)
  openGates(site, kind.ringInset + 4)
}

/** Ways along the north of a row from ring to ring; the doors lie on it. */
function rowPath(site: Site, local: Local, loop: readonly Point[], v: number, doors: readonly number[]): void {
  for (const [from, to] of spansAt(loop, v)) {
    const own = doors.filter((door) => door > from && door < to).toSorted((a, b) => a - b)
    if (own.length === 0) continue
    site.lines.push(path([local.toWorld(from - 0.6, v), ...own.map((door) => local.toWorld(door, v)), local.toWorld(to + 0.6, v)], { trimMetres: 3 }))
  }
}

/** A slab with a slight step at each stairwell on its north side, so that it reads as a row of stairs. */
function slabOutline(local: Local, u0: number, v0: number, u1: number, v1: number, stairs: number): Point[] {
  const points: Point[] = [local.toWorld(u0, v0), local.toWorld(u1, v0), local.toWorld(u1, v1)]
  const each = (u1 - u0) / stairs
  for (let index = stairs - 1; index >= 0; index--) {
    const middle = u0 + each * (index + 0.5)
    points.push(local.toWorld(middle + 2.2, v1), local.toWorld(middle + 2.2, v1 + 1.1), local.toWorld(middle - 2.2, v1 + 1.1), local.toWorld(middle - 2.2, v1))
  }
  points.push(local.toWorld(u0, v1))
  return points
}

function nurseryOutline(local: Local, u: number, v0: number, v1: number): Point[] {
  const shape: (readonly [number, number])[] = [[-18, v0], [-9, v0], [-9, v0 + 7], [9, v0 + 7], [9, v0], [18, v0], [18, v1], [-18, v1]]
  return shape.map(([du, v]) => local.toWorld(u + du, v))
}

function greenAt(local: Local, pitch: number, shift: number): [number, number, number, number] {
  const u = (local.left + local.right) / 2 + (local.right - local.left) * shift
  const half = Math.min(60, Math.max(33, (local.right - local.left) * 0.17))
  const v = (local.low + local.high) / 2
  return [u - half, v - pitch * 0.5, u + half, v + pitch * 0.55]
}

function without([from, to]: readonly [number, number], left: number, right: number): [number, number][] {
  const parts: [number, number][] = [[from, Math.min(to, left)], [Math.max(from, right), to]]
  return parts.filter(([a, b]) => b - a > 20)
}

/** Bicycle sheds and a gatehouse where there is room. */
function sheds(site: Site, local: Local, ground: readonly Point[], green: readonly number[] | null): void {
  for (let attempt = 0; attempt < 10; attempt++) {
    const [u, v] = [site.dice.between(local.left, local.right), site.dice.between(local.low, local.high)]
    if (green !== null && u + 24 > green[0] && u < green[2] && v + 7 > green[1] && v < green[3]) continue
    const [length, depth] = site.dice.chance(0.7) ? [site.dice.between(14, 24), 4] : [9, 7]
    const outline = box(local, u, v, u + length, v + depth)
    const clear = site.lines.every((each) => each.line.every((point) => Math.hypot(point[0] - outline[0][0], point[1] - outline[0][1]) > 6))
    if (clear && site.buildings.filter((each) => each.use === 'ancillary').length < 2) build(site, { rings: [outline], storeys: 1, use: 'ancillary', name: length > 10 ? '自行车棚' : '配电房', entrances: [], dwellings: 0 }, ground, 4.6)
  }
}
