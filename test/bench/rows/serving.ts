import { createServer, get, Agent } from 'node:http'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { catalogue } from '../../../seeds/catalogue.ts'
import { demoCity } from '../../../seeds/demo.ts'
import { parseEnvironment } from '../../../server/environment.ts'
import { startServing } from '../../../server/serve.ts'
import { openStore } from '../../../server/store/open-store.ts'
import { median, pairs, type Line, type Row } from '../row.ts'

/** BENCH.md: JSON at least 0.35 of the rate of raw node:http with the same bytes, cached tiles at least 0.5. Client and server share the process, on both sides. */
export const row: Row = { name: 'serving', size: null, run: serving }

const requests = 2000
const atOnce = 16

async function serving(): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'linli-bench-'))
  const path = join(folder, 'linli.sqlite')
  const store = await openStore(path)
  const demo = demoCity({ seed: 1 })
  await store.load({ identity: demo.identity, catalogue, records: demo.records, actor: 'bench', replace: false })
  const served = await startServing({ environment: parseEnvironment({ PORT: '0', LINLI_DATA: folder }), path, store, webFolder: null })
  await served.ready
  try {
    const tile = `/tiles/buildings/15/${tileOf(demo.box)}.pbf`
    return [
      await compared(served.address, '/healthz', 'small JSON, of the rate of raw node:http', 0.35),
      await compared(served.address, '/api/v1/coverage?category=canteen&minutes=10', 'coverage JSON asked again, of the rate of raw node:http', 0.35),
      await compared(served.address, tile, 'a tile in the cache, of the rate of raw node:http', 0.5),
    ]
  } finally {
    await served.close()
    rmSync(folder, { recursive: true, force: true })
  }
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
  await Promise.all(Array.from({ length: atOnce }, async () => { while (left-- > 0) await once(address, agent, gzip) }))
  const time = performance.now() - start
  agent.destroy()
  return time
}

function once(address: string, agent: Agent, gzip: boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    get(address, { agent, headers: gzip ? { 'accept-encoding': 'gzip' } : {} }, (response) => {
      response.resume()
      response.once('end', () => resolve())
    }).once('error', reject)
  })
}

/** The tile in the middle of the box, zoom 15. */
function tileOf([west, south, east, north]: readonly [number, number, number, number]): string {
  const sine = Math.sin((((south + north) / 2) * Math.PI) / 180)
  const column = Math.floor((((west + east) / 2 + 180) / 360) * 2 ** 15)
  return `${column}/${Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * 2 ** 15)}`
}
