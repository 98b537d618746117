import type { Site } from './draft.ts'
import { build, path } from './draft.ts'
import { firstCrossing, gateAt, gateable, ringPath, runsOf } from './estate.ts'
import { box, localOf } from './local.ts'
import { onGrid } from './plane.ts'
import type { Point } from './plane.ts'
import { distance, inside, insetRing } from './shapes.ts'

/** A park: open to every street around it, a lake, winding ways, a pavilion. */
export function park(site: Site): void {
  const { dice } = site
  site.grounds.push({ kind: 'park', name: site.name, rings: [site.ring] })
  const loop = ringPath(site, 16, 3)
  const local = localOf(site.ring, site.angle)
  const [width, height] = [local.right - local.left, local.high - local.low]
  const [u, v] = [(local.left + local.right) / 2 + width * dice.between(-0.08, 0.08), (local.low + local.high) / 2 + height * dice.between(-0.08, 0.08)]
  const phase = dice.between(0, 6)
  const shore = (radiusU: number, radiusV: number): Point[] => Array.from({ length: 28 }, (_, index): Point => {
    const angle = (index / 28) * Math.PI * 2
    const swell = 1 + 0.2 * Math.sin(angle * 2 + phase) + 0.1 * Math.sin(angle * 3 + phase * 2)
    return local.toWorld(u + Math.cos(angle) * radiusU * swell, v + Math.sin(angle) * radiusV * swell)
  })
  const lake = shore(width * 0.19, height * 0.17)
  if (lake.every((point) => inside(site.ring, point))) {
    site.grounds.push({ kind: 'water', name: '', rings: [lake] })
    const walk = shore(width * 0.19 + 12, height * 0.17 + 12)
    site.lines.push(path([...walk, walk[0]], { class: 'footway', widthMetres: 3 }))
    if (loop.length > 0) {
      for (const index of [2, 9, 16, 23]) {
        const from = walk[index]
        const angle = (index / 28) * Math.PI * 2
        const own = local.of(from)
        const outward = (share: number): Point => local.toWorld(own[0] + Math.cos(angle) * width * share, own[1] + Math.sin(angle) * height * share)
        const met = firstCrossing(from, outward(0.8), loop)
        if (met !== null) site.lines.push(path([from, toward(from, outward(0.8), met + 0.6)], { class: 'footway', widthMetres: 3, trimMetres: 4 }))
      }
    }
  }
  const [bu, bv] = [local.left + width * 0.22, local.low + height * 0.3]
  build(site, { rings: [box(local, bu, bv, bu + 16, bv + 12)], storeys: 1, use: 'culture', name: '茶室', entrances: [], dwellings: 0 }, site.ring, 4)
  for (const run of runsOf(site).filter((each) => gateable(each.edge) && each.lengthMetres > 60).slice(0, 4)) gateAt(site, run, dice.between(0.35, 0.65), 20, '园门', 'never')
}

/** A civic square: paving, lawns, a fountain in line with the axis. */
export function square(site: Site): void {
  site.grounds.push({ kind: 'square', name: site.name, rings: [site.ring] })
  const local = localOf(site.ring, site.angle)
  const [width, height] = [local.right - local.left, local.high - local.low]
  const [u, v] = [(local.left + local.right) / 2, (local.low + local.high) / 2]
  for (const [du, dv] of [[-0.26, -0.22], [0.26, -0.22], [-0.26, 0.22], [0.26, 0.22]]) {
    const lawn = box(local, u + du * width - width * 0.12, v + dv * height - height * 0.13, u + du * width + width * 0.12, v + dv * height + height * 0.13)
    if (lawn.every((point) => inside(site.ring, point))) site.grounds.push({ kind: 'green', name: '', rings: [lawn] })
  }
  site.grounds.push({ kind: 'water', name: '', rings: [Array.from({ length: 24 }, (_, index) => local.toWorld(u + Math.cos((index / 12) * Math.PI) * 16, v + Math.sin((index / 12) * Math.PI) * 16))] })
  ringPath(site, 8, 0)
  for (const run of runsOf(site).filter((each) => gateable(each.edge) && each.lengthMetres > 60).slice(0, 4)) gateAt(site, run, 0.5, 10, '入口', 'never')
}

/** Land cleared for building: a fence, a shell of a tower, huts. */
export function constructionSite(site: Site): void {
  const { dice } = site
  site.grounds.push({ kind: 'construction', name: '在建地块', rings: [site.ring] })
  const ground = insetRing(site.ring, site.ring.map(() => 14))
  if (ground.length < 3) return
  const local = localOf(ground, site.angle)
  for (let attempt = 0; attempt < 5; attempt++) {
    const [u, v] = [dice.between(local.left, local.right - 32), dice.between(local.low, local.high - 28)]
    build(site, { rings: [box(local, u, v, u + 32, v + 26)], storeys: null, use: null, name: '', entrances: [], dwellings: 0 }, ground, 22)
  }
  const run = runsOf(site).find((each) => gateable(each.edge))
  if (run !== undefined) gateAt(site, run, 0.5, 12, '工地门', 'always')
}

function toward(a: Point, b: Point, metres: number): Point {
  const share = metres / distance(a, b)
  return onGrid(a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)
}
