import type { StreetClass } from '../../geodata/model/street.ts'
import type { Dice } from './dice.ts'
import { diceOf } from './dice.ts'
import type { DraftLine } from './draft.ts'
import { path } from './draft.ts'
import type { District } from './district.ts'
import type { Cut, Edge } from './faces.ts'
import { knit, keyOf } from './knit.ts'
import type { Point } from './plane.ts'
import { onGrid } from './plane.ts'
import { along, besideLine, distance, lengthOf, nearestOnSegment } from './shapes.ts'

/** Sidewalks of arterials run this far inside the kerb line; the carriageway between them is crossed at crossings only. */
const kerbMetres = 3
/** Farthest two crossings of an arterial may lie apart before one is added between. */
const crossingGapMetres = 330

/** Every street and way of a district, knitted so that they meet at shared vertices. The railway meets nothing. */
export function streetsOf(district: District, own: { south: boolean; west: boolean; north: boolean; east: boolean } = { south: true, west: true, north: true, east: true }): DraftLine[] {
  const { plan, tile } = district
  const dice = diceOf(tile.seed, `streets ${tile.column} ${tile.row}`)
  const roads = chained(plan.cuts.filter((cut) => cut.edge.kind !== 'river'))
  const lines: DraftLine[] = roads.map(({ line, edge }) => road(line, edge))
  const sides: [readonly Point[], string, boolean][] = [[plan.frame.south, '南环路', own.south], [plan.frame.west, '西环路', own.west], [plan.frame.north, '北环路', own.north], [plan.frame.east, '东环路', own.east]]
  const frame = sides.map(([line, name]) => road([...line], { kind: 'frame', widthMetres: 46, name }))
  lines.push(...frame)
  const arterials = roads.filter(({ edge }) => edge.kind === 'arterial')
  for (const arterial of arterials) lines.push(...sidewalks(arterial))
  lines.push(...crossings(arterials, roads, plan.river, tile.river, dice))
  if (tile.river) lines.push(...promenades(plan.river, plan.ring))
  for (const site of district.sites) lines.push(...site.lines)
  knit(lines)
  const neighbours = new Set(frame.filter((_, index) => !sides[index][2]))
  const pieces = lines.filter((line) => !neighbours.has(line)).flatMap((each) => (tile.river ? bridged(each, plan.river) : [each]))
  if (plan.rail.length > 0) pieces.push(path([...plan.rail], { class: 'rail', name: '柳江铁路', walkable: false, widthMetres: 10 }))
  return pieces
}

function road(line: Point[], edge: Edge): DraftLine {
  const classes: Partial<Record<Edge['kind'], StreetClass>> = { frame: 'arterial', arterial: 'arterial', secondary: 'secondary', bank: 'secondary', local: 'local', railside: 'local', lane: 'lane' }
  return path(line, { class: classes[edge.kind] ?? 'local', name: edge.name, walkable: edge.kind !== 'arterial', widthMetres: edge.widthMetres })
}

/** Pieces of one street joined end to end. */
function chained(cuts: readonly Cut[]): Cut[] {
  const byName = new Map<string, Cut[]>()
  for (const cut of cuts) byName.set(`${cut.edge.kind} ${cut.edge.name}`, [...(byName.get(`${cut.edge.kind} ${cut.edge.name}`) ?? []), cut])
  return [...byName.values()].flatMap((pieces) => {
    const waiting = pieces.map((piece) => ({ line: [...piece.line], edge: piece.edge }))
    const done: Cut[] = []
    for (let piece = waiting.pop(); piece !== undefined; piece = waiting.pop()) {
      const { line } = piece
      for (let grown = true; grown; ) {
        grown = false
        for (let index = 0; index < waiting.length; index++) {
          const other = waiting[index].line
          const joined = joinEnds(line, other)
          if (joined === null) continue
          piece.line = joined
          line.splice(0, line.length, ...joined)
          waiting.splice(index, 1)
          grown = true
          break
        }
      }
      done.push({ line: [...line], edge: piece.edge })
    }
    return done
  })
}

function joinEnds(a: readonly Point[], b: readonly Point[]): Point[] | null {
  const [a0, a1, b0, b1] = [keyOf(a[0]), keyOf(a[a.length - 1]), keyOf(b[0]), keyOf(b[b.length - 1])]
  if (a1 === b0) return [...a, ...b.slice(1)]
  if (a1 === b1) return [...a, ...b.toReversed().slice(1)]
  if (a0 === b1) return [...b, ...a.slice(1)]
  if (a0 === b0) return [...b.toReversed(), ...a.slice(1)]
  return null
}

