import { spawn } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { catalogue } from '../../../seeds/catalogue.ts'
import { openStore } from '../../../server/store/open-store.ts'
import type { Store } from '../../../server/store/store.ts'
import { collect } from '../../tools/collect.ts'
import { smallIdentity, smallRecords } from '../../tools/small-city.ts'
import { temporaryFolder } from '../../tools/temporary-folder.ts'

const path = join(temporaryFolder(), 'linli.sqlite')
const script = fileURLToPath(new URL('../../tools/slow-load.ts', import.meta.url))

const everything = async (store: Store): Promise<unknown> => [
  await store.identity(), await store.versions(), await store.counts(), await store.changes(100),
  await collect(store.areas()), await collect(store.buildings()), await collect(store.streets()), await collect(store.facilities(null)),
]

test('a process killed half-way through a load leaves the database as it was', async () => {
  const first = await openStore(path)
  await first.load({ identity: smallIdentity, catalogue, records: smallRecords, actor: 'test', replace: false })
  const before = await everything(first)
  first.close()

  const child = spawn(process.execPath, [script, path], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => { child.kill('SIGKILL') })
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve())
    child.once('exit', (code) => reject(new Error(`the loading process ended by itself with ${code}`)))
  })
  // The half-written load has already reached the disk, which is what must not matter.
  expect(existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0).toBe(true)
  const gone = new Promise((resolve) => { child.removeAllListeners('exit').once('exit', resolve) })
  child.kill('SIGKILL')
  await gone

  const second = await openStore(path)
  expect(await everything(second)).toEqual(before)
  expect(await second.faults()).toEqual([])
  second.close()
})
