import type { ExchangeName } from '../../geodata/contract/all.ts'
import type { Route } from '../http/exchange-handler.ts'
import { deviceRoutes, type DeviceRoutes } from '../routes/devices.ts'
import { sessionRoutes, type SessionRoutes } from '../routes/session.ts'
import { steeringRoutes, type SteeringRoutes } from '../routes/steering.ts'
import { openAccounts, type AccountStore } from '../store/open-accounts.ts'
import { openAudit, type Audit } from './audit.ts'
import type { Caller } from './caller.ts'
import { auditedRoute } from './audited.ts'
import { deviceCookie, sessionCookie } from './cookie.ts'
import { openDevices } from './devices.ts'
import { createGate, type Gate } from './gate.ts'
import { usualLimits, type Limits } from './limits.ts'
import { openLockout } from './lockout.ts'
import { usualCost, type HashCost } from './password.ts'
import { openChannels } from '../steering/channels.ts'
import { openSessions, type Sessions } from './sessions.ts'

export type SecuritySetting = {
  /** Of the database, which is up to date. */
  path: string
  host: string; publicUrl: string
  /** Whether the server itself speaks TLS. */
  tls: boolean
  /** Whether a demonstration is open to whoever has no account. */
  openDemo: boolean
  proxy: boolean
  publicBuildings: boolean
  trouble: (error: unknown) => void
  /** For tests: cheaper passwords, other limits, a clock that can be turned (milliseconds). */
  cost?: HashCost; limits?: Limits; clock?: () => number
}

/** Everything between a request and the answers: who it is, what they may, what is written down. */
export type Security = {
  gate: Gate
  routes: SessionRoutes
  /** `removed`: looks at once whether what is open still may be. */
  deviceRoutes(removed: () => void): DeviceRoutes
  steeringRoutes: SteeringRoutes
  /** Ends the streams of steered walls, which would hold their connections for ever. */
  endSteering(): void
  sessions: Sessions
  audit: Audit
  /** A route with its line in the audit log behind it. */
  audited(name: ExchangeName, route: Route): Route
  /** Whether what a caller was let in with still stands, without keeping it awake: for what goes on for longer than a request. */
  stands(caller: Caller): boolean
  /** On every response. */
  headers: Readonly<Record<string, string>>
  store: AccountStore
  close(): void
}

/** A year, as browsers ask for before they believe it. Only told where the browser comes by https. */
const onlyHttps: Readonly<Record<string, string>> = { 'strict-transport-security': 'max-age=31536000' }

export function openSecurity({ path, host, publicUrl, tls, openDemo, proxy, publicBuildings, trouble, cost = usualCost, limits = usualLimits, clock = Date.now }: SecuritySetting): Security {
  const store = openAccounts(path, trouble)
  const sessions = openSessions(store, clock)
  const lockout = openLockout(store, clock)
  const audit = openAudit(store, clock)
  const https = tls || publicUrl.startsWith('https:')
  const devices = openDevices(store, clock)
  const cookie = sessionCookie(https), screenCookie = deviceCookie(https)
  const demoOpen = (): boolean => openDemo && store.demo()
  const setting = { store, sessions, devices, lockout, cookie, deviceCookie: screenCookie, cost, demoOpen, clock }
  const accountNamed = (name: string): string | null => store.accounts.byName(name)?.name ?? null
  const stands = (caller: Caller): boolean => {
    if (caller.device) return devices.standing(caller.device.key)?.areas.join() === caller.areas.join()
    if (caller.session === null) return true
    const session = sessions.standing(caller.session)
    return session !== null && session.account.role === caller.role && session.account.areas.join() === caller.areas.join()
  }
  const channels = openChannels(stands, clock)
  return {
    gate: createGate({ sessions, cookie, devices, deviceCookie: screenCookie, demoOpen, host, publicUrl, scheme: tls ? 'https' : 'http', proxy, publicBuildings, limits, clock, refused: (caller, exchange, subject) => audit(caller, exchange, subject, 'refused', true) }),
    routes: sessionRoutes(setting),
    deviceRoutes: (removed) => deviceRoutes({ ...setting, audit, removed: () => {
      removed()
      channels.lookAgain()
    } }),
    steeringRoutes: steeringRoutes({ channels, audit }),
    endSteering: () => channels.close(),
    sessions, audit, store,
    audited: (name, route) => auditedRoute(name, route, audit, accountNamed),
    stands,
    headers: https ? onlyHttps : {},
    close() {
      channels.close()
      store.close()
    },
  }
}
