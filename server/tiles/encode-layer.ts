import { ByteWriter } from './byte-writer.ts'
import { addTo, clipLine, clipRing, newPath, type Path } from './clip.ts'
import { searchBoxes } from './packed-boxes.ts'
import { simplify } from './simplify.ts'
import type { TagDictionary } from './tag-dictionary.ts'
import { geometryTypes, type TileLayer } from './tile-layer.ts'

export const extent = 4096
/**
 * Tile units drawn beyond the tile's edge, so that strokes and outlines do not end there. `find` decides what is in the tile, `keep` where it is cut.
 * A street reaches as far as half of the widest is drawn (30 m at zoom 16 and 30 degrees north are 233 units). A building is kept whole as far
 * as 130 m, so that its middle, where its label stands, is the same in every tile it touches.
 */
export const marginOf = (layer: string): { find: number; keep: number } => margins.get(layer) ?? { find: 64, keep: 64 }
const margins: ReadonlyMap<string, { find: number; keep: number }> = new Map([['streets', { find: 256, keep: 256 }], ['buildings', { find: 64, keep: 1024 }], ['outlines', { find: 64, keep: 1024 }]])
/** The largest zoom encoded; closer ones are drawn from it. */
export const maximumZoom = 16
export const minimumZoom = 8

/** What a tile leaves out: shapes with less than `doubledArea` (square tile units, times two) and, when `spare`, the layer's spare keys. */
export type Detail = { doubledArea: number; spare: boolean }

export type LayerEncoder = (layer: TileLayer, zoom: number, column: number, row: number, detail: Detail) => Uint8Array | null

/** Positions nearer than this to the line they lie on are left out below the largest zoom; a quarter of a display pixel at 512 pixels a tile. */
const tolerance = 1.5

/**
 * Vector tile 2.1 straight from the columns: find by the tree, shift to the tile's units, drop repeated positions, clip, simplify, write.
 * The scratch buffers live as long as the encoder; it is not for two tiles at once. Returns null when nothing is in the tile.
 */
