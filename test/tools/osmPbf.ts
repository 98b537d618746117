import { deflateSync } from 'node:zlib'
import { PbfWriter } from 'pbf'
import type { OsmMember, OsmScan } from '../../geodata/intake/osm/visitor.ts'

/** Ways in which a .osm.pbf may be written; tests ask for each. */
export type PbfManner = { dense?: boolean; zlib?: boolean; granularity?: number }

type Elements = {
  nodes: { id: number; lonE7: number; latE7: number; tags: Record<string, string> }[]
  ways: { id: number; nodes: readonly number[]; tags: Record<string, string> }[]
  relations: { id: number; members: readonly OsmMember[]; tags: Record<string, string> }[]
}

/** Everything a scan hands over, written anew as .osm.pbf: the second writer that the reader is tested against. */
export function osmPbfOf(scan: OsmScan, manner: PbfManner = {}): Uint8Array {
  const elements: Elements = { nodes: [], ways: [], relations: [] }
  scan({
    node: (id, lonE7, latE7, tags) => elements.nodes.push({ id, lonE7, latE7, tags: tags ?? {} }),
    way: (id, nodes, tags) => elements.ways.push({ id, nodes: [...nodes], tags }),
    relation: (id, members, tags) => elements.relations.push({ id, members, tags }),
  })
  return joined([fileBlock('OSMHeader', headerBlock(), manner), fileBlock('OSMData', primitiveBlock(elements, manner), manner)])
}

/** A block with its length and header, as it stands in the file. */
export function fileBlock(type: string, content: Uint8Array, manner: PbfManner = {}): Uint8Array {
  const blob = new PbfWriter()
  if (manner.zlib === false) blob.writeBytesField(1, content)
  else {
    blob.writeVarintField(2, content.length)
    blob.writeBytesField(3, deflateSync(content))
  }
  return withHeader(type, blob.finish())
}

/** Any bytes as the blob of a block. */
export function withHeader(type: string, blob: Uint8Array): Uint8Array {
  const header = new PbfWriter()
  header.writeStringField(1, type)
  header.writeVarintField(3, blob.length)
  const bytes = header.finish()
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, bytes.length)
  return joined([length, bytes, blob])
}

export function headerBlock(features: readonly string[] = ['OsmSchema-V0.6', 'DenseNodes']): Uint8Array {
  const header = new PbfWriter()
  for (const feature of features) header.writeStringField(4, feature)
  return header.finish()
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}

function primitiveBlock({ nodes, ways, relations }: Elements, manner: PbfManner): Uint8Array {
  const strings = ['']
  const at = (text: string): number => {
    const index = strings.indexOf(text, 1)
    return index > 0 ? index : strings.push(text) - 1
  }
  const scale = (manner.granularity ?? 100) / 100
  const group = new PbfWriter()
  if (manner.dense === false) {
    for (const { id, lonE7, latE7, tags } of nodes) {
      group.writeMessage(1, (_: null, node) => {
        writeSigned(node, 1, id)
        writeTags(node, tags, at)
        writeSigned(node, 8, latE7 / scale)
        writeSigned(node, 9, lonE7 / scale)
      }, null)
    }
  } else {
    group.writeMessage(2, (_: null, dense) => {
      dense.writePackedSVarint(1, differences(nodes.map((node) => node.id)))
      dense.writePackedSVarint(8, differences(nodes.map((node) => node.latE7 / scale)))
      dense.writePackedSVarint(9, differences(nodes.map((node) => node.lonE7 / scale)))
      dense.writePackedVarint(10, nodes.flatMap(({ tags }) => [...Object.entries(tags).flatMap(([key, value]) => [at(key), at(value)]), 0]))
    }, null)
  }
  for (const way of ways) {
    group.writeMessage(3, (_: null, message) => {
      message.writeVarintField(1, way.id)
      writeTags(message, way.tags, at)
      message.writePackedSVarint(8, differences(way.nodes))
    }, null)
  }
  for (const relation of relations) {
    group.writeMessage(4, (_: null, message) => {
      message.writeVarintField(1, relation.id)
      writeTags(message, relation.tags, at)
      message.writePackedVarint(8, relation.members.map((member) => at(member.role)))
      message.writePackedSVarint(9, differences(relation.members.map((member) => member.id)))
      message.writePackedVarint(10, relation.members.map((member) => ['node', 'way', 'relation'].indexOf(member.type)))
    }, null)
  }
  const block = new PbfWriter()
  const groupBytes = group.finish()
  block.writeMessage(1, (_: null, table) => {
    for (const text of strings) table.writeBytesField(1, new TextEncoder().encode(text))
  }, null)
  block.writeBytesField(2, groupBytes)
  block.writeVarintField(17, manner.granularity ?? 100)
  return block.finish()
}

function writeSigned(message: PbfWriter, tag: number, value: number): void {
  message.writeTag(tag, 0)
  message.writeSVarint(value)
}

function writeTags(message: PbfWriter, tags: Record<string, string>, at: (text: string) => number): void {
  message.writePackedVarint(2, Object.keys(tags).map(at))
  message.writePackedVarint(3, Object.values(tags).map(at))
}

function differences(values: readonly number[]): number[] {
  return values.map((value, index) => value - (values[index - 1] ?? 0))
}
