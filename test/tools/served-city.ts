import { dirname, join } from 'node:path'
import type { Hono } from 'hono'
import { afterAll } from 'vitest'
import type { Role } from '../../geodata/contract/exchange.ts'
import type { CityIdentity, CityRecord } from '../../geodata/model/city.ts'
import { catalogue } from '../../seeds/catalogue.ts'
import { createApp, type PublicAlone } from '../../server/app.ts'
import type { Basemaps } from '../../server/basemaps/basemaps.ts'
import { startEngine, type Engine } from '../../server/engine.ts'
import { openSecurity, type Security, type SecuritySetting } from '../../server/security/security.ts'
import { openStore } from '../../server/store/open-store.ts'
import type { Store } from '../../server/store/store.ts'
import type { World } from '../../server/world.ts'
import { cheapCost, logInAs, noLimits, testOrigin, type PageHeaders } from './accounts.ts'
import { temporaryFolder } from './temporary-folder.ts'

export type ServedCity = { app: Hono; world: World; engine: Engine; store: Store; path: string; trouble: unknown[]; security: Security
  /** Headers of a page logged in with a new account; no areas: the whole city. */
  logIn(role: Role, areas?: readonly string[]): Promise<PageHeaders>
}

/**
 * A whole server without a socket over the given city; ended when the test file is done. Null: an empty database. Whoever has no account is
 * a planner where the city is a demonstration, else the public. Passwords are cheap and requests unlimited unless `setting` says otherwise.
 */
export async function servedCity(city: { identity: CityIdentity; records: Iterable<CityRecord> } | null, webFolder: string | null = null, setting: Partial<SecuritySetting> = {}, basemaps?: Basemaps): Promise<ServedCity> {
  const path = join(temporaryFolder(), 'linli.sqlite')
  const store = await openStore(path)
  if (city) await store.load({ ...city, catalogue, actor: 'test', replace: false })
  return servedOver(path, store, webFolder, setting, undefined, basemaps)
}

/** A server for the public alone over a database that a public file was taken into. */
export const servedToPublic = async (path: string, webFolder: string | null, publicAlone: PublicAlone): Promise<ServedCity> => servedOver(path, await openStore(path), webFolder, { openDemo: false }, publicAlone)

/** A second server over the same database, as after a restart. */
export const servedAgain = async ({ path }: Pick<ServedCity, 'path'>): Promise<ServedCity> => servedOver(path, await openStore(path), null, {})

/** The same city behind another gate: what threads hold it is no matter of who is let in, and starting them takes a second. */
export function servedBehind({ engine, path, trouble }: Pick<ServedCity, 'engine' | 'path' | 'trouble'>, setting: Partial<SecuritySetting>): Pick<ServedCity, 'app' | 'security' | 'logIn'> {
  const note = (error: unknown): void => { trouble.push(error) }
  const security = gateOf(path, setting, note)
  afterAll(() => security.close())
  return { app: createApp({ engine, security, publicUrl: setting.publicUrl ?? testOrigin, webFolder: null, trouble: note }), security, logIn: (role, areas) => logInAs(security, role, areas) }
}

const gateOf = (path: string, setting: Partial<SecuritySetting>, trouble: (error: unknown) => void): Security =>
  openSecurity({ path, host: '127.0.0.1', publicUrl: testOrigin, tls: false, openDemo: true, proxy: false, publicBuildings: true, trouble, cost: cheapCost, limits: noLimits, ...setting })

async function servedOver(path: string, store: Store, webFolder: string | null, setting: Partial<SecuritySetting>, publicAlone?: PublicAlone, basemaps?: Basemaps): Promise<ServedCity> {
  const trouble: unknown[] = []
  const note = (error: unknown): void => { trouble.push(error) }
  const engine = startEngine({ path, dataFolder: dirname(path), store, trouble: note })
  const { world } = engine
  const security = gateOf(path, setting, note)
  afterAll(async () => {
    await engine.close()
    security.close()
    store.close()
  })
  await world.refresh()
  const app = createApp({ engine, security, publicUrl: setting.publicUrl ?? testOrigin, ...(publicAlone && { publicAlone }), ...(basemaps && { basemaps }), webFolder, trouble: note })
  return { app, world, engine, store, path, trouble, security, logIn: (role, areas) => logInAs(security, role, areas) }
}
