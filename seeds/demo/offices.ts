import type { Site } from './draft.ts'
import { build, path } from './draft.ts'
import { gateAt, gateable, ringPath, runsOf } from './estate.ts'
import { box, localOf, stripSpans } from './local.ts'
import type { Point } from './plane.ts'
import { insetRing } from './shapes.ts'

/** Office towers on podiums, or a mall: large plates along the street, towers set back upon them. */
export function officeBlock(site: Site): void {
  const { dice } = site
  const ground = insetRing(site.ring, site.ring.map(() => 8))
  if (ground.length < 3) return
  const loop = ringPath(site, 4, 1)
  const local = localOf(ground, site.angle)
  let number = 0
  const rows = Math.max(1, Math.round((local.high - local.low) / 78))
  const depth = (local.high - local.low) / rows - 17
  site.grounds.push({ kind: 'square', name: site.name, rings: [site.ring] })
  for (let row = 0; row < rows; row++) {
    const v = local.low + row * (depth + 17) + 3
    for (const [from, to] of stripSpans(local.ring, v, v + depth, 1)) {
      let u = from
      while (to - u > 34) {
        const length = Math.min(dice.between(58, 96), to - u)
        const tower = length > 52 && dice.chance(0.72)
        const podium = tower ? dice.whole(3, 5) : dice.whole(4, 7)
        const name = tower ? `${'ABCDEFGH'[number % 8]}座裙楼` : dice.chance(0.4) ? '商场' : `${'ABCDEFGH'[number % 8]}座`
        const doors = [local.toWorld(u + length / 2, v - 2)]
        if (tower) {
          const size = dice.between(33, 41)
          const side = u + (dice.chance(0.5) ? 6 : length - size - 6)
          const core = [side, v + 5, side + size, v + 5 + Math.min(size, depth - 10)] as const
          const plate = box(local, u, v, u + length, v + depth)
          const hole = box(local, ...core)
          if (build(site, { rings: [plate, hole], storeys: podium, use: 'commercial', name, entrances: doors, dwellings: 0 }, ground, 7)) {
            site.buildings.push({ rings: [chamfered(local.toWorld, core)], storeys: dice.whole(15, 35), use: 'office', name: `${'ABCDEFGH'[number % 8]}座`, entrances: doors, dwellings: 0 })
            number++
          }
        } else if (build(site, { rings: [box(local, u, v, u + length, v + depth * dice.between(0.82, 1))], storeys: podium, use: dice.chance(0.5) ? 'commercial' : 'office', name, entrances: doors, dwellings: 0 }, ground, 7)) number++
        u += length + dice.between(12, 20)
      }
    }
  }
  if (loop.length === 0) return
  for (const run of runsOf(site).filter((each) => gateable(each.edge) && each.lengthMetres > 70).slice(0, 3)) gateAt(site, run, dice.between(0.4, 0.6), 8, '入口', 'never')
}

/** A hospital: an out-patient hall, ward blocks in rows joined by corridors, a car park. */
export function hospitalBlock(site: Site): void {
  rowsOfHalls(site, { use: 'hospital', names: ['门诊楼', '医技楼', '住院一部', '住院二部', '行政楼'], storeys: [[4, 5], [4, 6], [12, 17], [11, 15], [5, 6]], lengths: [64, 86], depths: [18, 24], gap: 26, ground: 'hospital' })
}

/** A compound of offices facing south around a lawn, one gate on the axis. */
export function governmentBlock(site: Site): void {
  rowsOfHalls(site, { use: 'government', names: ['办公楼', '二号楼', '三号楼', '会议中心', '综合楼'], storeys: [[7, 11], [5, 6], [5, 6], [3, 4], [4, 5]], lengths: [58, 90], depths: [16, 20], gap: 34, ground: 'green' })
}

/** Halls in rows along park roads. */
export function industryBlock(site: Site): void {
  rowsOfHalls(site, { use: 'industrial', names: ['一车间', '二车间', '三车间', '成品库', '原料库', '联合厂房', '动力站', '装配车间'], storeys: [[1, 3]], lengths: [64, 96], depths: [26, 36], gap: 17, ground: 'industrial' })
}

/** Market halls, low and deep, around a yard. */
export function marketBlock(site: Site): void {
  rowsOfHalls(site, { use: 'commercial', names: ['菜市场', '水产厅', '百货厅', '小商品厅'], storeys: [[1, 2]], lengths: [38, 64], depths: [18, 26], gap: 9, ground: 'square' })
}

/** A research institute, a library or a culture house: a few long blocks, lawns between. */
export function instituteBlock(site: Site): void {
  rowsOfHalls(site, { use: 'office', names: ['设计大楼', '实验楼', '图档楼', '职工食堂', '行政楼'], storeys: [[6, 8], [4, 5], [4, 5], [2, 2], [5, 5]], lengths: [46, 74], depths: [15, 18], gap: 30, ground: 'campus' })
  const [main, ...others] = runsOf(site).filter((each) => gateable(each.edge) && each.lengthMetres > 70)
  if (main === undefined) return
  for (const run of others) gateAt(site, run, site.dice.between(0.22, 0.3), 8, '侧门', 'always')
  gateAt(site, main, 0.14, 8, '侧门', 'always')
}

