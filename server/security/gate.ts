import type { Context } from 'hono'
import { servedToDevices } from '../../geodata/contract/roles.ts'
import { tileRoles } from '../../geodata/contract/meta.ts'
import type { Role } from '../../geodata/contract/exchange.ts'
import { Refusal } from '../answers/refusal.ts'
import type { HandlerSetting } from '../http/exchange-handler.ts'
import { hostAllowed } from '../http/host.ts'
import { addressOf, isLoopback } from './address.ts'
import { roleAdmits } from './authorise.ts'
import type { Caller } from './caller.ts'
import type { IdentityCookie } from './cookie.ts'
import type { Device, Devices } from './devices.ts'
import { networkOf, tokenBuckets, type Buckets, type Limits } from './limits.ts'
import { checkOrigin } from './origin.ts'
import type { Session, Sessions } from './sessions.ts'

export type GateSetting = {
  sessions: Sessions
  cookie: IdentityCookie
  devices: Devices
  deviceCookie: IdentityCookie
  /** Whether whoever has no account is answered as a planner just now. */
  demoOpen: () => boolean
  /** Address the server listens on, and the origin it is known by. */
  host: string
  publicUrl: string
  scheme: 'http' | 'https'
  /** Whether X-Forwarded-For is written by a proxy of ours. */
  proxy: boolean
  /** Whether outlines of buildings are for the public. */
  publicBuildings: boolean
  limits: Limits
  clock: () => number
  /** Hears of what an account or a screen asked and was refused. */
  refused: (caller: Caller, exchange: string, subject: string | null) => void
}

export type Gate = {
  /** Before anything is looked up: host, length of the address, number of requests. Throws Refusal. */
  enter(context: Context, headers: Record<string, string>): void
  /** Before a route: origin, limits, session, role. Throws Refusal. */
  admit: HandlerSetting['admit']
}

type Asked = Parameters<HandlerSetting['admit']>[1]

/** An address longer than this is no question of ours; a search with 60 signs in Chinese is below 1 kB. */
const mostUrlSigns = 4096

/** What an account with a one-time password may do. */
const openToAll: readonly string[] = ['sessionRead', 'logIn', 'logOut', 'passwordChange']
/** Where a password or the token of a screen is tried. */
const secretExchanges: readonly string[] = ['logIn', 'passwordChange', 'deviceEnter']
/** A person has a desk, a wall and a telephone; whoever logs in again and again gets no more than this many sessions' worth of requests. */
const sessionsOfAccount = 5
/** Where someone comes in anew, whoever they were before. */
const entrances: readonly string[] = ['logIn', 'deviceEnter']

