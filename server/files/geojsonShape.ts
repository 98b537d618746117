import type { Shape } from '../../geodata/intake/feature.ts'
import type { LeftReason, Repair } from '../../geodata/intake/report.ts'
import type { Position } from '../../geodata/model/geometry.ts'

export type ReadShape = { shape: Shape | null; fault: LeftReason | null; repairs: Repair[] }

/**
 * A GeoJSON geometry, or why it cannot be used. Heights are dropped; a collection gives its areas, else its lines,
 * else its first point. A shape wider than half the globe crosses the date line, where no city of this product lies.
 */
export function shapeFrom(geometry: unknown): ReadShape {
  if (typeof geometry !== 'object' || geometry === null) return left('noGeometry')
  const { type, coordinates, geometries } = geometry as { type?: unknown; coordinates?: unknown; geometries?: unknown }
  if (type === 'GeometryCollection') return fromCollection(geometries)
  const repairs = new Set<Repair>()
  const depth = typeof type === 'string' ? depthOf[type] : undefined
  if (depth === undefined) return left('wrongGeometry')
  const read = nested(coordinates, depth, repairs)
  if (read === null) return left('badPosition')
  const shape = shapeOf(type as string, read)
  if (shape === null) return left('noGeometry')
  if (type === 'MultiPoint' && read.length > 1) repairs.add('partsDropped')
  if (widthDegrees(shape) > 180) return left('crossesDateLine')
  return { shape, fault: null, repairs: [...repairs] }
}

const depthOf: Readonly<Record<string, number>> = { Point: 0, MultiPoint: 1, LineString: 1, MultiLineString: 2, Polygon: 2, MultiPolygon: 3 }

type Nested = Position | readonly Nested[]

function shapeOf(type: string, read: Nested): Shape | null {
  if (read.length === 0) return null
  switch (type) {
    case 'Point':
      return { type: 'point', position: read as Position }
    case 'MultiPoint':
      return { type: 'point', position: read[0] as Position }
    case 'LineString':
      return { type: 'line', lines: [read as readonly Position[]] }
    case 'MultiLineString':
      return { type: 'line', lines: read as readonly (readonly Position[])[] }
    case 'Polygon':
      return { type: 'area', polygons: [read as readonly (readonly Position[])[]] }
    default:
      return { type: 'area', polygons: read as readonly (readonly (readonly Position[])[])[] }
  }
}

/** Coordinates checked level by level; null when one is no pair of finite numbers on any level. */
function nested(value: unknown, depth: number, repairs: Set<Repair>): Nested | null {
  if (!Array.isArray(value)) return null
  if (depth === 0) {
    const [lon, lat] = value as unknown[]
    if (typeof lon !== 'number' || typeof lat !== 'number' || !Number.isFinite(lon) || !Number.isFinite(lat)) return null
    if (value.length > 2) repairs.add('heightDropped')
    return [lon, lat]
  }
  const parts: Nested[] = []
  for (const part of value as unknown[]) {
    const read = nested(part, depth - 1, repairs)
    if (read === null) return null
    parts.push(read)
  }
  return parts
}

function fromCollection(geometries: unknown): ReadShape {
  const read = (Array.isArray(geometries) ? geometries : []).map(shapeFrom)
  const shapes = read.map((each) => each.shape).filter((shape) => shape !== null)
  const polygons = shapes.flatMap((shape) => (shape.type === 'area' ? shape.polygons : []))
  const lines = shapes.flatMap((shape) => (shape.type === 'line' ? shape.lines : []))
  const shape: Shape | undefined = polygons.length > 0 ? { type: 'area', polygons } : lines.length > 0 ? { type: 'line', lines } : shapes[0]
  if (!shape) return read[0] ?? left('noGeometry')
  return { shape, fault: null, repairs: [...new Set<Repair>([...read.flatMap((each) => each.repairs), 'partsDropped'])] }
}

function widthDegrees(shape: Shape): number {
  let [west, east] = [Infinity, -Infinity]
  const see = ([lon]: Position): void => {
    west = Math.min(west, lon)
    east = Math.max(east, lon)
  }
  if (shape.type === 'line') for (const line of shape.lines) for (const position of line) see(position)
  if (shape.type === 'area') for (const rings of shape.polygons) for (const ring of rings) for (const position of ring) see(position)
  return Math.abs(west) > 180 || Math.abs(east) > 180 ? 0 : east - west
}

function left(fault: LeftReason): ReadShape {
  return { shape: null, fault, repairs: [] }
}