export function cultureBlock(site: Site): void {
  rowsOfHalls(site, { use: 'culture', names: ['文化馆', '图书馆', '科技馆', '美术馆'], storeys: [[3, 5]], lengths: [54, 84], depths: [36, 48], gap: 30, ground: 'square' })
}

type Halls = { use: 'hospital' | 'government' | 'industrial' | 'commercial' | 'office' | 'culture'; names: readonly string[]; storeys: readonly (readonly [number, number])[]; lengths: readonly [number, number]; depths: readonly [number, number]; gap: number; ground: 'hospital' | 'green' | 'industrial' | 'square' | 'campus' }

function rowsOfHalls(site: Site, halls: Halls): void {
  const { dice } = site
  const loop = ringPath(site, 4.5, 0)
  const ground = insetRing(site.ring, site.ring.map(() => 8.5))
  if (loop.length === 0 || ground.length < 3) return
  if (halls.ground !== 'green') site.grounds.push({ kind: halls.ground, name: site.name, rings: [site.ring] })
  const local = localOf(ground, site.angle)
  const own = loop.map(local.of)
  let number = 0
  for (let v = local.low; v + halls.depths[0] + 3 < local.high; ) {
    const depth = dice.between(...halls.depths)
    const doors: number[] = []
    for (const [from, to] of stripSpans(local.ring, v, v + depth + 2, 0.5)) {
      let u = from
      while (to - u > halls.lengths[0] * 0.55) {
        const length = Math.min(dice.between(...halls.lengths), to - u)
        const index = number % halls.names.length
        const storeys = dice.whole(...halls.storeys[number % halls.storeys.length])
        const outline = halls.use === 'government' || halls.use === 'hospital' || halls.use === 'office' ? winged(local.toWorld, u, v, u + length, v + depth, dice.share()) : box(local, u, v, u + length, v + depth)
        if (build(site, { rings: [outline], storeys, use: halls.use, name: halls.names[index], entrances: [local.toWorld(u + length / 2, v + depth + 3)], dwellings: 0 }, ground, 6)) {
          number++
          doors.push(u + length / 2)
        }
        u += length + dice.between(10, 16)
      }
    }
    for (const [from, to] of stripSpans(own, v + depth + 3, v + depth + 3.01, -0.6)) {
      const inRow = doors.filter((door) => door > from && door < to)
      if (inRow.length > 0) site.lines.push(path([local.toWorld(from, v + depth + 3), ...inRow.map((door) => local.toWorld(door, v + depth + 3)), local.toWorld(to, v + depth + 3)], { trimMetres: 3, class: 'service', widthMetres: 5 }))
    }
    if (halls.ground === 'green' || halls.ground === 'campus') lawn(site, local, v + depth + 8, v + depth + halls.gap - 5)
    v += depth + halls.gap
  }
  for (const run of runsOf(site).filter((each) => gateable(each.edge) && each.lengthMetres > 70).slice(0, 2)) gateAt(site, run, dice.between(0.42, 0.58), 8, site.gates.length === 0 ? '正门' : '侧门', 'never')
}

function lawn(site: Site, local: ReturnType<typeof localOf>, v0: number, v1: number): void {
  if (v1 - v0 < 8) return
  for (const [from, to] of stripSpans(local.ring, v0, v1, 10)) if (to - from > 30) site.grounds.push({ kind: 'green', name: '', rings: [box(local, from, v0, to, v1)] })
}

/** A bar, or a bar with a wing at one or both ends or its middle. */
function winged(toWorld: (u: number, v: number) => Point, u0: number, v0: number, u1: number, v1: number, kind: number): Point[] {
  const third = (u1 - u0) / 3
  const step = 4
  const points: (readonly [number, number])[] = kind < 0.35
    ? [[u0, v0], [u0 + third, v0], [u0 + third, v0 + step], [u1 - third, v0 + step], [u1 - third, v0], [u1, v0], [u1, v1], [u0, v1]]
    : kind < 0.7
      ? [[u0, v0 + step], [u0 + third, v0 + step], [u0 + third, v0], [u1 - third, v0], [u1 - third, v0 + step], [u1, v0 + step], [u1, v1], [u0, v1]]
      : [[u0, v0], [u1, v0], [u1, v1], [u0, v1]]
  return points.map(([u, v]) => toWorld(u, v))
}

function chamfered(toWorld: (u: number, v: number) => Point, [u0, v0, u1, v1]: readonly [number, number, number, number]): Point[] {
  const cut = 5
  const points: (readonly [number, number])[] = [[u0 + cut, v0], [u1 - cut, v0], [u1, v0 + cut], [u1, v1 - cut], [u1 - cut, v1], [u0 + cut, v1], [u0, v1 - cut], [u0, v0 + cut]]
  return points.map(([u, v]) => toWorld(u, v))
}
