import { Agent, createServer } from 'node:http'
import { gzipSync } from 'node:zlib'
import { requestOnce } from '../requestOnce.ts'
import { median, pairs, type Line, type Row } from '../row.ts'
import { withServedDemo } from '../servedDemo.ts'

/** BENCH.md: JSON at least 0.35 of the rate of raw node:http with the same bytes, cached tiles at least 0.5. Client and server share the process, on both sides. */
export const row: Row = { name: 'serving', size: null, run: serving }

const requests = 2000
const atOnce = 16

async function serving(): Promise<Line[]> {
  return withServedDemo(async ({ address, tilePath }) => [
    await compared(address, '/healthz', 'small JSON, of the rate of raw node:http', 0.35),
    await compared(address, '/api/v1/coverage?category=canteen&minutes=10', 'coverage JSON asked again, of the rate of raw node:http', 0.35),
    await compared(address, tilePath, 'a tile in the cache, of the rate of raw node:http', 0.5),
  ])
}

async function compared(address: string, path: string, work: string, goal: number): Promise<Line> {
  const headers = { 'accept-encoding': 'gzip' }
  const sample = await fetch(address + path, { headers })
  const whole = Buffer.from(await sample.arrayBuffer())
  // Tiles are asked for compressed, JSON plain: both servers send the same number of bytes.
  const isTile = path.startsWith('/tiles')
  const body = isTile ? gzipSync(whole, { level: 1 }) : whole
  const raw = createServer((_, response) => {
    response.writeHead(200, { 'content-type': sample.headers.get('content-type') ?? '', 'content-length': body.length })
    response.end(body)
  })
  const port = await new Promise<number>((resolve) => { raw.listen(0, '127.0.0.1', () => { const bound = raw.address(); resolve(typeof bound === 'object' && bound ? bound.port : 0) }) })
  const ours: number[] = [], bare: number[] = []
  for (let round = 0; round <= pairs; round++) {
    const [one, other] = [await burst(address + path, isTile), await burst(`http://127.0.0.1:${port}/`, false)]
    if (round === 0) continue
    ours.push(one)
    bare.push(other)
  }
  await new Promise((resolve) => { raw.close(resolve) })
  return { work, milliseconds: median(ours), ratio: median(bare) / median(ours), goal: { atLeast: goal }, note: `${requests} requests, ${atOnce} at once, ${body.length} bytes` }
}

/** Milliseconds for all requests over kept connections. */
async function burst(address: string, gzip: boolean): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const start = performance.now()
  let left = requests
  await Promise.all(Array.from({ length: atOnce }, async () => { while (left-- > 0) await requestOnce(address, agent, gzip) }))
  const time = performance.now() - start
  agent.destroy()
  return time
}
