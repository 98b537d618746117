import type { DraftGround, Site } from './draft.ts'
import type { Plan } from './plan.ts'
import { onGrid } from './plane.ts'
import type { Point } from './plane.ts'
import { railHalfMetres, riverHalfMetres } from './skeleton.ts'
import { along, besideLine, distance, lengthOf } from './shapes.ts'

const wallThickMetres = 0.5
/** Half the opening left in a wall at a gate. */
const gateHalfMetres = 5

/** The river with its green belts and the railway's verges. */
export function waterAndBelts(plan: Plan, hasRiver: boolean): DraftGround[] {
  const grounds: DraftGround[] = []
  if (hasRiver) {
    const { river, frame } = plan
    const long = [beyond(river[1], river[0]), ...river, beyond(river[river.length - 2], river[river.length - 1])]
    const clipped = (left: number, right: number): Point[] => keepLeft(keepLeft(band(long, left, right), chord(frame.west, river[0]).toReversed()), chord(frame.east, river[river.length - 1]))
    grounds.push({ kind: 'water', name: '柳江', rings: [clipped(riverHalfMetres, -riverHalfMetres)] })
    for (const side of [1, -1]) grounds.push({ kind: 'green', name: '', rings: [clipped(side * (riverHalfMetres + 33), side * riverHalfMetres)] })
  }
  if (plan.rail.length > 0) grounds.push({ kind: 'green', name: '', rings: [band(plan.rail, railHalfMetres - 8, 8 - railHalfMetres)] })
  return grounds
}

/** Estates as tinted land, and walls with a gap at every gate. */
export function estateGround(site: Site): DraftGround[] {
  if (site.ring.length === 0 || site.use === 'strip' || site.use === 'park' || site.use === 'square' || site.use === 'lanes') return site.grounds
  const land: DraftGround[] = ['compound', 'estate', 'towers', 'resettlement', 'government', 'village'].includes(site.use) ? [{ kind: 'estate', name: site.name, rings: [site.ring] }] : []
  return [...land, ...site.grounds, ...walls(site)]
}

function walls(site: Site): DraftGround[] {
  const closed = [...site.ring, site.ring[0]]
  const length = lengthOf(closed)
  const gaps = site.gates.map((gate) => stationOf(closed, gate.position)).filter((station) => station !== null).toSorted((a, b) => a - b)
  const stretches: [number, number][] = gaps.length === 0 ? [[0, length]] : gaps.map((gap, index) => [gap + gateHalfMetres, (gaps[index + 1] ?? gaps[0] + length) - gateHalfMetres])
  return stretches.filter(([from, to]) => to - from > 3).map(([from, to]) => {
    const line = stretch(closed, length, from, to)
    return { kind: 'wall' as const, name: '', rings: [[...line, ...besideLine(line, wallThickMetres).toReversed()]] }
  })
}

function stretch(closed: readonly Point[], length: number, from: number, to: number): Point[] {
  const line: Point[] = [along(closed, from % length).at]
  let gone = 0
  for (let round = 0; round < 2; round++) {
    for (let index = 0; index + 1 < closed.length; index++) {
      if (gone > from + 0.3 && gone < to - 0.3) line.push(closed[index])
      gone += distance(closed[index], closed[index + 1])
    }
  }
  line.push(along(closed, to % length).at)
  return line.filter((point, index) => index === 0 || distance(point, line[index - 1]) > 0.05)
}

function stationOf(line: readonly Point[], point: Point): number | null {
  let gone = 0
  let best: { station: number; metres: number } | null = null
  for (let index = 0; index + 1 < line.length; index++) {
    const [a, b] = [line[index], line[index + 1]]
    const step = distance(a, b)
    const share = Math.max(0, Math.min(1, ((point[0] - a[0]) * (b[0] - a[0]) + (point[1] - a[1]) * (b[1] - a[1])) / (step * step || 1)))
    const metres = distance(point, [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share])
    if (metres < 18 && (best === null || metres < best.metres)) best = { station: gone + share * step, metres }
    gone += step
  }
  return best?.station ?? null
}

function band(line: readonly Point[], left: number, right: number): Point[] {
  return [...besideLine(line, right), ...besideLine(line, left).toReversed()]
}

/** A point 160 m further on, so that the river leaves the district at a slant without a gap. */
function beyond(from: Point, to: Point): Point {
  const length = distance(from, to)
  return onGrid(to[0] + ((to[0] - from[0]) / length) * 160, to[1] + ((to[1] - from[1]) / length) * 160)
}

/** The straight of a side about a place on it, three joints either way; northward. */
function chord(side: readonly Point[], place: Point): [Point, Point] {
  const at = side.findIndex((joint) => distance(joint, place) < 1)
  return [side[at - 3], side[at + 3]]
}

/** The part of a ring on the left of a line. */
function keepLeft(ring: readonly Point[], [a, b]: readonly Point[]): Point[] {
  const aside = ([x, y]: Point): number => (b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0])
  return ring.flatMap((here, index) => {
    const before = ring[(index + ring.length - 1) % ring.length]
    const [was, is] = [aside(before), aside(here)]
    const share = was / (was - is)
    const met = was > 0 !== is > 0 ? [onGrid(before[0] + (here[0] - before[0]) * share, before[1] + (here[1] - before[1]) * share)] : []
    return is > 0 ? [...met, here] : met
  })
}
