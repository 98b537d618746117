import { join } from 'node:path'
import type { Hono } from 'hono'
import { afterAll } from 'vitest'
import type { CityIdentity, CityRecord } from '../../geodata/model/city.ts'
import { catalogue } from '../../seeds/catalogue.ts'
import { createApp } from '../../server/app.ts'
import { openStore } from '../../server/store/open-store.ts'
import type { Store } from '../../server/store/store.ts'
import { startWorld, type World } from '../../server/world.ts'
import { temporaryFolder } from './temporary-folder.ts'

export type ServedCity = { app: Hono; world: World; store: Store; path: string; trouble: unknown[] }

/** A whole server without a socket over the given city; ended when the test file is done. Null: an empty database. */
export async function servedCity(city: { identity: CityIdentity; records: Iterable<CityRecord> } | null, webFolder: string | null = null): Promise<ServedCity> {
  const path = join(temporaryFolder(), 'linli.sqlite')
  const store = await openStore(path)
  if (city) await store.load({ ...city, catalogue, actor: 'test', replace: false })
  const trouble: unknown[] = []
  const world = startWorld(path, store, (error) => { trouble.push(error) })
  afterAll(async () => {
    await world.close()
    store.close()
  })
  await world.refresh()
  const app = createApp({ world, publicUrl: 'http://127.0.0.1:8787', webFolder, trouble: (error) => { trouble.push(error) } })
  return { app, world, store, path, trouble }
}
