import type { City } from '../../../geodata/kernel/city.ts'
import type { Position } from '../../../geodata/model/geometry.ts'
import type { OpenCity } from '../open-city.ts'
import { finderOf } from '../records/place.ts'
import { communityAt } from './start.ts'

/** A street within a community (index of the columns, -1 outside all), by the middle of its middlemost line. */
export type Stretch = { street: string; area: number; position: Position }

const mostStretches = 6

/** The middle and the rough length (degrees) of one line. */
type Middle = { position: Position; length: number }
export type Lines = ReadonlyMap<string, readonly Middle[]>

/** Lines of all walkable streets by name, read when somebody first asks for an address: streets stay for as long as the network does. */
export function linesOf({ city: { network }, names }: OpenCity): Promise<Lines> {
  const known = linesByNetwork.get(network) ?? readLines(names)
  linesByNetwork.set(network, known)
  known.catch(() => { linesByNetwork.delete(network) })
  return known
}
const linesByNetwork = new WeakMap<City['network'], Promise<Lines>>()

async function readLines(names: OpenCity['names']): Promise<Lines> {
  const lines = new Map<string, Middle[]>()
  for await (const { name, walkable, line } of names.streets()) {
    if (name === '' || !walkable || line.length < 2) continue
    const own = lines.get(name) ?? []
    own.push(middleOf(line))
    lines.set(name, own)
  }
  return lines
}

function middleOf(line: readonly Position[]): Middle {
  const steps = line.slice(1).map(([lon, lat], i) => Math.hypot((lon - line[i][0]) * Math.cos((lat / 180) * Math.PI), lat - line[i][1]))
  const length = steps.reduce((sum, step) => sum + step, 0)
  let left = length / 2
  for (const [i, step] of steps.entries()) {
    if (left <= step) {
      const share = step === 0 ? 0 : left / step
      return { length, position: [line[i][0] + share * (line[i + 1][0] - line[i][0]), line[i][1] + share * (line[i + 1][1] - line[i][1])] }
    }
    left -= step
  }
  return { length, position: line[line.length - 1] }
}

/** The longest stretches of streets of these names, one in each community; the middle is on the street. */
export async function stretchesOf(open: OpenCity, lines: Lines, streets: readonly string[]): Promise<Stretch[]> {
  const finder = await finderOf(open)
  const found: { stretch: Stretch; length: number }[] = []
  for (const street of streets) {
    const byArea = new Map<number, Middle[]>()
    for (const middle of (lines.get(street) ?? []).toSorted((a, b) => b.length - a.length).slice(0, mostLines)) {
      const area = communityAt(open, (await finder.find(middle.position)).area)
      byArea.set(area, [...(byArea.get(area) ?? []), middle])
    }
    for (const [area, middles] of byArea) found.push({ stretch: { street, area, position: middlemost(middles) }, length: middles.reduce((sum, { length }) => sum + length, 0) })
  }
  return found.sort((a, b) => b.length - a.length).slice(0, mostStretches).map(({ stretch }) => stretch)
}

/** Of a street cut into more lines the longest tell where it runs. */
const mostLines = 120

function middlemost(middles: readonly Middle[]): Position {
  const whole = middles.reduce((sum, { length }) => sum + length, 0) || 1
  const mean = [0, 1].map((axis) => middles.reduce((sum, { position, length }) => sum + (position[axis] * length) / whole, 0))
  const off = ({ position }: Middle): number => Math.hypot((position[0] - mean[0]) * Math.cos((mean[1] / 180) * Math.PI), position[1] - mean[1])
  return middles.toSorted((a, b) => off(a) - off(b))[0].position
}