export function createGate(setting: GateSetting): Gate {
  const { sessions, cookie, devices, deviceCookie, limits, clock } = setting
  const buckets = { logIns: tokenBuckets(limits.logIns, clock), writes: tokenBuckets(limits.writes, clock), requests: tokenBuckets(limits.requests, clock) }
  const known = { requests: tokenBuckets(limits.requests, clock, same), accounts: tokenBuckets(sessionsOfAccount * limits.requests, clock, same) }
  const reports = { byAddress: tokenBuckets(limits.reports, clock), own: tokenBuckets(limits.ownPlaceReports, clock, same), byPlace: tokenBuckets(limits.placeReports, clock, same), all: tokenBuckets(limits.allReports, clock, same) }

  /** The caller by the session the request carries, or else by the screen. Throws sessionEnded or deviceEnded, and takes the cookie away, where it is none of ours. */
  function callerOf(context: Context, exchange: Asked, headers: Record<string, string>): Caller {
    const address = addressOf(context, setting.proxy)
    const carried = !entrances.includes(exchange.name) && looksAtSessions(context, exchange) ? context.req.header('cookie') : undefined
    const id = cookie.read(carried)
    const session = id === null ? null : sessions.find(id)
    if (session) {
      // A page that is only left open keeps its event stream, not its session.
      if (exchange.name !== 'events') sessions.see(session.hash)
      return ofSession(session, address)
    }
    if (id !== null && isOurs(context)) {
      headers['set-cookie'] = cookie.cleared
      throw new Refusal('sessionEnded')
    }
    const token = deviceCookie.read(carried)
    const device = token === null ? null : devices.find(token)
    if (device) {
      devices.see(device.key)
      return ofDevice(device, address)
    }
    if (token !== null && isOurs(context)) {
      headers['set-cookie'] = deviceCookie.cleared
      throw new Refusal('deviceEnded')
    }
    return { role: setting.demoOpen() ? 'planner' : 'public', areas: [], account: null, mustChangePassword: false, session: null, address }
  }

  /** Walls and desks of an office share an address: who is known is counted by the session or the screen, whichever address it comes from, all others by theirs. A cookie that is none of ours counts for nothing. */
  function takeRequest({ req }: Context, address: string, headers: Record<string, string>): void {
    const carried = req.header('cookie')
    const id = cookie.read(carried), session = id === null ? null : sessions.find(id)
    if (session) {
      take(known.accounts, session.account.name, headers)
      return take(known.requests, `session ${Buffer.from(session.hash).toString('base64')}`, headers)
    }
    const token = deviceCookie.read(carried), device = token === null ? null : devices.find(token)
    if (device) return take(known.requests, `device ${device.key}`, headers)
    take(buckets.requests, address, headers)
  }

  function looksAtSessions(context: Context, exchange: Asked): boolean {
    // Places are drawn more coarsely for the public.
    return isOurs(context) || needed(context, exchange) !== 'public' || (exchange.name === 'tile' && context.req.param('layer') === 'places')
  }

  /** Layers of tiles have roles of their own. */
  function needed(context: Context, exchange: Asked): Role {
    if (exchange.name !== 'tile') return exchange.role
    const layer = context.req.param('layer') ?? ''
    if (layer === 'outlines' && !setting.publicBuildings) return tileRoles.buildings
    return Object.entries(tileRoles).find(([name]) => name === layer)?.[1] ?? exchange.role
  }

  return {
    enter(context, headers) {
      const { req } = context
      if (!hostAllowed(req.header('host'), setting.publicUrl, setting.host)) throw new Refusal('foreignHost', { found: req.header('host') ?? '', expected: setting.publicUrl })
      if (req.url.length > mostUrlSigns) throw new Refusal('tooLarge', { expected: `${mostUrlSigns} B`, found: `${req.url.length} B` })
      const address = addressOf(context, setting.proxy)
      if (!isLoopback(address)) takeRequest(context, address, headers)
    },
    async admit(context, exchange, headers) {
      const changes = !['GET', 'HEAD'].includes(context.req.method)
      if (changes) {
        checkOrigin(context, { publicUrl: setting.publicUrl, scheme: setting.scheme, hasCookie: [cookie, deviceCookie].some((one) => one.read(context.req.header('cookie')) !== null) })
        const address = addressOf(context, setting.proxy)
        if (exchange.name === 'venueReport') {
          // Not counted among the writes: a visitor shares the address of an office, whose editors go on.
          const place = context.req.param('id') ?? ''
          take(reports.byAddress, address, headers)
          take(reports.own, `${networkOf(address)} ${place}`, headers)
          take(reports.byPlace, place, headers)
          take(reports.all, '', headers)
        } else take(buckets.writes, address, headers)
        if (secretExchanges.includes(exchange.name)) take(buckets.logIns, address, headers)
      }
      const caller = callerOf(context, exchange, headers)
      try {
        check(caller, exchange, needed(context, exchange), pathOf(context))
      } catch (error) {
        if (caller.account !== null || caller.device) setting.refused(caller, exchange.name, pathOf(context))
        throw error
      }
      return caller
    },
  }
}

function check({ role, account, mustChangePassword, device }: Caller, exchange: Asked, needed: Role, path: string): void {
  if (mustChangePassword && !openToAll.includes(exchange.name)) throw new Refusal('passwordChangeDue')
  if (device && !servedToDevices.some((name) => name === exchange.name)) throw new Refusal('notForDevice', { path, found: device.name })
  if (roleAdmits(role, needed)) return
  if (account === null) throw new Refusal('notLoggedIn', { path, expected: needed })
  throw new Refusal('needsRole', { path, expected: needed, found: role })
}

function ofSession({ hash, account: { name, role, areas, mustChange } }: Session, address: string): Caller {
  return { role, areas, account: name, mustChangePassword: mustChange, session: hash, address }
}

/** A screen is a leader within its area. */
function ofDevice(device: Device, address: string): Caller {
  return { role: 'leader', areas: device.areas, account: null, mustChangePassword: false, session: null, device, address }
}

/** Most tiles, health and the description of the interface are the same for everyone and look at no session. */
const isOurs = ({ req }: Context): boolean => req.path.startsWith('/api/v1/')

/** The key of a steered wall stands in the path, and whoever has it speaks for that side: it is neither said nor written down. */
function pathOf({ req }: Context): string {
  const key = req.param('key')
  return key === undefined ? req.path : req.path.replace(`/${key}`, '/:key')
}

const same = (key: string): string => key

function take(buckets: Buckets, address: string, headers: Record<string, string>): void {
  const seconds = buckets(address)
  if (seconds === 0) return
  headers['retry-after'] = String(seconds)
  throw new Refusal('tooManyRequests', { seconds })
}