export function layerEncoder(dictionary: TagDictionary): LayerEncoder {
  const features = new ByteWriter()
  const geometry = new ByteWriter()
  const tagBytes = new ByteWriter()
  const whole = new ByteWriter()
  let slots = new Int32Array(0)
  const used: number[] = []
  const [raw, spare, simple, part] = [newPath(), newPath(), newPath(), newPath()]
  let cursorX = 0
  let cursorY = 0

  let low = 0
  let high = extent

  function slotOf(value: number): number {
    if (slots[value] === 0) {
      used.push(value)
      slots[value] = used.length
    }
    return slots[value] - 1
  }

  function moveAndLine(path: Path, close: boolean): void {
    geometry.varint(9)
    step(path, 0)
    geometry.varint(((path.count - 1) << 3) | 2)
    for (let i = 1; i < path.count; i++) step(path, i)
    if (close) geometry.varint(15)
  }

  function step({ xy }: Path, i: number): void {
    const dx = xy[2 * i] - cursorX, dy = xy[2 * i + 1] - cursorY
    geometry.varint((dx << 1) ^ (dx >> 31))
    geometry.varint((dy << 1) ^ (dy >> 31))
    cursorX = xy[2 * i]
    cursorY = xy[2 * i + 1]
  }

  function readRing({ shapes }: TileLayer, ring: number, shift: number, left: number, top: number): boolean {
    raw.count = 0
    let inside = true
    let lastX = NaN, lastY = NaN
    for (let i = shapes.startOf[ring]; i < shapes.startOf[ring + 1]; i++) {
      const x = (shapes.xy[2 * i] >> shift) - left, y = (shapes.xy[2 * i + 1] >> shift) - top
      if (x === lastX && y === lastY) continue
      if (x < low || x > high || y < low || y > high) inside = false
      addTo(raw, x, y)
      lastX = x
      lastY = y
    }
    return inside
  }

  function addPolygon(layer: TileLayer, shape: number, zoom: number, left: number, top: number, doubledArea: number): void {
    let outerKept = false
    for (let ring = layer.shapes.ringsOf[shape]; ring < layer.shapes.ringsOf[shape + 1]; ring++) {
      const isOuter = layer.shapes.outer[ring] === 1
      if (!isOuter && !outerKept) continue
      const inside = readRing(layer, ring, shiftOf(zoom), left, top)
      let path = inside ? raw : clipRing(raw, low, high, spare)
      if (zoom < maximumZoom) path = simplify(path, tolerance, true, simple)
      while (path.count > 1 && path.xy[0] === path.xy[2 * path.count - 2] && path.xy[1] === path.xy[2 * path.count - 1]) path.count--
      const area = path.count < 3 ? 0 : doubledAreaOf(path)
      const kept = Math.abs(area) > 0 && Math.abs(area) >= (isOuter ? doubledArea : 0)
      if (isOuter) outerKept = kept
      if (!kept) continue
      // The specification wants outer rings with positive area, y downwards, and holes the other way.
      if (area > 0 !== isOuter) reverse(path)
      moveAndLine(path, true)
    }
  }

  function addLine(layer: TileLayer, shape: number, zoom: number, left: number, top: number): void {
    const inside = readRing(layer, layer.shapes.ringsOf[shape], shiftOf(zoom), left, top)
    const path = zoom < maximumZoom ? simplify(raw, tolerance, false, simple) : raw
    if (path.count < 2) return
    if (inside) moveAndLine(path, false)
    else clipLine(path, low, high, part, (piece) => { if (piece.count > 1) moveAndLine(piece, false) })
  }

  function addPoint(layer: TileLayer, shape: number, zoom: number, left: number, top: number): void {
    if (!readRing(layer, layer.shapes.ringsOf[shape], shiftOf(zoom), left, top)) return
    geometry.varint(9)
    step(raw, 0)
  }

  function addFeature(layer: TileLayer, shape: number, keep: readonly boolean[]): void {
    const width = layer.keys.length
    tagBytes.reset()
    for (let key = 0; key < width; key++) {
      const value = layer.tags[shape * width + key]
      if (value < 0 || !keep[key]) continue
      tagBytes.varint(key)
      tagBytes.varint(slotOf(value))
    }
    // id 1, tags 2, type 3, geometry 4
    const length = (layer.anonymous ? 0 : 1 + varintLength(shape)) + (tagBytes.length > 0 ? 1 + varintLength(tagBytes.length) + tagBytes.length : 0) + 2 + 1 + varintLength(geometry.length) + geometry.length
    features.tag(2, 2)
    features.varint(length)
    if (!layer.anonymous) {
      features.tag(1, 0)
      features.varint(shape)
    }
    if (tagBytes.length > 0) features.delimited(2, tagBytes.bytes, tagBytes.length)
    features.tag(3, 0)
    features.varint(geometryTypes[layer.type])
    features.delimited(4, geometry.bytes, geometry.length)
  }

  return (layer, zoom, column, row, detail) => {
    if (slots.length < dictionary.count) slots = new Int32Array(dictionary.count)
    features.reset()
    const shift = shiftOf(zoom)
    const left = column * extent, top = row * extent
    const keep = layer.keys.map((key) => !(detail.spare && layer.spareKeys.includes(key)))
    const edge = (value: number): number => Math.min(2 ** 31 - 1, Math.max(0, value * 2 ** shift))
    const { find, keep: kept } = marginOf(layer.name)
    low = -kept
    high = extent + kept
    searchBoxes(layer.shapes.boxes, edge(left - find), edge(top - find), edge(left + extent + find + 1) - 1, edge(top + extent + find + 1) - 1, (shape) => {
      if (layer.minZoom[shape] > zoom) return
      geometry.reset()
      cursorX = cursorY = 0
      if (layer.type === 'polygon') addPolygon(layer, shape, zoom, left, top, detail.doubledArea)
      else if (layer.type === 'line') addLine(layer, shape, zoom, left, top)
      else addPoint(layer, shape, zoom, left, top)
      if (geometry.length > 0) addFeature(layer, shape, keep)
    })
    const bytes = features.length === 0 ? null : finishLayer(whole, layer, features, used, dictionary)
    for (const value of used) slots[value] = 0
    used.length = 0
    return bytes
  }
}

/** Layer message: name 1, features 2, keys 3, values 4, extent 5, version 15, wrapped as field 3 of the tile. */
function finishLayer(whole: ByteWriter, layer: TileLayer, features: ByteWriter, used: readonly number[], dictionary: TagDictionary): Uint8Array {
  const text = new TextEncoder()
  whole.reset()
  whole.tag(15, 0)
  whole.varint(2)
  whole.delimited(1, text.encode(layer.name))
  whole.raw(features.bytes, features.length)
  for (const key of layer.keys) whole.delimited(3, text.encode(key))
  for (const value of used) whole.delimited(4, dictionary.encodedAt(value))
  whole.tag(5, 0)
  whole.varint(extent)
  const framed = new ByteWriter()
  framed.delimited(3, whole.bytes, whole.length)
  return framed.taken()
}

/** World units to tile units: 2^31 units a world, 2^(zoom + 12) tile units. */
const shiftOf = (zoom: number): number => 19 - zoom

function varintLength(value: number): number {
  return value < 128 ? 1 : value < 16_384 ? 2 : value < 2_097_152 ? 3 : value < 268_435_456 ? 4 : 5
}

function doubledAreaOf({ xy, count }: Path): number {
  let sum = 0
  for (let i = 0, j = count - 1; i < count; j = i++) sum += xy[2 * j] * xy[2 * i + 1] - xy[2 * i] * xy[2 * j + 1]
  return sum
}

function reverse({ xy, count }: Path): void {
  for (let i = 0, j = count - 1; i < j; i++, j--) {
    const x = xy[2 * i], y = xy[2 * i + 1]
    xy[2 * i] = xy[2 * j]
    xy[2 * i + 1] = xy[2 * j + 1]
    xy[2 * j] = x
    xy[2 * j + 1] = y
  }
}
