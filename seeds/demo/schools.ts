import type { Site } from './draft.ts'
import { build, path, tooClose } from './draft.ts'
import { gateAt, gateable, ringPath, runsOf } from './estate.ts'
import type { Local } from './local.ts'
import { box, localOf, spansAt, stripSpans } from './local.ts'
import { signedArea } from './plane.ts'
import type { Point } from './plane.ts'
import { inside, insetRing } from './shapes.ts'

/** Outer size of running tracks: 400, 300 and 200 m laps. */
const tracks: readonly { lap: number; long: number; wide: number }[] = [{ lap: 400, long: 177, wide: 93 }, { lap: 300, long: 138, wide: 68 }, { lap: 200, long: 92, wide: 46 }]

/** A walled school: an E or U of class rooms beside an oval track and ball courts; one gate. */
export function schoolBlock(site: Site): void {
  const { dice } = site
  site.grounds.push({ kind: 'campus', name: site.name, rings: [site.ring] })
  const ground = insetRing(site.ring, site.ring.map(() => 7))
  if (ground.length < 3) return
  const local = localOf(ground, site.angle)
  const field = placeTrack(site, local, ground, 0)
  const free = (outline: readonly Point[]): boolean => field === null || !tooClose(outline, field, 3)
  const loop = ringPath(site, 3.5, 0)
  const own = loop.map(local.of)
  let number = 0
  const names = ['教学楼', '综合楼', '实验楼', '体育馆', '食堂', '办公楼']
  for (let v = local.high - 17; v > local.low; v -= 38) {
    const doors: number[] = []
    for (const [from, to] of stripSpans(local.ring, v, v + 14, 1)) {
      for (let u = from; u + 30 < to; u += 8) {
        const length = Math.min(dice.between(52, 72), to - u)
        const outline = length > 48 && dice.chance(0.6) ? uShape(local, u, v, u + length) : box(local, u, v, u + length, v + 13)
        if (!free(outline)) continue
        if (!build(site, { rings: [outline], storeys: names[number % 6] === '体育馆' || names[number % 6] === '食堂' ? 2 : dice.whole(4, 5), use: 'school', name: names[number % 6], entrances: [local.toWorld(u + length / 2, v + 15)], dwellings: 0 }, ground, 8)) continue
        number++
        doors.push(u + length / 2)
        u += length
      }
    }
    for (const [from, to] of spansAt(own, v + 15)) {
      const row = doors.filter((door) => door > from && door < to)
      if (row.length > 0) site.lines.push(path(aside(local, row, from, to, v + 15, field), { trimMetres: 3 }))
    }
  }
  courts(site, local, ground, free)
  const run = runsOf(site).find((each) => gateable(each.edge) && each.lengthMetres > 50)
  if (run !== undefined) gateAt(site, run, dice.between(0.4, 0.6), 7, '校门', 'never')
}

/** A university campus: a large oval, teaching blocks around a green, dormitories in rows. */
export function campusBlock(site: Site): void {
  const { dice } = site
  site.grounds.push({ kind: 'campus', name: site.name, rings: [site.ring] })
  const ground = insetRing(site.ring, site.ring.map(() => 11))
  if (ground.length < 3) return
  const local = localOf(ground, site.angle)
  const field = placeTrack(site, local, ground, 0)
  const loop = ringPath(site, 6, 2)
  const own = loop.map(local.of)
  const pond = lakeOf(local)
  const lake = field !== null && (pond.some((point) => inside(field, point)) || field.some((point) => inside(pond, point))) ? null : pond
  if (lake !== null) site.grounds.push({ kind: 'water', name: '', rings: [lake] })
  const blocked = (outline: readonly Point[]): boolean => [field, lake].some((shape) => shape !== null && tooClose(outline, shape, 3))
  const names = ['第一教学楼', '第二教学楼', '实验中心', '图书馆', '学院楼', '大礼堂']
  let [teaching, halls] = [0, 0]
  for (let v = local.low + 2, row = 0; v + 20 < local.high; row++) {
    const dormitory = v > local.low + (local.high - local.low) * 0.6
    const [depth, pitch] = dormitory ? [13, 36] : [18, 52]
    const doors: number[] = []
    for (const [from, to] of stripSpans(local.ring, v, v + depth + 2, 1)) {
      for (let u = from + dice.between(0, 8); u + 40 < to; u += 10) {
        const length = Math.min(dormitory ? dice.between(56, 74) : dice.between(56, 86), to - u)
        const outline = dormitory ? box(local, u, v, u + length, v + depth) : uShape(local, u, v + 4, u + length)
        if (blocked(outline)) continue
        const placed = build(site, {
          rings: [outline], storeys: dormitory ? 6 : dice.whole(4, 6), use: dormitory ? 'dormitory' : 'school', name: dormitory ? `学生公寓${halls + 1}号楼` : names[teaching % names.length],
          entrances: [local.toWorld(u + length / 2, v + depth + 3)], dwellings: dormitory ? 6 * Math.round(length / 7) : 0,
        }, ground, 7)
        if (!placed) continue
        if (dormitory) halls++
        else teaching++
        doors.push(u + length / 2)
        u += length
      }
    }
    for (const [from, to] of spansAt(own, v + depth + 3)) {
      const inRow = doors.filter((door) => door > from && door < to)
      if (inRow.length > 0) site.lines.push(path(aside(local, inRow, from, to, v + depth + 3, field), { trimMetres: 3, widthMetres: 5, class: 'service' }))
    }
    v += pitch
  }
  courts(site, local, ground, (outline) => !blocked(outline))
  for (const run of runsOf(site).filter((each) => gateable(each.edge) && each.lengthMetres > 70).slice(0, 3)) gateAt(site, run, dice.between(0.45, 0.55), 9, site.gates.length === 0 ? '校门' : '侧门', 'never')
}