/** Walks on both sides, drawn on beyond a junction so that they cross the other street; loose ends are cut off by the knitting. */
function sidewalks({ line, edge }: Cut): DraftLine[] {
  const closed = keyOf(line[0]) === keyOf(line[line.length - 1])
  return [1, -1].map((side) => {
    const beside = besideLine(line, side * (edge.widthMetres / 2 - kerbMetres))
    const ends = closed ? [...beside.slice(0, -1), beside[0]] : [beyond(beside[1], beside[0], 62), ...beside, beyond(beside[beside.length - 2], beside[beside.length - 1], 62)]
    return path(ends, { class: 'footway', name: edge.name, widthMetres: 4, trimMetres: 110 })
  })
}

function beyond(from: Point, to: Point, metres: number): Point {
  const length = distance(from, to)
  return onGrid(to[0] + ((to[0] - from[0]) / length) * metres, to[1] + ((to[1] - from[1]) / length) * metres)
}

/** Crossings where side streets meet an arterial, and between them where they lie too far apart; some are footbridges with stairs. */
function crossings(arterials: readonly Cut[], roads: readonly Cut[], river: readonly Point[], hasRiver: boolean, dice: Dice): DraftLine[] {
  const ends = roads.filter(({ edge }) => edge.kind !== 'arterial').flatMap(({ line }) => [line[0], line[line.length - 1]])
  return arterials.flatMap(({ line, edge }) => {
    const reach = edge.widthMetres / 2 - kerbMetres + 1.5
    const length = lengthOf(line)
    const stations = ends.map((end) => stationOn(line, end)).filter((station) => station !== null).toSorted((a, b) => a - b)
    const made: DraftLine[] = []
    const across = (station: number, footbridge: boolean): void => {
      const { at, direction } = along(line, station)
      const point = (side: number): Point => onGrid(at[0] - direction[1] * reach * side, at[1] + direction[0] * reach * side)
      made.push(path([point(1), onGrid(...at), point(-1)], { class: footbridge ? 'steps' : 'crossing', steps: footbridge, bridge: footbridge, widthMetres: footbridge ? 3 : 5, trimMetres: 4 }))
    }
    for (const station of new Set(stations.map(Math.round))) if (dice.chance(0.82)) across(stations.find((each) => Math.round(each) === station) ?? station, false)
    const stops = [0, ...stations, length]
    for (let index = 0; index + 1 < stops.length; index++) {
      const gap = stops[index + 1] - stops[index]
      if (gap < crossingGapMetres) continue
      const middle = (stops[index] + stops[index + 1]) / 2
      if (!hasRiver || distanceTo(along(line, middle).at, river) > 130) across(middle, dice.chance(0.5))
    }
    return made
  })
}

function stationOn(line: readonly Point[], point: Point): number | null {
  let gone = 0
  for (let index = 0; index + 1 < line.length; index++) {
    const near = nearestOnSegment(point, line[index], line[index + 1])
    const step = distance(line[index], line[index + 1])
    if (near.metres < 0.05) return gone + near.share * step
    gone += step
  }
  return null
}

/** Walks on the river's green belts, broken at the bridges, with ways up to the bank roads. */
function promenades(river: readonly Point[], ring: readonly Point[]): DraftLine[] {
  const clear = (point: Point): boolean => distanceTo(point, [...ring, ring[0]]) > 55
  return [76, -76].flatMap((aside) => {
    const walk = besideLine(river, aside)
    const bank = besideLine(river, Math.sign(aside) * 103)
    const runs: number[][] = [[]]
    for (let index = 2; index < walk.length - 2; index++) {
      if (clear(walk[index])) runs[runs.length - 1].push(index)
      else if (runs[runs.length - 1].length > 0) runs.push([])
    }
    return runs.flatMap((run) => (run.length < 3 ? [] : [
      path(run.map((index) => walk[index]), { class: 'footway', name: '滨江步道', widthMetres: 3 }),
      ...run.filter((_, index) => index % 4 === 1 || index === run.length - 1).map((index) => path([walk[index], bank[index]], { class: 'footway', widthMetres: 3, trimMetres: 12 })),
    ]))
  })
}

/** Cuts a road where it goes over the water, so that the bridge is a street of its own. */
function bridged(line: DraftLine, river: readonly Point[]): DraftLine[] {
  const over = line.class === 'arterial' || line.class === 'footway' && line.name !== '滨江步道' && line.name !== ''
  if (!over) return [line]
  const flags = line.line.slice(1).map((b, index) => distanceTo([(line.line[index][0] + b[0]) / 2, (line.line[index][1] + b[1]) / 2], river) < 86)
  if (!flags.includes(true)) return [line]
  const pieces: DraftLine[] = []
  let start = 0
  for (let index = 1; index <= flags.length; index++) {
    if (index < flags.length && flags[index] === flags[start]) continue
    pieces.push({ ...line, line: line.line.slice(start, index + 1), bridge: flags[start] })
    start = index
  }
  return pieces
}

export function distanceTo(point: Point, line: readonly Point[]): number {
  let metres = Infinity
  for (let index = 0; index + 1 < line.length; index++) metres = Math.min(metres, nearestOnSegment(point, line[index], line[index + 1]).metres)
  return metres
}
