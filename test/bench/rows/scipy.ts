import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { City } from '../../../geodata/kernel/city.ts'
import { bareNetworkOf, barePointsOf } from '../bare/taken.ts'
import type { Line, Row } from '../row.ts'
import { median } from '../row.ts'
import { boundMetres, productColumns as walked } from './network.ts'
import { productColumns as straight } from './straight.ts'

const rounds = 3

/** The same arrays, the same answers: scipy's cKDTree with two workers, and csgraph's Dijkstra with a limit. */
export const row: Row = {
  name: 'scipy', size: { buildings: 1_000_000, nodes: 200_000 }, peers: true,
  run(city) {
    if (!city) return []
    if (spawnSync('python3', ['-c', 'import scipy']).status !== 0) return [{ work: 'scipy', note: 'not run: python3 with scipy is missing (Debian package python3-scipy)' }]
    const folder = mkdtempSync(join(tmpdir(), 'bench-'))
    try {
      return compare(city, folder)
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
}

function compare(city: City, folder: string): Line[] {
  writeArrays(city, folder)
  const product = { straight: [] as number[], walks: [] as number[] }, scipy = { straight: [] as number[], walks: [] as number[] }
  let differing = { straight: 0, walks: 0 }
  for (let round = 0; round < rounds; round++) {
    const columns = { straight: timed(product.straight, () => straight(city)), walks: timed(product.walks, () => walked(city)) }
    const child = spawnSync('python3', [fileURLToPath(new URL('../peers/lines_and_walks.py', import.meta.url)), folder, '1'], { encoding: 'utf8' })
    if (child.status !== 0) return [{ work: 'scipy', note: `not run: ${child.stderr.trim().split('\n').at(-1)}` }]
    for (const line of child.stdout.trim().split('\n')) {
      const [name, seconds] = line.split(' ')
      if (name === 'straight' || name === 'walks') scipy[name].push(Number(seconds) * 1000)
    }
    differing = { straight: differ(columns.straight, folder, 'straight'), walks: differ(columns.walks, folder, 'walks') }
  }
  return [
    { work: 'straight line, scipy cKDTree with 2 workers', milliseconds: median(scipy.straight), ratio: median(scipy.straight) / median(product.straight), goal: { atLeast: 5 }, note: `times the product (${median(product.straight).toFixed(0)} ms)` },
    { work: 'straight line, buildings that differ from scipy', ratio: differing.straight, goal: { atMost: 0 }, note: 'by more than 1 cm' },
    { work: 'network, scipy csgraph', milliseconds: median(scipy.walks), ratio: median(scipy.walks) / median(product.walks), goal: { atLeast: 8 }, note: `times the product (${median(product.walks).toFixed(0)} ms)` },
    { work: 'network, buildings that differ from scipy', ratio: differing.walks, goal: { atMost: 0 }, note: 'product farther by more than 1 cm; scipy knows no walk along one street without its ends' },
  ]
}

function timed<T>(times: number[], work: () => T): T {
  const start = performance.now()
  const answer = work()
  times.push(performance.now() - start)
  return answer
}

function writeArrays(city: City, folder: string): void {
  const points = barePointsOf(city), network = bareNetworkOf(city)
  const write = (name: string, column: Float32Array | Int32Array): void => writeFileSync(join(folder, name), column)
  const { starts, ...columns } = network
  for (const [name, column] of Object.entries({ x: points.x, y: points.y, ...columns })) write(name, column)
  starts.forEach(({ nodes, metres }, k) => {
    write(`starts${k}`, nodes)
    write(`startMetres${k}`, metres)
    write(`siteX${k}`, points.siteX[k])
    write(`siteY${k}`, points.siteY[k])
  })
  writeFileSync(join(folder, 'head.json'), JSON.stringify({ categories: starts.length, boundMetres }))
}

function differ(columns: readonly Float32Array[], folder: string, name: 'straight' | 'walks'): number {
  const bytes = readFileSync(join(folder, `answer-${name}`))
  const answers = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
  let count = 0
  columns.forEach((column, category) => column.forEach((metres, i) => {
    const other = answers[category * column.length + i]
    const apart = name === 'straight' ? Math.abs(metres - other) : (other <= boundMetres ? metres - other : 0)
    if (apart > 0.01) count++
  }))
  return count
}
