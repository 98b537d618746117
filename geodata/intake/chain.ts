import type { Position } from '../model/geometry.ts'
import { vertexKey } from './vertex.ts'

/** Lines of one way put end to end again wherever exactly two of them meet; the order of what remains is kept. */
export function chainLines(lines: readonly (readonly Position[])[]): Position[][] {
  const waiting = new Set(lines.map((_, index) => index))
  const atEnd = new Map<string, number[]>()
  lines.forEach((line, index) => {
    for (const end of [line[0], line[line.length - 1]]) atEnd.set(vertexKey(end), [...(atEnd.get(vertexKey(end)) ?? []), index])
  })
  const follow = (end: Position): Position[] | null => {
    const meeting = atEnd.get(vertexKey(end)) ?? []
    const next = meeting.length === 2 ? meeting.find((index) => waiting.has(index)) : undefined
    if (next === undefined) return null
    waiting.delete(next)
    const line = lines[next]
    return vertexKey(line[0]) === vertexKey(end) ? [...line] : [...line].reverse()
  }
  const chains: Position[][] = []
  for (const index of waiting) {
    waiting.delete(index)
    const chain = [...lines[index]]
    extend(chain, follow)
    chain.reverse()
    extend(chain, follow)
    chain.reverse()
    chains.push(chain)
  }
  return chains
}

/** Adds what follows at the end, until nothing does. */
function extend(chain: Position[], follow: (end: Position) => Position[] | null): void {
  for (let next = follow(chain[chain.length - 1]); next; next = follow(chain[chain.length - 1])) for (let i = 1; i < next.length; i++) chain.push(next[i])
}
