import { expect, test } from 'vitest'
import { catalogue } from '../../../seeds/catalogue.ts'
import { footingOf } from '../../../geodata/kernel/footing.ts'
import { seededRandom } from '../../../geodata/kernel/random.ts'
import { searchFrom, scratchFor } from '../../../geodata/kernel/search.ts'
import type { Starts } from '../../../geodata/kernel/search.ts'
import type { Walk } from '../../../geodata/kernel/walk.ts'
import { buildCity } from '../../tools/build-city.ts'
import { Heap } from '../../tools/heap.ts'
import { randomCity, recordsOf } from '../../tools/random-city.ts'

test.each([11, 12, 13, 14, 15])('the bucket search of city %d equals a heap search to the bit, bounded or not, again and again', (seed) => {
  const records = randomCity(seed)
  const { walk } = footingOf(buildCity(catalogue, records.box, recordsOf(records)), false, [])
  hold(walk, seed)
})

test('arcs of any length and starts far apart never share a bucket', () => {
  const count = 400
  const random = seededRandom(5)
  const walk = tangle(count, random)
  hold(walk, 6)
})

function hold(walk: Walk, seed: number): void {
  const random = seededRandom(seed)
  const scratch = scratchFor(walk)
  for (const boundMetres of [200, 1000, Infinity, 0, 350]) {
    const count = 1 + Math.floor(random() * 300)
    const starts: Starts = { nodes: Int32Array.from({ length: count }, () => Math.floor(random() * walk.nodeCount)), metres: Float32Array.from({ length: count }, () => Math.floor(random() * 3000 * 256) / 256), count }
    starts.metres[0] = 0
    searchFrom(walk, scratch, starts, boundMetres)
    expect(scratch.metres).toEqual(byHeap(walk, starts, boundMetres))
    expect(new Set(scratch.touched.subarray(0, scratch.touchedCount)).size).toBe(scratch.metres.reduce((sum, metres) => sum + (metres < Infinity ? 1 : 0), 0))
  }
}

function byHeap(walk: Walk, starts: Starts, boundMetres: number): Float32Array {
  const metres = new Float32Array(walk.nodeCount).fill(Infinity)
  const heap = new Heap()
  for (let i = 0; i < starts.count; i++) if (!walk.blocked[starts.nodes[i]]) heap.push(starts.metres[i], starts.nodes[i])
  while (heap.size > 0) {
    const [walked, node] = heap.pop()
    if (walked > boundMetres || walked >= metres[node]) continue
    metres[node] = walked
    for (let arc = walk.offsets[node]; arc < walk.offsets[node + 1]; arc++) heap.push(walked + walk.metres[arc], walk.targets[arc])
  }
  return metres
}

/** Arcs between random nodes, lengths from a hand's breadth to 20 km. */
function tangle(count: number, random: () => number): Walk {
  const degree = 4
  return {
    nodeCount: count, offsets: Int32Array.from({ length: count + 1 }, (_, i) => i * degree), targets: Int32Array.from({ length: count * degree }, () => Math.floor(random() * count)),
    metres: Float32Array.from({ length: count * degree }, () => Math.ceil(random() ** 6 * 20000 * 256) / 256), edges: new Int32Array(count * degree), blocked: new Uint8Array(count),
    longestMetres: 20000, component: new Int32Array(count), mainComponent: 0, mainMetres: 0, totalMetres: 0,
  }
}
