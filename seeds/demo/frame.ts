import { diceOf } from './dice.ts'
import type { Edge, Face } from './faces.ts'
import { onGrid } from './plane.ts'
import type { Point } from './plane.ts'

/** A district's place in the lattice of districts; the default city is the one at 0, 0. */
export type Tile = { seed: number; column: number; row: number; river: boolean; rail: boolean }

/** District size in metres (grammar: about 4 x 3.5 km). */
export const tileWidthMetres = 4000
export const tileHeightMetres = 3500
/** Joints along each side, about 50 m apart: streets of both neighbours meet the ring road here and nowhere else. */
const jointsAcross = 76
const jointsUp = 70

export type Frame = { south: Point[]; east: Point[]; north: Point[]; west: Point[] }

/** The four sides of a district; south and north run east, west and east run north. Neighbours compute the same sides. */
export function frameOf(tile: Tile): Frame {
  const { seed, column, row } = tile
  return {
    south: sideOf(seed, 'h', column, row), north: sideOf(seed, 'h', column, row + 1),
    west: sideOf(seed, 'v', column, row), east: sideOf(seed, 'v', column + 1, row),
  }
}

export function frameFace(frame: Frame): Face {
  const named = (name: string): Edge => ({ kind: 'frame', widthMetres: 46, name })
  const ring = [...frame.south.slice(0, -1), ...frame.east.slice(0, -1), ...frame.north.slice(1).toReversed(), ...frame.west.slice(1).toReversed()]
  const edges = [
    ...frame.south.slice(1).map(() => named('南环路')), ...frame.east.slice(1).map(() => named('东环路')),
    ...frame.north.slice(1).map(() => named('北环路')), ...frame.west.slice(1).map(() => named('西环路')),
  ]
  return { ring, edges, zone: 'outer' }
}

/** Joint of a vertical side where the river's centre crosses. */
export function riverJoint(seed: number, column: number, row: number): number {
  return 37 + Math.floor(diceOf(seed, `river ${column} ${row}`).share() * 9)
}

/** Joint of a horizontal side where the railway crosses. */
export function railJoint(seed: number, column: number, row: number): number {
  return 64 + Math.floor(diceOf(seed, `rail ${column} ${row}`).share() * 3)
}

function sideOf(seed: number, way: 'h' | 'v', column: number, row: number): Point[] {
  const a = cornerOf(seed, column, row)
  const b = way === 'h' ? cornerOf(seed, column + 1, row) : cornerOf(seed, column, row + 1)
  const count = way === 'h' ? jointsAcross : jointsUp
  const dice = diceOf(seed, `side ${way} ${column} ${row}`)
  const [bow, sway] = [dice.between(-70, 70), dice.between(-35, 35)]
  const length = Math.hypot(b[0] - a[0], b[1] - a[1])
  return Array.from({ length: count + 1 }, (_, index) => {
    const share = index / count
    const aside = bow * Math.sin(Math.PI * share) + sway * Math.sin(2 * Math.PI * share)
    return onGrid(a[0] + (b[0] - a[0]) * share - ((b[1] - a[1]) / length) * aside, a[1] + (b[1] - a[1]) * share + ((b[0] - a[0]) / length) * aside)
  })
}

function cornerOf(seed: number, column: number, row: number): Point {
  const dice = diceOf(seed, `corner ${column} ${row}`)
  return [(column - 0.5) * tileWidthMetres + dice.between(-110, 110), (row - 0.5) * tileHeightMetres + dice.between(-90, 90)]
}
