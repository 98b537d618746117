/** Points of the city and of 20 categories as bare arrays. */
export type BarePoints = { x: Float32Array; y: Float32Array; siteX: Float32Array[]; siteY: Float32Array[] }

/**
 * The bare kernel of the straight line: one loop over typed arrays, no product code. Buildings in cells of 100 m, candidates by blocks of
 * eight cells and then by cell (centre plus diagonal), the few left tested one by one.
 */
export function bareStraight(points: BarePoints): Float32Array[] {
  const { x, y, siteX, siteY } = points
  const count = x.length
  let west = Infinity, south = Infinity, east = -Infinity, north = -Infinity
  for (let i = 0; i < count; i++) {
    if (x[i] < west) west = x[i]
    if (x[i] > east) east = x[i]
    if (y[i] < south) south = y[i]
    if (y[i] > north) north = y[i]
  }
  const columns = Math.floor((east - west) / 100) + 1, rows = Math.floor((north - south) / 100) + 1
  const offsets = new Int32Array(columns * rows + 1), cellOf = new Int32Array(count)
  for (let i = 0; i < count; i++) {
    cellOf[i] = (((y[i] - south) / 100) | 0) * columns + (((x[i] - west) / 100) | 0)
    offsets[cellOf[i] + 1]++
  }
  for (let cell = 0; cell < columns * rows; cell++) offsets[cell + 1] += offsets[cell]
  const next = offsets.slice(), order = new Int32Array(count), px = new Float32Array(count), py = new Float32Array(count)
  for (let i = 0; i < count; i++) {
    const k = next[cellOf[i]]++
    order[k] = i
    px[k] = x[i]
    py[k] = y[i]
  }
  return siteX.map((sx, category) => {
    const sy = siteY[category], out = new Float32Array(count)
    const block = new Int32Array(sx.length), near = new Int32Array(sx.length), squares = new Float64Array(sx.length)
    for (let r0 = 0; r0 < rows; r0 += 8) {
      for (let c0 = 0; c0 < columns; c0 += 8) {
        const bx = west + (c0 + 4) * 100, by = south + (r0 + 4) * 100
        let least = Infinity
        for (let s = 0; s < sx.length; s++) {
          const square = (sx[s] - bx) * (sx[s] - bx) + (sy[s] - by) * (sy[s] - by)
          squares[s] = square
          if (square < least) least = square
        }
        let limit = (Math.sqrt(least) + 1131.5) ** 2, blockCount = 0
        for (let s = 0; s < sx.length; s++) if (squares[s] <= limit) block[blockCount++] = s
        for (let r = r0; r < r0 + 8 && r < rows; r++) {
          for (let c = c0; c < c0 + 8 && c < columns; c++) {
            const start = offsets[r * columns + c], end = offsets[r * columns + c + 1]
            if (start === end) continue
            const cx = west + (c + 0.5) * 100, cy = south + (r + 0.5) * 100
            least = Infinity
            for (let b = 0; b < blockCount; b++) {
              const s = block[b]
              const square = (sx[s] - cx) * (sx[s] - cx) + (sy[s] - cy) * (sy[s] - cy)
              squares[b] = square
              if (square < least) least = square
            }
            limit = (Math.sqrt(least) + 141.5) ** 2
            let nearCount = 0
            for (let b = 0; b < blockCount; b++) if (squares[b] <= limit) near[nearCount++] = block[b]
            for (let k = start; k < end; k++) {
              let best = Infinity
              for (let n = 0; n < nearCount; n++) {
                const dx = sx[near[n]] - px[k], dy = sy[near[n]] - py[k]
                const square = dx * dx + dy * dy
                if (square < best) best = square
              }
              out[order[k]] = Math.sqrt(best)
            }
          }
        }
      }
    }
    return out
  })
}
