import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSecurity } from '../../../server/security/security.ts'
import { hashPassword, usualCost } from '../../../server/security/password.ts'
import { createApp } from '../../../server/app.ts'
import { openStore } from '../../../server/store/open-store.ts'
import { startEngine } from '../../../server/engine.ts'
import { median, type Line, type Row } from '../row.ts'

/** DOMAIN 7.3: nobody can tell from the time of a refusal whether an account has the name. Argon2id as in earnest; by turns, so that both see the same machine. */
export const row: Row = { name: 'logIn', size: null, run: logIn }

const attempts = 126
const warmUp = 6
const origin = 'http://127.0.0.1:8787'

async function logIn(): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'linli-bench-'))
  const path = join(folder, 'linli.sqlite')
  const store = await openStore(path)
  const engine = startEngine({ path, dataFolder: folder, store, trouble: () => {} })
  await engine.world.refresh()
  const many = 1e9
  const security = openSecurity({ path, host: '127.0.0.1', publicUrl: origin, tls: false, openDemo: false, proxy: false, publicBuildings: true, trouble: () => {}, limits: { logIns: many, writes: many, requests: many, reports: many, ownPlaceReports: many, placeReports: many, allReports: many } })
  const app = createApp({ engine, security, publicUrl: origin, webFolder: null, trouble: () => {} })
  const password = 'Right-4711'
  const hash = await hashPassword(password, usualCost)
  const at = new Date().toISOString()
  // A name of its own for each attempt: the fifth failure would be refused without a look at the password.
  await security.store.later.soon(() => {
    for (let i = 0; i < attempts; i++) security.store.accounts.add({ name: `known-${i}`, role: 'leader', areas: [], password: hash, mustChange: false }, at)
    for (let i = 0; i < attempts; i++) security.store.accounts.add({ name: `right-${i}`, role: 'leader', areas: [], password: hash, mustChange: false }, at)
  })
  const timed = async (name: string, tried: string, expected: number): Promise<number> => {
    const start = performance.now()
    const { status } = await app.request('/api/v1/session', { method: 'POST', headers: { 'content-type': 'application/json', origin }, body: JSON.stringify({ name, password: tried }) })
    if (status !== expected) throw new Error(`${name}: expected ${expected}, got ${status}`)
    return performance.now() - start
  }
  const times = { known: [] as number[], unknown: [] as number[], right: [] as number[] }
  const ratios: number[] = []
  for (let i = 0; i < attempts; i++) {
    const known = (): Promise<number> => timed(`known-${i}`, 'Wrong-4711', 401)
    const unknown = (): Promise<number> => timed(`nobody-${i}`, 'Wrong-4711', 401)
    // Each goes first every other time: a machine that slows down slows both.
    const swapped = i % 2 === 1
    const [one, other] = [await (swapped ? unknown : known)(), await (swapped ? known : unknown)()]
    const round = { known: swapped ? other : one, unknown: swapped ? one : other, right: await timed(`right-${i}`, password, 200) }
    if (i < warmUp) continue
    for (const name of ['known', 'unknown', 'right'] as const) times[name].push(round[name])
    ratios.push(round.unknown / round.known)
  }
  security.close()
  await engine.close()
  store.close()
  rmSync(folder, { recursive: true, force: true })
  const ratio = median(ratios)
  const note = `${attempts - warmUp} attempts each, median of the ratios of pairs`
  return [
    { work: 'log-in refused, name unknown, of the time for a known one', milliseconds: median(times.unknown), ratio, goal: { atLeast: 0.9 }, note },
    { work: 'the same, not longer either', milliseconds: median(times.known), ratio, goal: { atMost: 1.1 }, note },
    { work: 'log-in with the right password', milliseconds: median(times.right), note },
  ]
}