/** Puts the largest oval that fits into a corner of the ground; returns the land it takes. */
function placeTrack(site: Site, local: Local, ground: readonly Point[], from: number): Point[] | null {
  for (const track of tracks.slice(from)) {
    for (const upright of [true, false]) {
      const [w, h] = upright ? [track.wide, track.long] : [track.long, track.wide]
      for (const [u, v] of [[local.right - w - 3, local.low + 3], [local.left + 3, local.low + 3], [local.right - w - 12, local.low + 12], [local.left + 12, local.low + 10], [local.right - w - 22, local.low + 24], [local.left + 24, local.low + 24]]) {
        if (w * h > signedArea(ground) * 0.42) continue
        const land = box(local, u - 2, v - 2, u + w + 2, v + h + 2)
        if (!land.every((point) => inside(ground, point))) continue
        const lane = oval(local, u, v, w, h, upright)
        const field = oval(local, u + 10, v + 10, w - 20, h - 20, upright)
        site.grounds.push({ kind: 'track', name: '', rings: [lane, field] }, { kind: 'sports', name: '', rings: [field] })
        return land
      }
    }
  }
  return null
}

/** A way past the doors of a row to the ring path, on the side where the running track does not lie across. */
function aside(local: Local, doors: readonly number[], from: number, to: number, v: number, field: readonly Point[] | null): Point[] {
  const clear = (a: number, b: number): boolean => field === null || Array.from({ length: 24 }, (_, index) => local.toWorld(a + ((b - a) * index) / 23, v)).every((point) => !inside(field, point))
  const [first, last] = [doors[0], doors[doors.length - 1]]
  const stops = doors.map((door) => local.toWorld(door, v))
  const west = clear(from, first)
  const east = clear(last, to)
  return [...(west || !east ? [local.toWorld(from - 0.6, v)] : []), ...stops, ...(east ? [local.toWorld(to + 0.6, v)] : [])]
}

function oval(local: Local, u: number, v: number, w: number, h: number, upright: boolean): Point[] {
  const radius = (upright ? w : h) / 2
  const ends: [number, number, number][] = upright ? [[u + radius, v + h - radius, 0], [u + radius, v + radius, Math.PI]] : [[u + radius, v + radius, Math.PI / 2], [u + w - radius, v + radius, -Math.PI / 2]]
  return ends.flatMap(([cu, cv, start]) => Array.from({ length: 13 }, (_, index) => local.toWorld(cu + Math.cos(start + (index / 12) * Math.PI) * radius, cv + Math.sin(start + (index / 12) * Math.PI) * radius)))
}

function uShape(local: Local, u0: number, v: number, u1: number): Point[] {
  const shape: (readonly [number, number])[] = [[u0, v - 15], [u0 + 11, v - 15], [u0 + 11, v], [u1 - 11, v], [u1 - 11, v - 15], [u1, v - 15], [u1, v + 12], [u0, v + 12]]
  return shape.map(([a, b]) => local.toWorld(a, b))
}

function courts(site: Site, local: Local, ground: readonly Point[], free: (outline: readonly Point[]) => boolean): void {
  let placed = 0
  for (let attempt = 0; attempt < 30 && placed < 4; attempt++) {
    const [u, v] = [site.dice.between(local.left, local.right), site.dice.between(local.low, local.high)]
    const outline = box(local, u, v, u + 16, v + 29)
    if (!outline.every((point) => inside(ground, point)) || !free(outline)) continue
    if (site.buildings.some((each) => outline.some((point) => inside(each.rings[0], point)) || each.rings[0].some((point) => inside(outline, point)))) continue
    if (site.grounds.some((each) => each.kind === 'sports' && each.rings[0].length === 4 && (outline.some((point) => inside(each.rings[0], point)) || each.rings[0].some((point) => inside(outline, point))))) continue
    site.grounds.push({ kind: 'sports', name: '', rings: [outline] })
    placed++
  }
}

function lakeOf(local: Local): Point[] {
  const [u, v] = [local.left + (local.right - local.left) * 0.42, local.low + (local.high - local.low) * 0.5]
  return Array.from({ length: 20 }, (_, index): Point => {
    const angle = (index / 20) * Math.PI * 2
    return local.toWorld(u + Math.cos(angle) * 46 * (1 + 0.2 * Math.sin(angle * 3)), v + Math.sin(angle) * 24 * (1 + 0.15 * Math.cos(angle * 2)))
  })
}
