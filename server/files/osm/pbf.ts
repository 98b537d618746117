import type { OsmMember, OsmScan, OsmVisitor } from '../../../geodata/intake/osm/visitor.ts'
import type { PbfReader } from 'pbf'
import { randomAccess } from '../chunks.ts'
import type { Block } from './blocks.ts'
import { blocksOf, sound } from './blocks.ts'
import { readDense } from './dense.ts'
import type { Newest, Primitives } from './primitives.ts'
import { positionE7, readWhole, stringAt, summed } from './primitives.ts'

/** A scan of an .osm.pbf file, block by block: no more than one block is held. `newest` is filled with the latest day. */
export function osmPbfScan(path: string, file: string, newest: { day: string | null }): OsmScan {
  return (visitor) => {
    const access = randomAccess(path)
    let latest = -Infinity
    try {
      for (const block of blocksOf(access, file)) sound(block.offset, file, () => readBlock(block, visitor, (milliseconds) => (latest = Math.max(latest, milliseconds))))
    } finally {
      access.close()
    }
    // 0 is what writers put where they keep no timestamps.
    if (latest > 0) newest.day = new Date(latest).toISOString().slice(0, 10)
  }
}

function readBlock(block: Block, visitor: OsmVisitor, newest: Newest): void {
  const shared: Primitives = { strings: [], groups: [], granularity: 100, latOffset: 0, lonOffset: 0, dateGranularity: 1000 }
  readWhole(block.bytes, (tag, result, reader) => {
    if (tag === 1) reader.readMessage((inner, strings) => void (inner === 1 && strings.push(reader.readString())), result.strings)
    else if (tag === 2) result.groups.push(reader.readBytes())
    else if (tag === 17) result.granularity = reader.readVarint()
    else if (tag === 18) result.dateGranularity = reader.readVarint()
    else if (tag === 19) result.latOffset = reader.readVarint(true)
    else if (tag === 20) result.lonOffset = reader.readVarint(true)
  }, shared)
  for (const group of shared.groups) {
    readWhole(group, (tag, _, reader) => {
      if (tag === 1) readNode(reader, shared, visitor, newest)
      else if (tag === 2) readDense(reader, shared, visitor, newest)
      else if (tag === 3) readWay(reader, shared, visitor, newest)
      else if (tag === 4) readRelation(reader, shared, visitor, newest)
    }, null)
  }
}

type Common = { id: number; keys: number[]; values: number[]; refs: number[]; roles: number[]; types: number[]; lon: number; lat: number; visible: boolean }

function empty(): Common {
  return { id: 0, keys: [], values: [], refs: [], roles: [], types: [], lon: 0, lat: 0, visible: true }
}

function readNode(reader: PbfReader, shared: Primitives, visitor: OsmVisitor, newest: Newest): void {
  const node = reader.readMessage((tag, result) => {
    if (tag === 1) result.id = reader.readSVarint()
    else if (tag === 8) result.lat = reader.readSVarint()
    else if (tag === 9) result.lon = reader.readSVarint()
    else readCommon(tag, result, reader, shared, newest)
  }, empty())
  const tags = tagsOf(node, shared)
  const [lonE7, latE7] = positionE7(shared, node.lon, node.lat)
  if (node.visible) visitor.node?.(node.id, lonE7, latE7, Object.keys(tags).length === 0 ? null : tags)
}

function readWay(reader: PbfReader, shared: Primitives, visitor: OsmVisitor, newest: Newest): void {
  const way = reader.readMessage((tag, result) => {
    if (tag === 1) result.id = reader.readVarint(true)
    else if (tag === 8) reader.readPackedSVarint(result.refs)
    else readCommon(tag, result, reader, shared, newest)
  }, empty())
  if (way.visible) visitor.way?.(way.id, summed(way.refs), tagsOf(way, shared))
}

function readRelation(reader: PbfReader, shared: Primitives, visitor: OsmVisitor, newest: Newest): void {
  const relation = reader.readMessage((tag, result) => {
    if (tag === 1) result.id = reader.readVarint(true)
    else if (tag === 8) reader.readPackedVarint(result.roles)
    else if (tag === 9) reader.readPackedSVarint(result.refs)
    else if (tag === 10) reader.readPackedVarint(result.types)
    else readCommon(tag, result, reader, shared, newest)
  }, empty())
  const members = summed(relation.refs).map((id, index): OsmMember => ({ type: memberTypes[relation.types[index]], id, role: stringAt(shared, relation.roles[index]) }))
  if (relation.visible) visitor.relation?.(relation.id, members, tagsOf(relation, shared))
}

const memberTypes = ['node', 'way', 'relation'] as const

function readCommon(tag: number, result: Common, reader: PbfReader, shared: Primitives, newest: Newest): void {
  if (tag === 2) reader.readPackedVarint(result.keys)
  else if (tag === 3) reader.readPackedVarint(result.values)
  else if (tag === 4) {
    reader.readMessage((inner, info) => {
      if (inner === 2) newest(reader.readVarint(true) * shared.dateGranularity)
      else if (inner === 6) info.visible = reader.readBoolean()
    }, result)
  }
}

function tagsOf(element: Common, shared: Primitives): Record<string, string> {
  return Object.fromEntries(element.keys.map((key, index) => [stringAt(shared, key), stringAt(shared, element.values[index])]))
}
