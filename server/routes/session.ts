import type { BodyOf } from '../../geodata/contract/exchange.ts'
import type { logIn, passwordChange, SessionAnswer } from '../../geodata/contract/session.ts'
import { Refusal } from '../answers/refusal.ts'
import { jsonReply } from '../answers/reply.ts'
import type { Asked, Route, RouteReply } from '../http/exchange-handler.ts'
import { refusalOf } from '../jobs/writer.ts'
import type { IdentityCookie } from '../security/cookie.ts'
import type { Device, Devices } from '../security/devices.ts'
import { mostFailures, type Lockout } from '../security/lockout.ts'
import { hashPassword, verifyPassword, type HashCost } from '../security/password.ts'
import { brokenRule } from '../security/password-rules.ts'
import { idleMinutes, type Session, type Sessions } from '../security/sessions.ts'
import type { Account } from '../store/accounts.ts'
import type { AccountStore } from '../store/open-accounts.ts'
import { StoreError } from '../store/store-error.ts'

export type SessionSetting = {
  store: AccountStore; sessions: Sessions; devices: Devices; lockout: Lockout; cookie: IdentityCookie; deviceCookie: IdentityCookie
  /** What a new password is hashed with. */
  cost: HashCost
  demoOpen: () => boolean
  clock: () => number
}

export type SessionRoutes = Readonly<Record<'sessionRead' | 'logIn' | 'logOut' | 'passwordChange', Route>>

export function sessionRoutes(setting: SessionSetting): SessionRoutes {
  const { store: { accounts, later }, sessions, devices, lockout, cookie, deviceCookie, cost, clock } = setting
  /** Tried where no account has the name, so that it takes as long. */
  const nobody = hashPassword('', cost)

  /** Counts as a failure until it is known to be none. Throws lockedOut, badCredentials. */
  async function proved(name: string, account: Account | null, password: string): Promise<Account> {
    refuseLocked(lockout, name)
    lockout.count(name)
    const right = await verifyPassword(password, account?.password ?? (await nobody))
    // It may have been disabled, or given another password, while this one was tried.
    const now = account && accounts.byKey(account.key)
    if (right && now && !now.disabled && now.password === account.password) {
      lockout.clear(name)
      return now
    }
    refuseLocked(lockout, name)
    throw new Refusal('badCredentials')
  }

  function begun(account: Account): RouteReply {
    const { id, session } = sessions.begin(account)
    return jsonReply(sessionAnswer(setting, session, null), { 'set-cookie': cookie.set(id) })
  }

  return {
    sessionRead({ caller, request }) {
      const token = caller.device ? deviceCookie.read(request.headers.get('cookie') ?? undefined) : null
      // A screen that is switched on now and then keeps its cookie for good.
      return jsonReply(sessionAnswer(setting, caller.session && sessions.standing(caller.session), caller.device ?? null), token === null ? {} : { 'set-cookie': deviceCookie.set(token) })
    },
    async logIn(asked) {
      const { name, password } = asked.body as BodyOf<typeof logIn>
      const account = await proved(name, accounts.byName(name), password)
      const before = cookie.read(asked.request.headers.get('cookie') ?? undefined)
      const session = before === null ? null : sessions.find(before)
      if (session) sessions.end(session.hash)
      return begun(account)
    },
    logOut({ caller, request }) {
      if (caller.session) sessions.end(caller.session)
      const token = deviceCookie.read(request.headers.get('cookie') ?? undefined)
      return jsonReply(sessionAnswer(setting, null, token === null ? null : devices.find(token)), { 'set-cookie': cookie.cleared })
    },
    async passwordChange(asked: Asked) {
      const { current, next } = asked.body as BodyOf<typeof passwordChange>
      const name = asked.caller.account
      if (name === null) throw new Refusal('notLoggedIn', { path: '/api/v1/session/password' })
      const account = await proved(name, accounts.byName(name), current)
      const rule = next.normalize('NFKC') === current.normalize('NFKC') ? 'same' : brokenRule(next, name)
      if (rule) throw new Refusal('weakPassword', {}, { kind: 'password', rule })
      const hash = await hashPassword(next, cost)
      const stored = await later.soon(() => accounts.setPassword(account.key, hash, false, new Date(clock()).toISOString())).catch((error: unknown) => {
        if (!(error instanceof StoreError)) throw error
        throw refusalOf({ kind: 'trouble', code: error.code, details: error.details }, asked.language)
      })
      if (!stored) throw refusalOf({ kind: 'trouble', code: 'databaseBusy', details: {} }, asked.language)
      sessions.endOthers(account.key, null)
      return begun({ ...account, mustChange: false })
    },
  }
}

function refuseLocked(lockout: Lockout, name: string): void {
  const minutes = lockout.minutesLocked(name)
  if (minutes !== null) throw new Refusal('lockedOut', { found: mostFailures, minutes })
}

/** Who one is, as it is told: by a session, by a screen, or by neither. */
export function sessionAnswer({ store, demoOpen }: Pick<SessionSetting, 'store' | 'demoOpen'>, session: Session | null, device: Device | null): SessionAnswer {
  const open = demoOpen()
  const named = (codes: readonly string[]): { code: string; name: string }[] => codes.map((code) => ({ code, name: store.areaName(code) ?? code }))
  if (!session && device) return { account: null, device: { name: device.name, areas: named(device.areas) }, role: 'leader', demoOpen: open, idleMinutes: null, ends: null }
  if (!session) return { account: null, role: open ? 'planner' : 'public', demoOpen: open, idleMinutes: null, ends: null }
  const { account: { name, role, areas, mustChange }, ends } = session
  return { account: { name, role, areas: named(areas), mustChangePassword: mustChange }, role, demoOpen: open, idleMinutes, ends }
}
