import { SaxesParser } from 'saxes'
import type { OsmMember, OsmScan, OsmVisitor } from '../../../geodata/intake/osm/visitor.ts'
import { chunksOf } from '../chunks.ts'
import { damage } from '../damage.ts'

type Attributes = Readonly<Record<string, string>>

/** The element being read. */
type Open = { type: 'node' | 'way' | 'relation'; attributes: Attributes; tags: Record<string, string>; nodes: number[]; members: OsmMember[] }

/**
 * A scan of an .osm file, streaming: no more than one element is held. `newest` is filled with the latest timestamp.
 * Deleted elements (visible=false, action=delete) are passed over.
 */
export function osmXmlScan(path: string, file: string, newest: { day: string | null }): OsmScan {
  return (visitor) => {
    const parser = new SaxesParser({ position: true, xmlns: false })
    let open: Open | null = null
    let depth = 0
    let closing = false
    const here = (): { line: number; column: number } => ({ line: parser.line, column: parser.column })
    parser.on('error', () => {
      throw damage(closing ? 'xmlTruncated' : 'xmlBroken', file, here())
    })
    parser.on('opentag', ({ name, attributes }) => {
      depth += 1
      if (depth === 1 && name !== 'osm') throw damage(name === 'osmChange' ? 'osmChange' : 'xmlNotOsm', file, here(), { found: name })
      if (depth === 2 && (name === 'node' || name === 'way' || name === 'relation')) open = { type: name, attributes, tags: {}, nodes: [], members: [] }
      else if (open) readChild(open, name, attributes, file, here)
    })
    parser.on('closetag', ({ name }) => {
      depth -= 1
      if (!open || depth !== 1 || name !== open.type) return
      visit(open, visitor, file, here)
      const day = open.attributes['timestamp']?.slice(0, 10)
      if (day && (newest.day === null || day > newest.day)) newest.day = day
      open = null
    })
    const decoder = new TextDecoder('utf-8', { fatal: true })
    let offset = 0
    for (const chunk of chunksOf(path)) {
      parser.write(decoded(() => decoder.decode(chunk, { stream: true }), file, offset))
      offset += chunk.length
    }
    parser.write(decoded(() => decoder.decode(), file, offset))
    closing = true
    parser.close()
  }
}

function decoded(decode: () => string, file: string, offset: number): string {
  try {
    return decode()
  } catch {
    throw damage('encodingBroken', file, { byte: offset }, { encoding: 'UTF-8' })
  }
}

function readChild(open: Open, name: string, attributes: Attributes, file: string, here: () => { line: number; column: number }): void {
  if (name === 'tag') open.tags[attributes['k'] ?? ''] = attributes['v'] ?? ''
  else if (name === 'nd') open.nodes.push(wholeNumber(attributes, 'ref', name, file, here))
  else if (name === 'member') {
    const type = attributes['type']
    if (type === 'node' || type === 'way' || type === 'relation') open.members.push({ type, id: wholeNumber(attributes, 'ref', name, file, here), role: attributes['role'] ?? '' })
  }
}

function visit(open: Open, visitor: OsmVisitor, file: string, here: () => { line: number; column: number }): void {
  const { type, attributes, tags } = open
  if (attributes['visible'] === 'false' || attributes['action'] === 'delete') return
  const id = wholeNumber(attributes, 'id', type, file, here)
  if (type === 'node') {
    const lon = degreesE7(attributes, 'lon', 180, file, here)
    const lat = degreesE7(attributes, 'lat', 90, file, here)
    visitor.node?.(id, lon, lat, Object.keys(tags).length === 0 ? null : tags)
  } else if (type === 'way') visitor.way?.(id, open.nodes, tags)
  else visitor.relation?.(id, open.members, tags)
}

function wholeNumber(attributes: Attributes, key: string, element: string, file: string, here: () => { line: number; column: number }): number {
  const value = Number(attributes[key])
  if (attributes[key] === undefined || !Number.isSafeInteger(value)) throw damage('xmlAttribute', file, here(), { element, attribute: key, found: attributes[key] ?? '' })
  return value
}

function degreesE7(attributes: Attributes, key: 'lon' | 'lat', bound: number, file: string, here: () => { line: number; column: number }): number {
  const value = Number(attributes[key])
  if (!attributes[key] || !(Math.abs(value) <= bound)) throw damage('xmlAttribute', file, here(), { element: 'node', attribute: key, found: attributes[key] ?? '' })
  return Math.round(value * 1e7)
}
