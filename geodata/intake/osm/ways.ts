import type { Tags } from '../feature.ts'
import { isArea } from './form.ts'
import type { Numbers } from './numbers.ts'
import { numbers } from './numbers.ts'

/** Ways kept, as columns: node ids flat, tags beside them. */
export type KeptWays = { ids: Numbers; starts: Numbers; nodes: Numbers; tags: Tags[]; indexById: Map<number, number> }

export function keptWays(): KeptWays {
  const ways: KeptWays = { ids: numbers(), starts: numbers(), nodes: numbers(), tags: [], indexById: new Map() }
  ways.starts.push(0)
  return ways
}

export function keepWay(ways: KeptWays, id: number, nodes: readonly number[], tags: Tags): void {
  ways.indexById.set(id, ways.tags.length)
  ways.ids.push(id)
  ways.tags.push(tags)
  for (const node of nodes) ways.nodes.push(node)
  ways.starts.push(ways.nodes.length())
}

export function nodesOf(ways: KeptWays, index: number): Float64Array {
  const starts = ways.starts.view()
  return ways.nodes.view(starts[index], starts[index + 1])
}

export function formOf(tags: Tags, nodes: Float64Array | readonly number[]): 'area' | 'line' {
  return isArea(tags, nodes.length >= 4 && nodes[0] === nodes[nodes.length - 1]) ? 'area' : 'line'
}
