import { extentOf } from './extent.ts'
import type { Network } from './network.ts'

/** Straight pieces of edges bucketed in square cells: pieces of cell c are items[cellOffsets[c]] .. items[cellOffsets[c + 1]]. */
export type SegmentCells = {
  west: number; south: number; sideMetres: number; columns: number; rows: number
  cellOffsets: Int32Array
  /** Position in lineX, lineY of a piece's first point; its second follows. */
  items: Int32Array
  /** Edge of the piece. */
  edges: Int32Array
}

/** stepFree leaves stairs out. Cells of 64 m hold a handful of pieces in a built-up city; fewer, larger cells where the extent is vast. */
export function segmentCells(network: Network, stepFree: boolean): SegmentCells {
  const { lineX, lineY, lineOffsets, edgeCount, edgeSteps } = network
  const { west, south, east, north } = extentOf(lineX, lineY)
  // At most about four million cells (16 MB of offsets), whatever the extent.
  const sideMetres = Math.max(64, Math.sqrt(((east - west + 1) * (north - south + 1)) / 4e6))
  const columns = Math.floor((east - west) / sideMetres) + 1
  const rows = Math.floor((north - south) / sideMetres) + 1
  const cells: SegmentCells = { west, south, sideMetres, columns, rows, cellOffsets: new Int32Array(columns * rows + 1), items: new Int32Array(0), edges: new Int32Array(0) }
  const counts = new Int32Array(columns * rows + 1)
  const visit = (put: (cell: number, piece: number, edge: number) => void): void => {
    for (let edge = 0; edge < edgeCount; edge++) {
      if (stepFree && edgeSteps[edge]) continue
      for (let p = lineOffsets[edge]; p + 1 < lineOffsets[edge + 1]; p++) eachCellOf(cells, lineX[p], lineY[p], lineX[p + 1], lineY[p + 1], (cell) => put(cell, p, edge))
    }
  }
  visit((cell) => { counts[cell + 1]++ })
  for (let cell = 0; cell < columns * rows; cell++) counts[cell + 1] += counts[cell]
  cells.cellOffsets.set(counts)
  cells.items = new Int32Array(counts[columns * rows])
  cells.edges = new Int32Array(counts[columns * rows])
  visit((cell, piece, edge) => {
    cells.items[counts[cell]] = piece
    cells.edges[counts[cell]++] = edge
  })
  return cells
}

/** Every cell the piece touches, row by row: the span of columns it covers within each row, widened by a millimetre. */
function eachCellOf(cells: SegmentCells, x1: number, y1: number, x2: number, y2: number, put: (cell: number) => void): void {
  const { west, south, sideMetres, columns, rows } = cells
  const lowX = Math.min(x1, x2), highX = Math.max(x1, x2), lowY = Math.min(y1, y2), highY = Math.max(y1, y2)
  const firstRow = clamp(Math.floor((lowY - south - 0.001) / sideMetres), rows)
  const lastRow = clamp(Math.floor((highY - south + 0.001) / sideMetres), rows)
  for (let row = firstRow; row <= lastRow; row++) {
    let from = lowX, to = highX
    if (firstRow < lastRow && y1 !== y2) {
      const bottom = south + row * sideMetres, top = bottom + sideMetres
      const atBottom = x1 + ((bottom - y1) / (y2 - y1)) * (x2 - x1), atTop = x1 + ((top - y1) / (y2 - y1)) * (x2 - x1)
      from = Math.max(lowX, Math.min(atBottom, atTop))
      to = Math.min(highX, Math.max(atBottom, atTop))
    }
    const firstColumn = clamp(Math.floor((from - west - 0.001) / sideMetres), columns)
    const lastColumn = clamp(Math.floor((to - west + 0.001) / sideMetres), columns)
    for (let column = firstColumn; column <= lastColumn; column++) put(row * columns + column)
  }
}

const clamp = (value: number, count: number): number => (value < 0 ? 0 : value > count - 1 ? count - 1 : value)
