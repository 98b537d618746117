import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { footingOf } from '../../../geodata/kernel/footing.ts'
import { doorsOf, siteSnaps, walksFrom } from '../../../geodata/kernel/walksFrom.ts'
import { catalogue } from '../../../seeds/catalogue.ts'
import { openCity } from '../../../server/answers/open-city.ts'
import { parseEnvironment } from '../../../server/environment.ts'
import { startServing } from '../../../server/serve.ts'
import { openStore } from '../../../server/store/open-store.ts'
import { requestOnce } from '../requestOnce.ts'
import { median, pairs, type Line, type Row } from '../row.ts'
import { venueRecords } from '../venueRecords.ts'

/** The finder's list over a city of 10,000 places: each request from another home, so that none is answered from memory; client, server and peer share this machine. */
export const row: Row = { name: 'venues', size: null, run: venues }

const side = 150, places = 10_000, homes = 20_000
const requests = 200, atOnce = 16
const filters = ['', '&wish=eat&open=now', '&open=now&admits=yes&age=72', '&q=tingtao', '&halal=yes&cash=yes&minutes=20']

async function venues(): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'linli-bench-'))
  const path = join(folder, 'linli.sqlite')
  const store = await openStore(path)
  await store.load({ identity: { name: 'bench', demo: false, coding: 'text', attribution: '', mapApproval: '', sourceDate: null }, catalogue, records: venueRecords(side, places, homes), actor: 'bench', replace: false })
  const kernel = await kernelMilliseconds(store)
  const served = await startServing({ environment: parseEnvironment({ PORT: '0', LINLI_DATA: folder }), path, store, webFolder: null })
  await served.ready
  try {
    return await measured(served.address, kernel)
  } finally {
    await served.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** One walk from a home to all places, the median of many: what the list rests on. */
async function kernelMilliseconds(store: Awaited<ReturnType<typeof openStore>>): Promise<number> {
  const open = await openCity(store)
  if (!open) throw new Error('the bench city is empty')
  const footing = footingOf(open.city, false, [])
  const sites = siteSnaps(footing)
  const times = Array.from({ length: requests }, (_, i) => {
    const start = performance.now()
    walksFrom(footing, doorsOf(footing, i * 97), sites, 4320)
    return performance.now() - start
  })
  return median(times.slice(20))
}

async function measured(address: string, kernel: number): Promise<Line[]> {
  let home = 0
  const next = (): string => `${address}/api/v1/venues?building=home-${++home}&at=2026-02-14T11:00:00%2B08:00&limit=50${filters[home % filters.length]}`
  const sample = await fetch(next())
  const body = await sample.text()
  if (sample.status !== 200) throw new Error(body)
  const bare = new Hono().get('/', (context) => context.body(body, 200, { 'content-type': 'application/json; charset=utf-8' }))
  const { server, port } = await new Promise<{ server: Server; port: number }>((resolve) => { const started = serve({ fetch: bare.fetch, port: 0, hostname: '127.0.0.1' }, (bound) => resolve({ server: started as Server, port: bound.port })) })
  const one = new Agent({ keepAlive: true, maxSockets: 1 })
  const alone: number[] = []
  for (let i = 0; i < requests; i++) {
    const start = performance.now()
    await requestOnce(next(), one, false)
    if (i >= 20) alone.push(performance.now() - start)
  }
  one.destroy()
  const ours: number[] = [], theirs: number[] = [], again: number[] = []
  for (let round = 0; round <= pairs; round++) {
    const same = next()
    const [fresh, peer, kept] = [await burst(next), await burst(() => `http://127.0.0.1:${port}/`), await burst(() => same)]
    if (round === 0) continue
    ours.push(fresh)
    theirs.push(peer)
    again.push(kept)
  }
  await new Promise((resolve) => { server.close(resolve) })
  const sorted = alone.toSorted((a, b) => a - b)
  const [middle, worst] = [median(alone), sorted[Math.floor(sorted.length * 0.99)]]
  const each = (milliseconds: readonly number[]): number => median(milliseconds) / requests
  const rate = (milliseconds: readonly number[]): string => `${Math.round(1000 / each(milliseconds))} a second`
  return [
    { work: `kernel: one walk to ${places.toLocaleString('en')} places`, milliseconds: kernel },
    { work: 'list near another home each time, median of the kernel walk', milliseconds: middle, ratio: middle / kernel, goal: { atMost: 60 }, note: `${body.length} bytes, the choices counted` },
    { work: 'the same, 99th percentile of the median', milliseconds: worst, ratio: worst / middle, goal: { atMost: 6 } },
    { work: 'throughput of fresh lists, of bare hono with the same bytes', milliseconds: each(ours), ratio: each(theirs) / each(ours), goal: { atLeast: 0.03 }, note: `${rate(ours)}, ${atOnce} at once; bare ${rate(theirs)}` },
    { work: 'throughput of a list asked again, of bare hono', milliseconds: each(again), ratio: each(theirs) / each(again), goal: { atLeast: 0.3 }, note: rate(again) },
  ]
}

/** Milliseconds for all requests over kept connections. */
async function burst(address: () => string): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const start = performance.now()
  let left = requests
  await Promise.all(Array.from({ length: atOnce }, async () => { while (left-- > 0) await requestOnce(address(), agent, false) }))
  const time = performance.now() - start
  agent.destroy()
  return time
}
