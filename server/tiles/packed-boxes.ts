/** Boxes a node holds; 16 is the usual fan-out of packed trees (flatbush measures the same plateau from 8 to 32). */
const fanOut = 16

/**
 * A static tree over boxes that already lie along a space-filling curve: sixteen neighbours make a node, sixteen nodes the next, up to one.
 * `levels[0]` are the boxes themselves, four whole numbers each: west, north, east, south, south growing downwards.
 */
export type PackedBoxes = { count: number; levels: Int32Array[] }

/** O(n); keeps `boxes` itself as the lowest level. */
export function packBoxes(boxes: Int32Array): PackedBoxes {
  if (boxes.length % 4 !== 0) throw new RangeError(`boxes: expected four numbers each, got ${boxes.length} numbers`)
  const levels = [boxes]
  while (levels[levels.length - 1].length > 4) levels.push(levelAbove(levels[levels.length - 1]))
  return { count: boxes.length / 4, levels }
}

/** Calls `found` with the index of every box that meets the given one, edges included, in rising order. */
export function searchBoxes(tree: PackedBoxes, west: number, north: number, east: number, south: number, found: (index: number) => void): void {
  if (tree.count > 0) visit(tree.levels, tree.levels.length - 1, 0, west, north, east, south, found)
}

function visit(levels: Int32Array[], level: number, node: number, west: number, north: number, east: number, south: number, found: (index: number) => void): void {
  const boxes = levels[level]
  const at = node * 4
  if (boxes[at] > east || boxes[at + 1] > south || boxes[at + 2] < west || boxes[at + 3] < north) return
  if (level === 0) return found(node)
  const end = Math.min((node + 1) * fanOut, levels[level - 1].length / 4)
  for (let child = node * fanOut; child < end; child++) visit(levels, level - 1, child, west, north, east, south, found)
}

function levelAbove(below: Int32Array): Int32Array {
  const count = Math.ceil(below.length / 4 / fanOut)
  const above = new Int32Array(count * 4)
  for (let node = 0; node < count; node++) {
    let west = 2 ** 31 - 1, north = 2 ** 31 - 1, east = -(2 ** 31), south = -(2 ** 31)
    const end = Math.min((node + 1) * fanOut * 4, below.length)
    for (let i = node * fanOut * 4; i < end; i += 4) {
      if (below[i] < west) west = below[i]
      if (below[i + 1] < north) north = below[i + 1]
      if (below[i + 2] > east) east = below[i + 2]
      if (below[i + 3] > south) south = below[i + 3]
    }
    above.set([west, north, east, south], node * 4)
  }
  return above
}
