/**
 * The pack of an area, version 1. All numbers little-endian.
 *
 *   byte 0   4 bytes   the letters LLPK
 *   byte 4   uint32    version of the format, 1
 *   byte 8   uint32    length of the head in bytes, H
 *   byte 12  uint32    length of the whole pack in bytes
 *   byte 16  H bytes   head: JSON in UTF-8, the city with every typed array replaced by { "$": kind, "at": byte, "n": elements }, every
 *                      Map by { "$": "Map", "of": [[key, value] …] } and NaN nowhere (it occurs in arrays only)
 *   then               the arrays, each starting at a multiple of 8 bytes from the pack's start, zero bytes between
 *
 * Kinds: Int32Array, Float32Array, Float64Array, Uint8Array, Uint16Array. An empty array has n = 0 and any `at` inside the pack.
 */
import type { City } from './columns.ts'
import { extractArea } from './extract.ts'
import { fromUtf8, utf8 } from './utf8.ts'

/** Columns, network and sites of one area (-1 = the whole city), for a worker that answers questions about it. */
export function encodePack(city: City, area: number): Uint8Array {
  if (!(Number.isInteger(area) && area >= -1 && area < city.areas.count)) throw new RangeError(`pack: expected an area from -1 to ${city.areas.count - 1}, got ${area}`)
  const part = extractArea(city, area)
  const arrays: Column[] = []
  // Places of arrays depend on the head's length, so they are counted from the end of the head and moved on reading.
  let bytes = 0
  const head = utf8(JSON.stringify(part, (_, value: unknown) => {
    if (value instanceof Map) return { $: 'Map', of: [...value] }
    if (!isColumn(value)) return value
    arrays.push(value)
    const at = bytes
    bytes += padded(value.byteLength)
    return { $: value.constructor.name, at, n: value.length }
  }))
  const start = padded(16 + head.length)
  const pack = new Uint8Array(start + bytes)
  const view = new DataView(pack.buffer)
  pack.set(letters, 0)
  view.setUint32(4, 1, true)
  view.setUint32(8, head.length, true)
  view.setUint32(12, pack.length, true)
  pack.set(head, 16)
  let at = start
  for (const column of arrays) {
    writeColumn(view, at, column)
    at += padded(column.byteLength)
  }
  return pack
}

/** The city of a pack. RangeError when the bytes are not a whole pack of version 1. */
export function decodePack(bytes: Uint8Array): City {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 16 || letters.some((letter, i) => bytes[i] !== letter)) throw new RangeError(`pack: expected the letters LLPK at the start, got ${bytes.length} bytes of another kind`)
  if (view.getUint32(4, true) !== 1) throw new RangeError(`pack: expected version 1, got ${view.getUint32(4, true)}`)
  const headLength = view.getUint32(8, true), length = view.getUint32(12, true)
  if (length !== bytes.length || 16 + headLength > length) throw new RangeError(`pack: expected ${length} bytes, got ${bytes.length}`)
  const start = padded(16 + headLength)
  const revived: unknown = JSON.parse(fromUtf8(bytes.subarray(16, 16 + headLength)), (_, value: unknown) => {
    if (!isMarked(value)) return value
    if (value.$ === 'Map') return new Map(value.of)
    return readColumn(view, start + (value.at ?? 0), value.$, value.n ?? 0)
  })
  return revived as City
}

const letters = [0x4c, 0x4c, 0x50, 0x4b]
const padded = (bytes: number): number => Math.ceil(bytes / 8) * 8

type Column = Int32Array | Float32Array | Float64Array | Uint8Array | Uint16Array
type Marked = { $: string; at?: number; n?: number; of?: [unknown, unknown][] }

function isColumn(value: unknown): value is Column {
  return value instanceof Int32Array || value instanceof Float32Array || value instanceof Float64Array || value instanceof Uint8Array || value instanceof Uint16Array
}

function isMarked(value: unknown): value is Marked {
  return typeof value === 'object' && value !== null && '$' in value && typeof value.$ === 'string'
}

function writeColumn(view: DataView, at: number, column: Column): void {
  if (column instanceof Uint8Array) for (let i = 0; i < column.length; i++) view.setUint8(at + i, column[i])
  else if (column instanceof Uint16Array) for (let i = 0; i < column.length; i++) view.setUint16(at + 2 * i, column[i], true)
  else if (column instanceof Int32Array) for (let i = 0; i < column.length; i++) view.setInt32(at + 4 * i, column[i], true)
  else if (column instanceof Float32Array) for (let i = 0; i < column.length; i++) view.setFloat32(at + 4 * i, column[i], true)
  else for (let i = 0; i < column.length; i++) view.setFloat64(at + 8 * i, column[i], true)
}

function readColumn(view: DataView, at: number, kind: string, count: number): Column {
  const width = { Uint8Array: 1, Uint16Array: 2, Int32Array: 4, Float32Array: 4, Float64Array: 8 }[kind]
  if (width === undefined || at + width * count > view.byteLength) throw new RangeError(`pack: expected ${count} numbers of a known kind inside the pack, got ${kind} at byte ${at}`)
  if (kind === 'Uint8Array') return Uint8Array.from({ length: count }, (_, i) => view.getUint8(at + i))
  if (kind === 'Uint16Array') return Uint16Array.from({ length: count }, (_, i) => view.getUint16(at + 2 * i, true))
  if (kind === 'Int32Array') return Int32Array.from({ length: count }, (_, i) => view.getInt32(at + 4 * i, true))
  if (kind === 'Float32Array') return Float32Array.from({ length: count }, (_, i) => view.getFloat32(at + 4 * i, true))
  return Float64Array.from({ length: count }, (_, i) => view.getFloat64(at + 8 * i, true))
}
