import type { Shape } from '../../../geodata/intake/feature.ts'
import { insideRing, ringArea } from '../../../geodata/intake/inside.ts'
import type { LeftReason, Repair } from '../../../geodata/intake/report.ts'
import type { Position } from '../../../geodata/model/geometry.ts'
import { damage } from '../damage.ts'

export type ShpRecord = { shape: Shape | null; fault: LeftReason | null; repairs: Repair[] }

const headerBytes = 100
const magic = 9994

/** Shape types by their last digit: 1 point, 3 line, 5 area, 8 several points; 10 and 20 more for heights and measures. */
const families: Readonly<Record<number, 'point' | 'line' | 'area' | 'points'>> = { 1: 'point', 3: 'line', 5: 'area', 8: 'points' }

/** The shapes of a .shp file (ESRI white paper of 1998), record by record, in order. */
export function shpRecords(bytes: Uint8Array, file: string): ShpRecord[] {
  if (bytes.length < headerBytes) throw damage('shpTruncated', file, { byte: bytes.length }, { expected: headerBytes, found: bytes.length })
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getInt32(0) !== magic) throw damage('shpMagic', file, { byte: 0 }, { expected: magic, found: view.getInt32(0) })
  const type = view.getInt32(32, true)
  if (type !== 0 && !familyOf(type)) throw damage('shpType', file, { byte: 32 }, { found: type })
  const stated = view.getInt32(24) * 2
  if (stated > bytes.length) throw damage('shpTruncated', file, { byte: bytes.length }, { expected: stated, found: bytes.length })
  const records: ShpRecord[] = []
  for (let at = headerBytes; at < stated; ) {
    if (at + 12 > stated) throw damage('shpTruncated', file, { byte: at }, { expected: 12, found: stated - at })
    const contentBytes = view.getInt32(at + 4) * 2
    if (contentBytes < 4 || at + 8 + contentBytes > stated) throw damage('shpRecord', file, { record: records.length + 1 }, { found: contentBytes })
    const content = new DataView(bytes.buffer, bytes.byteOffset + at + 8, contentBytes)
    records.push(recordFrom(content, file, records.length + 1))
    at += 8 + contentBytes
  }
  return records
}

function familyOf(type: number): 'point' | 'line' | 'area' | 'points' | undefined {
  return type >= 1 && type <= 28 ? families[type % 10] : undefined
}

function recordFrom(content: DataView, file: string, record: number): ShpRecord {
  const type = content.getInt32(0, true)
  if (type === 0) return { shape: null, fault: 'noGeometry', repairs: [] }
  const family = familyOf(type)
  if (!family) throw damage('shpRecord', file, { record }, { found: type })
  const repairs: Repair[] = type >= 11 && type <= 18 ? ['heightDropped'] : []
  try {
    const shape = shapeOf(content, family)
    if (family === 'points') repairs.push('partsDropped')
    return shape ? { shape, fault: null, repairs } : { shape: null, fault: 'badPosition', repairs: [] }
  } catch (error) {
    if (error instanceof RangeError) throw damage('shpRecord', file, { record }, { found: content.byteLength })
    throw error
  }
}

function shapeOf(content: DataView, family: 'point' | 'line' | 'area' | 'points'): Shape | null {
  if (family === 'point') return pointAt(content, 4)
  if (family === 'points') return content.getInt32(36, true) > 0 ? pointAt(content, 40) : null
  const parts = content.getInt32(36, true)
  const points = content.getInt32(40, true)
  const start = 44 + parts * 4
  const lines: Position[][] = []
  for (let part = 0; part < parts; part++) {
    const from = content.getInt32(44 + part * 4, true)
    const to = part + 1 < parts ? content.getInt32(48 + part * 4, true) : points
    if (from < 0 || to > points || to < from) throw new RangeError(`part ${part}: got points ${from} to ${to}, expected at most ${points}`)
    const line: Position[] = []
    for (let point = from; point < to; point++) line.push([content.getFloat64(start + point * 16, true), content.getFloat64(start + point * 16 + 8, true)])
    lines.push(line)
  }
  if (lines.some((line) => line.some(([x, y]) => !Number.isFinite(x) || !Number.isFinite(y)))) return null
  return family === 'line' ? { type: 'line', lines } : { type: 'area', polygons: polygonsOf(lines) }
}

function pointAt(content: DataView, at: number): Shape | null {
  const position: Position = [content.getFloat64(at, true), content.getFloat64(at + 8, true)]
  return position.every(Number.isFinite) ? { type: 'point', position } : null
}

/** Clockwise rings are outer rings, the others holes of the smallest outer ring around them, or outer rings where there is none. */
function polygonsOf(rings: readonly Position[][]): Position[][][] {
  const sound = rings.filter((ring) => ring.length >= 3)
  const polygons = sound.filter((ring) => ringArea(ring) <= 0).map((ring) => [ring])
  for (const hole of sound.filter((ring) => ringArea(ring) > 0)) {
    const around = polygons.filter(([outer]) => insideRing(hole[0], outer) || insideRing(hole[1], outer)).sort((a, b) => Math.abs(ringArea(a[0])) - Math.abs(ringArea(b[0])))[0]
    if (around) around.push(hole)
    else polygons.push([hole])
  }
  return polygons
}
