import type { Street } from '../../geodata/model/street.ts'
import { vertexKey } from '../../geodata/intake/vertex.ts'
import { lengthMetres } from '../../geodata/intake/metres.ts'

/** Share of the walkable length that hangs together in the largest net, by shared vertices alone. */
export function largestNetShare(streets: readonly Street[]): number {
  const walked = streets.filter((street) => street.walkable)
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
  for (const { line } of walked) {
    const net = find(vertexKey(line[0]))
    lengths.set(net, (lengths.get(net) ?? 0) + lengthMetres(line))
  }
  const all = [...lengths.values()]
  return Math.max(...all) / all.reduce((sum, length) => sum + length, 0)
}
