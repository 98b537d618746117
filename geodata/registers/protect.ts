import { grouped } from './grouped.ts'
import type { PersonAtom } from './register.ts'

/** Areas as a tree: children of each, from the top down. */
export type AreaTree = { code: string; children: readonly AreaTree[] }

/** Sums that may be told: of an area and key; null: too few, or not to be told apart from too few. */
export type Told = (area: string, key: string) => number | null

/**
 * Puts the persons of each key together, from the smallest areas up, into blocks of at least k, and tells of an area only what is a sum of whole blocks.
 * Whatever is added to or taken from told sums is therefore made of block totals, each 0 or at least k: no cell of 1 to k - 1 can be worked out, over any
 * areas, keys and periods. What is left of an area below that joins the smallest block under the nearest area above that has one; the areas that block then
 * crosses are told nothing for that key. Fewer than k in the whole tree are told nowhere. Persons of areas outside the tree are told nowhere, and no sum holds them.
 * Keys of one whole (alike up to their first colon) are told of an area all or none, so that the whole less the others does not tell the one left out.
 * An area that persons are counted above of, and none of itself, is told 0. `leastAtoms`: a block holds so many atoms too, those of nobody among them, so that where each
 * atom is one firm no difference tells of fewer firms. O(areas + atoms) for each key.
 */
export function protect(tree: AreaTree, atoms: readonly PersonAtom[], k: number, leastAtoms = 1): Told {
  if (!(Number.isInteger(k) && k >= 2)) throw new RangeError(`k: expected a whole number from 2, got ${k}`)
  const byKey = new Map<string, Map<string, Cell>>()
  for (const { area, key, count } of atoms) {
    if (!(Number.isInteger(count) && count >= 0)) throw new RangeError(`count of ${area} ${key}: expected a whole number from 0, got ${count}`)
    const cells = byKey.get(key) ?? new Map<string, Cell>()
    byKey.set(key, cells)
    const cell = cells.get(area)
    cells.set(area, { sum: (cell?.sum ?? 0) + count, atoms: (cell?.atoms ?? 0) + 1 })
  }
  const told = new Map([...byKey].map(([key, cells]) => [key, tellKey(tree, cells, { k, leastAtoms })]))
  for (const family of grouped(byKey.keys(), familyOf).values()) if (family.length > 1) tellTogether(family.flatMap((key) => told.get(key) ?? []))
  return (area, key) => {
    const sums = told.get(key)
    return sums === undefined ? 0 : (sums.get(area) ?? null)
  }
}

/** What a key is a part of; itself when it is a whole. The validity after a bar stays, so that parts of other rows are other wholes. */
function familyOf(key: string): string {
  const colon = key.indexOf(':')
  return colon < 0 ? key : `${key.slice(0, colon)}:${key.split('|').slice(1).join('|')}`
}

function tellTogether(parts: readonly Map<string, number | null>[]): void {
  for (const area of parts[0]?.keys() ?? []) {
    if (parts.every((sums) => sums.get(area) !== null)) continue
    for (const sums of parts) sums.set(area, null)
  }
}

type Cell = { sum: number; atoms: number }
/** A block: its persons, of how many atoms, and the areas its parts came from. */
type Block = Cell & { areas: string[] }

function tellKey(tree: AreaTree, cells: ReadonlyMap<string, Cell>, { k, leastAtoms }: { k: number; leastAtoms: number }): Map<string, number | null> {
  const sums = new Map<string, number>(), crossed = new Set<string>(), chain: string[] = []
  const above = new Map<string, readonly string[]>()

  /** Blocks inside the node, and what is left of it below k. */
  function visit(node: AreaTree): { blocks: Block[]; rest: Block | null; sum: number } {
    chain.push(node.code)
    above.set(node.code, [...chain])
    const blocks: Block[] = []
    const own = cells.get(node.code) ?? { sum: 0, atoms: 0 }
    let waiting: Block | null = own.sum > 0 || (leastAtoms > 1 && own.atoms > 0) ? { ...own, areas: [node.code] } : null
    let { sum } = own
    for (const child of node.children) {
      const found = visit(child)
      blocks.push(...found.blocks)
      sum += found.sum
      if (found.rest) waiting = waiting ? together(waiting, found.rest) : found.rest
    }
    chain.pop()
    sums.set(node.code, sum)
    if (!waiting) return { blocks, rest: null, sum }
    if (waiting.sum >= k && waiting.atoms >= leastAtoms) {
      blocks.push(waiting)
      waiting = null
    } else if (blocks.length > 0) {
      const smallest = blocks.reduce((least, block) => (block.sum < least.sum ? block : least))
      Object.assign(smallest, together(smallest, waiting))
      waiting = null
    }
    return { blocks, rest: waiting, sum }
  }

  const { blocks, rest } = visit(tree)
  for (const block of blocks) cross(block.areas, above, crossed)
  // Fewer than k in the whole city: nothing that holds them is told.
  for (const area of rest?.areas ?? []) for (const code of above.get(area) ?? []) crossed.add(code)
  return new Map([...sums].map(([code, sum]) => [code, crossed.has(code) ? null : sum]))
}

const together = (a: Block, b: Block): Block => ({ sum: a.sum + b.sum, atoms: a.atoms + b.atoms, areas: [...a.areas, ...b.areas] })

/** An area is crossed where a block has parts inside it and parts outside. */
function cross(parts: readonly string[], above: ReadonlyMap<string, readonly string[]>, crossed: Set<string>): void {
  const inside = new Map<string, number>()
  for (const part of parts) for (const code of above.get(part) ?? []) inside.set(code, (inside.get(code) ?? 0) + 1)
  for (const [code, count] of inside) if (count < parts.length) crossed.add(code)
}
