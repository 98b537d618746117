/** What a test wants in a shapefile: one shape per row, columns by name. */
export type ShapefileRow = { shape: readonly (readonly (readonly [number, number])[])[]; cells: readonly string[] }
export type Columns = readonly { name: string; bytes: number }[]

/** The bytes of an area shapefile; rings as given (outer rings clockwise). Texts are put into bytes by `encode`. */
export function areaShapefile(columns: Columns, rows: readonly ShapefileRow[], encode: (text: string) => Uint8Array): { shp: Uint8Array; shx: Uint8Array; dbf: Uint8Array } {
  const contents = rows.map((row) => areaContent(row.shape))
  return { shp: shpOf(contents), shx: shxOf(contents), dbf: dbfOf(columns, rows, encode) }
}

function areaContent(rings: ShapefileRow['shape']): Uint8Array {
  const points = rings.flat()
  const bytes = new Uint8Array(44 + rings.length * 4 + points.length * 16)
  const view = new DataView(bytes.buffer)
  view.setInt32(0, 5, true)
  const box = [Math.min(...points.map(([x]) => x)), Math.min(...points.map(([, y]) => y)), Math.max(...points.map(([x]) => x)), Math.max(...points.map(([, y]) => y))]
  box.forEach((value, index) => view.setFloat64(4 + index * 8, value, true))
  view.setInt32(36, rings.length, true)
  view.setInt32(40, points.length, true)
  let start = 0
  rings.forEach((ring, index) => {
    view.setInt32(44 + index * 4, start, true)
    start += ring.length
  })
  points.forEach(([x, y], index) => {
    view.setFloat64(44 + rings.length * 4 + index * 16, x, true)
    view.setFloat64(52 + rings.length * 4 + index * 16, y, true)
  })
  return bytes
}

function header(totalBytes: number): Uint8Array {
  const bytes = new Uint8Array(100)
  const view = new DataView(bytes.buffer)
  view.setInt32(0, 9994)
  view.setInt32(24, totalBytes / 2)
  view.setInt32(28, 1000, true)
  view.setInt32(32, 5, true)
  return bytes
}

function shpOf(contents: readonly Uint8Array[]): Uint8Array {
  const records = contents.flatMap((content, index) => {
    const head = new Uint8Array(8)
    new DataView(head.buffer).setInt32(0, index + 1)
    new DataView(head.buffer).setInt32(4, content.length / 2)
    return [head, content]
  })
  const total = records.reduce((sum, part) => sum + part.length, 100)
  return new Uint8Array(Buffer.concat([header(total), ...records]))
}

function shxOf(contents: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(contents.length * 8)
  const view = new DataView(bytes.buffer)
  let offset = 50
  contents.forEach((content, index) => {
    view.setInt32(index * 8, offset)
    view.setInt32(index * 8 + 4, content.length / 2)
    offset += 4 + content.length / 2
  })
  return new Uint8Array(Buffer.concat([header(100 + bytes.length), bytes]))
}

function dbfOf(columns: Columns, rows: readonly ShapefileRow[], encode: (text: string) => Uint8Array): Uint8Array {
  const headerBytes = 32 + columns.length * 32 + 1
  const rowBytes = columns.reduce((sum, column) => sum + column.bytes, 1)
  const bytes = new Uint8Array(headerBytes + rows.length * rowBytes + 1).fill(0x20)
  bytes.fill(0, 0, headerBytes)
  const view = new DataView(bytes.buffer)
  bytes[0] = 3
  view.setUint32(4, rows.length, true)
  view.setUint16(8, headerBytes, true)
  view.setUint16(10, rowBytes, true)
  columns.forEach((column, index) => {
    const at = 32 + index * 32
    bytes.set(encode(column.name).subarray(0, 11), at)
    bytes[at + 11] = 'C'.charCodeAt(0)
    bytes[at + 16] = column.bytes
  })
  bytes[headerBytes - 1] = 0x0d
  rows.forEach((row, index) => {
    let at = headerBytes + index * rowBytes + 1
    row.cells.forEach((cell, column) => {
      bytes.set(encode(cell).subarray(0, columns[column].bytes), at)
      at += columns[column].bytes
    })
  })
  bytes[bytes.length - 1] = 0x1a
  return bytes
}
