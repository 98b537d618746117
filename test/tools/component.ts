import type { Position } from '../../geodata/model/geometry.ts'
import type { Street } from '../../geodata/model/street.ts'
import { vertexKey } from '../../geodata/intake/vertex.ts'
import { lengthMetres } from '../../geodata/intake/metres.ts'

/** The largest net of walkable streets by length, by shared vertices alone. */
export type LargestNet = {
  /** Of the walkable length. */
  share: number
  /** A place in the middle of its longest street. */
  place: Position
  holds(place: Position): boolean
}

export function largestNet(streets: readonly Street[]): LargestNet {
  const walked = streets.filter((street) => street.walkable).map((street) => ({ line: street.line, metres: lengthMetres(street.line) }))
  const parents = new Map<string, string>()
  const find = (key: string): string => {
    let root = key
    while ((parents.get(root) ?? root) !== root) root = parents.get(root) ?? root
    for (let at = key; at !== root; ) {
      const next = parents.get(at) ?? root
      parents.set(at, root)
      at = next
    }
    return root
  }
  for (const { line } of walked) for (const position of line) parents.set(find(vertexKey(position)), find(vertexKey(line[0])))
  const lengths = new Map<string, number>()
  for (const { line, metres } of walked) {
    const net = find(vertexKey(line[0]))
    lengths.set(net, (lengths.get(net) ?? 0) + metres)
  }
  const [net, most] = [...lengths].reduce((best, each) => (each[1] > best[1] ? each : best))
  const longest = walked.filter(({ line }) => find(vertexKey(line[0])) === net).reduce((best, each) => (each.metres > best.metres ? each : best))
  return {
    share: most / walked.reduce((sum, { metres }) => sum + metres, 0),
    place: longest.line[Math.floor(longest.line.length / 2)],
    holds: (place) => parents.has(vertexKey(place)) && find(vertexKey(place)) === net,
  }
}
