import { growingBytes, growingInts } from '../../geodata/kernel/growing.ts'
import type { Line, MultiPolygon, Position } from '../../geodata/model/geometry.ts'
import { reordered, shapesBuilder, type Shapes } from './shapes.ts'
import type { TagDictionary, TagValue } from './tag-dictionary.ts'

export const geometryTypes = { point: 1, line: 2, polygon: 3 } as const
export type GeometryType = keyof typeof geometryTypes

/** One source-layer of the tiles: shapes, their tags as dictionary ids (-1: absent), and from which zoom each is drawn. */
export type TileLayer = {
  name: string
  type: GeometryType
  keys: readonly string[]
  shapes: Shapes
  /** keys.length entries a shape. */
  tags: Int32Array
  minZoom: Uint8Array
  /** Features carry no id: nothing leads from a shape to a record. */
  anonymous?: true
  /** Keys that a tile may do without when it would grow too large. */
  spareKeys: readonly string[]
}

export type TagRow = readonly (TagValue | null)[]

export type TileLayerBuilder = {
  shape(shape: MultiPolygon, minZoom: number, tags: TagRow): void
  line(line: Line, minZoom: number, tags: TagRow): void
  point(position: Position, minZoom: number, tags: TagRow): void
  /** `ranks`, one a shape: neighbours follow one another by rising rank, equal ones as they were added. Without, all stay as added. */
  finish(ranks?: Float64Array): TileLayer
}

/** Shapes get their index as feature id; neighbours should follow one another. */
export function tileLayerBuilder(name: string, type: GeometryType, keys: readonly string[], dictionary: TagDictionary, spareKeys: readonly string[] = []): TileLayerBuilder {
  const shapes = shapesBuilder()
  const tags = growingInts()
  const minZooms = growingBytes()
  function describe(minZoom: number, row: TagRow): void {
    if (row.length !== keys.length) throw new RangeError(`layer ${name}: expected ${keys.length} tags, got ${row.length}`)
    minZooms.push(minZoom)
    for (const value of row) tags.push(value === null ? -1 : dictionary.idOf(value))
  }
  return {
    shape(shape, minZoom, row) {
      shapes.addShape(shape)
      describe(minZoom, row)
    },
    line(line, minZoom, row) {
      shapes.addLine(line)
      describe(minZoom, row)
    },
    point(position, minZoom, row) {
      shapes.addPoint(position)
      describe(minZoom, row)
    },
    finish(ranks) {
      const added = { shapes: shapes.finish(), tags: tags.take(), minZoom: minZooms.take() }
      if (!ranks) return { name, type, keys, spareKeys, ...added }
      if (ranks.length !== added.shapes.count) throw new RangeError(`layer ${name}: expected ${added.shapes.count} ranks, got ${ranks.length}`)
      const order = Int32Array.from(ranks, (_, i) => i).sort((a, b) => ranks[a] - ranks[b] || a - b)
      const width = keys.length
      return { name, type, keys, spareKeys, shapes: reordered(added.shapes, order), tags: added.tags.map((_, at) => added.tags[order[Math.floor(at / width)] * width + (at % width)]), minZoom: Uint8Array.from(order, (shape) => added.minZoom[shape]) }
    },
  }
}
