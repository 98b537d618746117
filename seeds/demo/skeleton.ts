import type { Dice } from './dice.ts'
import { diceOf } from './dice.ts'
import { cutFaces } from './faces.ts'
import type { Cut, Edge, Face, Zone } from './faces.ts'
import { frameFace, frameOf, railJoint, riverJoint, tileHeightMetres, tileWidthMetres } from './frame.ts'
import type { Frame, Tile } from './frame.ts'
import type { Point } from './plane.ts'
import { onGrid } from './plane.ts'
import { besideLine, centreOf, distance, inside, nearestOnSegment, smoothLine } from './shapes.ts'

/** Half the river's width; its bank roads run two joints from the centre, with a green belt between. */
export const riverHalfMetres = 56
export const railHalfMetres = 26

/** The first lines of the plan: river, banks, ring, railway, arterials; the superblocks between them. */
export type Skeleton = { frame: Frame; river: Point[]; rail: Point[]; ring: Point[]; faces: Face[]; cuts: Cut[]; centre: Point }

export function skeletonOf(tile: Tile): Skeleton {
  const dice = diceOf(tile.seed, `skeleton ${tile.column} ${tile.row}`)
  const frame = frameOf(tile)
  const middle: Point = [tile.column * tileWidthMetres, tile.row * tileHeightMetres]
  const plan = planOf([frameFace(frame)])
  const river = riverLine(tile, frame, middle, dice)
  const [westJoint, eastJoint] = [riverJoint(tile.seed, tile.column, tile.row), riverJoint(tile.seed, tile.column + 1, tile.row)]

  plan.cut(river, tile.river ? { kind: 'river', widthMetres: riverHalfMetres * 2, name: '柳江' } : { kind: 'arterial', widthMetres: 48, name: '人和大道' })
  if (tile.river) {
    for (const [side, name] of [[2, '江北沿江路'], [-2, '江南沿江路']] as const) {
      const bank = [frame.west[westJoint + side], ...besideLine(river, side * 50).slice(2, -2), frame.east[eastJoint + side]]
      plan.cut(smoothLine(bank.filter((_, index) => index % 2 === 0 || index === bank.length - 1), 45), { kind: 'bank', widthMetres: 18, name })
    }
    plan.zone((face) => (face.edges.some((edge) => edge.kind === 'river') ? 'strip' : null))
  }

  const ring = ringLines(river, dice)
  for (const half of ring) plan.cut(half, { kind: 'arterial', widthMetres: 44, name: '环城路' })
  const whole = [...ring[0], ...ring[1].slice(1, -1).toReversed()]
  const rail = tile.rail ? railLine(tile, frame, middle, dice) : []
  if (tile.rail) {
    for (const side of [1, -1]) plan.cut(railside(tile, frame, rail, side), { kind: 'railside', widthMetres: 12, name: side > 0 ? '铁道西街' : '铁道东街' }, 'strip')
    plan.zone((face) => (face.edges.filter((edge) => edge.kind === 'railside').length > face.edges.length / 2 && distanceToLine(centreOf(face.ring), rail) < 15 ? 'strip' : null))
  }

  for (const { line, edge } of arterials(frame, middle, whole, rail, dice)) plan.cut(line, edge)
  const southOfRiver = (point: Point): boolean => point[1] < nearestY(river, point)
  plan.zone((face) => {
    if (face.zone === 'strip') return null
    const at = centreOf(face.ring)
    if (inside(whole, at)) return southOfRiver(at) ? 'old' : 'centre'
    return rail.length > 0 && at[0] > nearestX(rail, at) ? 'east' : 'outer'
  })
  return { frame, river, rail, ring: whole, faces: plan.faces(), cuts: plan.cuts, centre: middle }
}

/** The main lines beside river and ring: the axis, the cross roads and the radials. */
function arterials(frame: Frame, middle: Point, ring: readonly Point[], rail: readonly Point[], dice: Dice): { line: Point[]; edge: Edge }[] {
  const at = (x: number, y: number): Point => onGrid(middle[0] + x + dice.between(-35, 35), middle[1] + y + dice.between(-30, 30))
  const road = (name: string, widthMetres: number, control: Point[]): { line: Point[]; edge: Edge } => ({ line: smoothLine(control, 55), edge: { kind: 'arterial', widthMetres, name } })
  const joint = (side: readonly Point[], share: number): Point => side[Math.round(share * (side.length - 1) + dice.between(-1.4, 1.4))]
  const top = joint(frame.north, 0.49)
  const bottom = joint(frame.south, 0.44)
  const inRing = (x: number, y: number): Point => towards(ring, [middle[0] + x, middle[1] + y])
  const southEast = joint(frame.east, 0.3)
  const east = rail.length > 0 ? [at(1440, -640)] : []
  const southStop: Point = rail.length > 0 ? onGrid(nearestX(rail, [0, middle[1] - 1180]) - railHalfMetres + 2, middle[1] - 1180) : joint(frame.east, 0.16)
  return [
    road('文昌大道', 52, [at(-10, 60), at(0, 640), at(20, 1180), top]),
    road('望江大道', 44, [joint(frame.west, 0.83), at(-1050, 960), at(-60, 690), at(860, 820), at(1450, 950), joint(frame.east, 0.78)]),
    road('纺织大道', 40, [joint(frame.west, 0.25), at(-1400, -700), inRing(-700, -420)]),
    road('南门大道', 44, [inRing(-60, -900), at(-120, -1340), bottom]),
    road('建设大道', 42, [inRing(760, -480), at(1150, -560), ...east, southEast]),
    road('工人路', 36, [joint(frame.west, 0.1), at(-900, -1290), at(-100, -1330), at(800, -1180), southStop]),
  ]
}

