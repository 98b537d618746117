import { SaxesParser } from 'saxes'
import { streetKind } from '../../geodata/intake/street.ts'
import { rounded } from '../../geodata/intake/polygons.ts'
import type { Position } from '../../geodata/model/geometry.ts'
import type { Street } from '../../geodata/model/street.ts'

type Edge = { from: string; to: string; tags: Record<string, string> }

/**
 * Streets of a .graphml that OSMnx wrote: a node is a junction (x, y), an edge one direction of a street between two of
 * them, bent where it has a geometry. The two directions of one street become one. For tests alone: no product reads it.
 */
export function streetsOfGraphml(text: string): Street[] {
  const { nodes, edges } = graphOf(text)
  const streets = new Map<string, Street>()
  for (const { from, to, tags } of edges) {
    const [a, b] = [nodes.get(from), nodes.get(to)]
    const kind = streetKind(tags)
    if (!a || !b || typeof kind === 'string') continue
    const key = [...[from, to].sort(), tags['osmid'], tags['length']].join(' ')
    if (streets.has(key)) continue
    const bends = tags['geometry'] === undefined ? [] : positionsOf(tags['geometry']).slice(1, -1)
    const bridge = tags['bridge'] !== undefined && tags['bridge'] !== 'no'
    streets.set(key, { id: `edge/${streets.size + 1}`, name: tags['name'] ?? '', class: kind.class, line: [a, ...bends, b], walkable: kind.walk, steps: kind.class === 'steps', bridge, widthMetres: null, source: 'OpenStreetMap', date: null })
  }
  return [...streets.values()]
}

function graphOf(text: string): { nodes: Map<string, Position>; edges: Edge[] } {
  const names = new Map<string, string>()
  const nodes = new Map<string, Position>()
  const edges: Edge[] = []
  let open: { id: string; edge: Edge | null; tags: Record<string, string> } | null = null
  let key: string | null = null
  let value = ''
  const parser = new SaxesParser({ xmlns: false })
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'key') names.set(attributes['id'], attributes['attr.name'])
    else if (name === 'node') open = { id: attributes['id'], edge: null, tags: {} }
    else if (name === 'edge') {
      const tags = {}
      open = { id: '', edge: { from: attributes['source'], to: attributes['target'], tags }, tags }
    } else if (name === 'data') {
      key = names.get(attributes['key']) ?? null
      value = ''
    }
  })
  parser.on('text', (part) => {
    value += part
  })
  parser.on('closetag', ({ name }) => {
    if (!open) return
    if (name === 'data' && key !== null) open.tags[key] = firstOf(value)
    else if (name === 'node') nodes.set(open.id, rounded([Number(open.tags['x']), Number(open.tags['y'])]))
    else if (name === 'edge' && open.edge) edges.push(open.edge)
  })
  parser.write(text).close()
  return { nodes, edges }
}

/** Where several ways were merged, OSMnx writes a list: the first stands for all. */
function firstOf(value: string): string {
  return /^\[\s*'([^']*)'/.exec(value)?.[1] ?? value
}

function positionsOf(wkt: string): Position[] {
  const inner = /\(([^()]*)\)/.exec(wkt)?.[1] ?? ''
  return inner.split(',').map((pair) => {
    const [lon, lat] = pair.trim().split(/\s+/).map(Number)
    return rounded([lon, lat])
  })
}
