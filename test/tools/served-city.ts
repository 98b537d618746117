import { join } from 'node:path'
import type { Hono } from 'hono'
import { afterAll } from 'vitest'
import type { Role } from '../../geodata/contract/exchange.ts'
import type { CityIdentity, CityRecord } from '../../geodata/model/city.ts'
import { catalogue } from '../../seeds/catalogue.ts'
import { createApp } from '../../server/app.ts'
import { openSecurity, type Security, type SecuritySetting } from '../../server/security/security.ts'
import { openStore } from '../../server/store/open-store.ts'
import type { Store } from '../../server/store/store.ts'
import { startWorld, type World } from '../../server/world.ts'
import { cheapCost, logInAs, noLimits, testOrigin, type PageHeaders } from './accounts.ts'
import { temporaryFolder } from './temporary-folder.ts'

export type ServedCity = { app: Hono; world: World; store: Store; path: string; trouble: unknown[]; security: Security
  /** Headers of a page logged in with a new account; no areas: the whole city. */
  logIn(role: Role, areas?: readonly string[]): Promise<PageHeaders>
}

/**
 * A whole server without a socket over the given city; ended when the test file is done. Null: an empty database. Whoever has no account is
 * a planner where the city is a demonstration, else the public. Passwords are cheap and requests unlimited unless `setting` says otherwise.
 */
export async function servedCity(city: { identity: CityIdentity; records: Iterable<CityRecord> } | null, webFolder: string | null = null, setting: Partial<SecuritySetting> = {}): Promise<ServedCity> {
  const path = join(temporaryFolder(), 'linli.sqlite')
  const store = await openStore(path)
  if (city) await store.load({ ...city, catalogue, actor: 'test', replace: false })
  const trouble: unknown[] = []
  const world = startWorld(path, store, (error) => { trouble.push(error) })
  const note = (error: unknown): void => { trouble.push(error) }
  const security = openSecurity({ path, host: '127.0.0.1', publicUrl: testOrigin, tls: false, openDemo: true, proxy: false, publicBuildings: true, trouble: note, cost: cheapCost, limits: noLimits, ...setting })
  afterAll(async () => {
    await world.close()
    security.close()
    store.close()
  })
  await world.refresh()
  const app = createApp({ world, security, publicUrl: setting.publicUrl ?? testOrigin, webFolder, trouble: note })
  return { app, world, store, path, trouble, security, logIn: (role, areas) => logInAs(security, role, areas) }
}
