/**
 * Shapes as bytes. Coordinates are integers of 1e-7 degree (11 mm), each written as the difference to the one before it
 * (zigzag: 0, -1, 1, -2 … become 0, 1, 2, 3 …) in base 128, least significant group first, high bit = more follows.
 *
 *   line          = count, then count times (lon difference, lat difference)
 *   multi polygon = polygons, then for each: rings, then for each: count, then count differences; the closing position of a ring is not written
 *
 * Differences run on through the whole blob from (0, 0), so a hole's first position is near its outer ring's last one.
 */
import type { Line, MultiPolygon, Position, Ring } from '../../geodata/model/geometry.ts'
import { StoreError } from './store-error.ts'

/** Integers of 1e-7 degree; throws StoreError badPosition for what is no place on earth. */
export function degreesToInteger(position: Position): [lon: number, lat: number] {
  const [lon, lat] = position
  if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) throw new StoreError('badPosition', { found: `${lon}, ${lat}` })
  return [Math.round(lon * 1e7), Math.round(lat * 1e7)]
}

export const integerToDegrees = (integer: number): number => integer / 1e7

export function encodeLine(line: Line): Uint8Array {
  const writer = new Writer()
  writer.count(line.length)
  for (const position of line) writer.position(position)
  return writer.finish()
}

export function decodeLine(bytes: Uint8Array): Position[] {
  const reader = new Reader(bytes)
  return reader.positions(reader.count())
}

export function encodeMultiPolygon(shape: MultiPolygon): Uint8Array {
  const writer = new Writer()
  writer.count(shape.length)
  for (const polygon of shape) {
    writer.count(polygon.length)
    for (const ring of polygon) {
      writer.count(ring.length - 1)
      for (let i = 0; i < ring.length - 1; i++) writer.position(ring[i])
    }
  }
  return writer.finish()
}

export function decodeMultiPolygon(bytes: Uint8Array): MultiPolygon {
  const reader = new Reader(bytes)
  return Array.from({ length: reader.count() }, () => Array.from({ length: reader.count() }, () => closed(reader.positions(reader.count()))))
}

function closed(positions: Position[]): Ring {
  if (positions.length > 0) positions.push(positions[0])
  return positions
}

class Writer {
  private bytes = new Uint8Array(256)
  private length = 0
  private lon = 0
  private lat = 0

  /** A whole number from 0 to 2^53. */
  count(value: number): void {
    if (this.length + 8 > this.bytes.length) this.grow()
    let rest = value
    while (rest >= 128) {
      this.bytes[this.length++] = (rest % 128) + 128
      rest = Math.floor(rest / 128)
    }
    this.bytes[this.length++] = rest
  }

  position(position: Position): void {
    const [lon, lat] = degreesToInteger(position)
    this.difference(lon - this.lon)
    this.difference(lat - this.lat)
    this.lon = lon
    this.lat = lat
  }

  finish(): Uint8Array {
    return this.bytes.slice(0, this.length)
  }

  private difference(value: number): void {
    this.count(value >= 0 ? 2 * value : -2 * value - 1)
  }

  private grow(): void {
    const larger = new Uint8Array(this.bytes.length * 2)
    larger.set(this.bytes)
    this.bytes = larger
  }
}

class Reader {
  private readonly bytes: Uint8Array
  private at = 0
  private lon = 0
  private lat = 0

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  count(): number {
    let value = 0
    let scale = 1
    for (;;) {
      if (this.at >= this.bytes.length) throw new RangeError(`shape blob of ${this.bytes.length} bytes ends too early`)
      const byte = this.bytes[this.at++]
      value += (byte & 127) * scale
      if (byte < 128) return value
      scale *= 128
    }
  }

  positions(count: number): Position[] {
    const positions: Position[] = []
    for (let i = 0; i < count; i++) {
      this.lon += this.difference()
      this.lat += this.difference()
      positions.push([integerToDegrees(this.lon), integerToDegrees(this.lat)])
    }
    return positions
  }

  private difference(): number {
    const value = this.count()
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2
  }
}
