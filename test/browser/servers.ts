import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sharedPath, sharedPresent } from '../tools/shared.ts'
import { accountOf, accountRoles, deskAccount, password } from './accounts.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Starts the product on the demo and, where the real data lie near, on Tsinghua; ends both when the journeys are over. */
export default async function startServers(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'linli-browser-'))
  const running: ChildProcess[] = []
  process.env['LINLI_DEMO_URL'] = await start(join(folder, 'demo'), running)
  addAccounts(join(folder, 'demo'))
  addAccount(join(folder, 'demo'), deskAccount.name, 'editor', deskAccount.areas.join(','))
  if (sharedPresent) {
    const home = join(folder, 'tsinghua')
    importCity(home, sharedPath('data/beijing_tsinghua_osm/tsinghua.osm.pbf'))
    addAccounts(home)
    process.env['LINLI_REAL_URL'] = await start(home, running)
  }
  return async () => {
    await Promise.all(running.map(stop))
    rmSync(folder, { recursive: true, force: true })
  }
}

function importCity(home: string, file: string): void {
  const result = spawnSync(process.execPath, ['server/cli/main.ts', 'import', file, '--json'], { cwd: root, env: { ...process.env, LINLI_DATA: home }, encoding: 'utf8' })
  if (result.status !== 0) throw new Error(`the import of ${file} failed: ${result.stderr}`)
}

function addAccounts(home: string): void {
  for (const role of accountRoles) addAccount(home, accountOf(role), role, role === 'editor' ? 'all' : null)
}

export function addAccount(home: string, name: string, role: string, areas: string | null): void {
  const bound = areas === null ? [] : ['--areas', areas]
  const result = spawnSync(process.execPath, ['server/cli/main.ts', 'user', 'add', name, '--role', role, ...bound, '--password-stdin'], { cwd: root, env: { ...process.env, LINLI_DATA: home }, encoding: 'utf8', input: `${password}\n` })
  if (result.status !== 0) throw new Error(`the account ${name} was not made: ${result.stderr}`)
}

/** Starts the product on a folder's data and waits until it answers; with a port, where it stood before. */
export async function start(home: string, running: ChildProcess[], own?: number): Promise<string> {
  const port = own ?? await freePort()
  const child = spawn(process.execPath, ['server/main.ts'], { cwd: root, env: { ...process.env, LINLI_DATA: home, HOST: '127.0.0.1', PORT: String(port) }, stdio: ['ignore', 'ignore', 'inherit'] })
  running.push(child)
  const address = `http://127.0.0.1:${port}`
  const deadline = Date.now() + 120_000
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    if (await isReady(address)) return address
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error('the server did not become ready within two minutes')
}

async function isReady(address: string): Promise<boolean> {
  try {
    const answer = await fetch(`${address}/readyz`)
    return answer.ok && ((await answer.json()) as { status: string }).status === 'ready'
  } catch {
    return false
  }
}

export function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}