function riverLine(tile: Tile, frame: Frame, middle: Point, dice: Dice): Point[] {
  const start = frame.west[riverJoint(tile.seed, tile.column, tile.row)]
  const end = frame.east[riverJoint(tile.seed, tile.column + 1, tile.row)]
  const at = (x: number, y: number): Point => [middle[0] + x, middle[1] + y + dice.between(-50, 50)]
  return smoothLine([start, at(-1350, 420), at(-760, 190), at(-150, 20), at(480, 30), at(1150, 190), at(1600, 240), end], 50)
}

/** The ring as two arcs that begin and end on the river: a rounded town wall, not a circle. */
function ringLines(river: readonly Point[], dice: Dice): [Point[], Point[]] {
  const [a, b] = [river[Math.round(river.length * 0.27)], river[Math.round(river.length * 0.695)]]
  const half = (heightMetres: number): Point[] => {
    const length = distance(a, b)
    const [ux, uy] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length]
    const steps = 44
    const arc = Array.from({ length: steps + 1 }, (_, index) => {
      const angle = Math.PI * (1 - index / steps)
      const across = Math.sign(Math.cos(angle)) * Math.abs(Math.cos(angle)) ** 0.72 * (length / 2) + length / 2
      const up = Math.sin(angle) ** 0.72 * heightMetres
      return onGrid(a[0] + ux * across - uy * up, a[1] + uy * across + ux * up)
    })
    return smoothLine([a, ...arc.slice(1, -1), b], 48)
  }
  return [half(dice.between(980, 1040)), half(-dice.between(930, 990))]
}

function railLine(tile: Tile, frame: Frame, middle: Point, dice: Dice): Point[] {
  const between = (side: readonly Point[], joint: number): Point => [(side[joint][0] + side[joint + 1][0]) / 2, (side[joint][1] + side[joint + 1][1]) / 2]
  const south = between(frame.south, railJoint(tile.seed, tile.column, tile.row))
  const north = between(frame.north, railJoint(tile.seed, tile.column, tile.row + 1))
  return smoothLine([south, [(south[0] * 2 + north[0]) / 3 + dice.between(10, 70), middle[1] - 580], [(south[0] + north[0] * 2) / 3 + dice.between(10, 70), middle[1] + 580], north], 60)
}

function railside(tile: Tile, frame: Frame, rail: readonly Point[], side: number): Point[] {
  const shift = side > 0 ? 0 : 1
  const south = frame.south[railJoint(tile.seed, tile.column, tile.row) + shift]
  const north = frame.north[railJoint(tile.seed, tile.column, tile.row + 1) + shift]
  return [south, ...besideLine(rail, side * railHalfMetres).slice(1, -1), north]
}

function planOf(start: Face[]): { cut: (line: readonly Point[], edge: Edge, exceptZone?: Zone) => void; zone: (of: (face: Face) => Zone | null) => void; faces: () => Face[]; cuts: Cut[] } {
  let faces = start
  const cuts: Cut[] = []
  return {
    cuts,
    faces: () => faces,
    cut: (line, edge, exceptZone) => {
      const kept = faces.filter((face) => face.zone === exceptZone)
      const result = cutFaces(faces.filter((face) => face.zone !== exceptZone), line, edge)
      cuts.push(...result.cuts)
      faces = [...kept, ...result.faces]
    },
    zone: (of) => {
      faces = faces.map((face) => ({ ...face, zone: of(face) ?? face.zone }))
    },
  }
}

/** A point just inside the ring, on the way from a place towards the ring's middle. */
function towards(ring: readonly Point[], wanted: Point): Point {
  const centre = centreOf(ring)
  let best: Point = ring[0]
  let metres = Infinity
  ring.forEach((a, index) => {
    const near = nearestOnSegment(wanted, a, ring[(index + 1) % ring.length])
    if (near.metres < metres) [best, metres] = [near.at, near.metres]
  })
  const length = distance(best, centre)
  return onGrid(best[0] + ((centre[0] - best[0]) / length) * 3, best[1] + ((centre[1] - best[1]) / length) * 3)
}

function distanceToLine(point: Point, line: readonly Point[]): number {
  let metres = Infinity
  for (let index = 0; index + 1 < line.length; index++) metres = Math.min(metres, nearestOnSegment(point, line[index], line[index + 1]).metres)
  return metres
}

function nearestX(line: readonly Point[], point: Point): number {
  return line.reduce((best, each) => (Math.abs(each[1] - point[1]) < Math.abs(best[1] - point[1]) ? each : best))[0]
}

function nearestY(line: readonly Point[], point: Point): number {
  return line.reduce((best, each) => (Math.abs(each[0] - point[0]) < Math.abs(best[0] - point[0]) ? each : best))[1]
}
