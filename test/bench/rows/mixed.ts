import { Agent } from 'node:http'
import { requestOnce } from '../requestOnce.ts'
import { median, pairs, type Line, type Row } from '../row.ts'
import { withServedDemo } from '../servedDemo.ts'

/**
 * BENCH.md: the slowest percent of mixed traffic (small JSON, meta, cached tiles) stays steady while an analysis runs in its worker. Steady
 * here: within three times of the quiet figure, on two cores that the client, the main thread and the worker share.
 */
export const row: Row = { name: 'mixed traffic', size: null, run: mixed }

const requests = 1500
const atOnce = 4
const steady = 3

async function mixed(): Promise<Line[]> {
  return withServedDemo(async ({ address, tilePath }) => {
    const paths = ['/healthz', '/api/v1/meta', tilePath]
    const quiet: number[] = [], busy: number[] = []
    let asked = 0
    for (let round = 0; round <= pairs; round++) {
      const calm = await slowestPercent(address, paths)
      const analysis = analyse(address)
      const strained = await slowestPercent(address, paths)
      const answered = await analysis.end()
      if (round === 0) continue
      quiet.push(calm)
      busy.push(strained)
      asked += answered
    }
    return [{ work: 'p99 of mixed traffic during analyses, of the quiet p99', milliseconds: median(busy), ratio: median(busy) / median(quiet), goal: { atMost: steady }, note: `quiet ${median(quiet).toFixed(2)} ms; ${asked} fresh questions answered meanwhile` }]
  })
}

/** Milliseconds within which 99 of 100 requests are answered. */
async function slowestPercent(address: string, paths: readonly string[]): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const times: number[] = []
  let left = requests
  await Promise.all(Array.from({ length: atOnce }, async () => {
    while (left-- > 0) {
      const start = performance.now()
      await requestOnce(address + paths[left % paths.length], agent, true)
      times.push(performance.now() - start)
    }
  }))
  agent.destroy()
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)]
}

let limitMetres = 100

/** Asks one fresh question after another until told to end; resolves to how many were answered. */
function analyse(address: string): { end: () => Promise<number> } {
  const agent = new Agent({ keepAlive: true })
  const stop = new AbortController()
  const loop = (async () => {
    let answered = 0
    for (; !stop.signal.aborted; answered++) {
      limitMetres = limitMetres >= 4000 ? 100 : limitMetres + 0.7
      await requestOnce(`${address}/api/v1/coverage?category=canteen&metres=${limitMetres.toFixed(1)}`, agent, false)
    }
    agent.destroy()
    return answered
  })()
  return { end: () => { stop.abort(); return loop } }
}
