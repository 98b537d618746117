import { hash, randomBytes } from 'node:crypto'
import type { DeviceRow } from '../store/devices.ts'
import type { AccountStore } from '../store/open-accounts.ts'

/** A screen as the gate knows it. Codes of areas; none: the whole city. */
export type Device = { key: number; name: string; areas: readonly string[] }

/** Devices by the database, which is asked each time: one that was removed, here or from the command line, is none at the next request. */
export type Devices = {
  /** null: unknown or removed. */
  find(token: string): Device | null
  /** The same by its key, for what goes on for longer than a request. */
  standing(key: number): Device | null
  /** A request of it counts; it never ends for want of one. */
  see(key: number): void
}

const tokenBytes = 32
const tokenPattern = /^[\w-]{43}$/
/** `seen` tells an administrator that a screen is alive; minutes are near enough. */
const writeSeenMilliseconds = 300_000

export function openDevices({ devices, later }: Pick<AccountStore, 'devices' | 'later'>, clock: () => number): Devices {
  const lastSeen = new Map<number, number>()
  return {
    find: (token) => (tokenPattern.test(token) ? deviceOf(devices.byToken(tokenHash(token))) : null),
    standing: (key) => deviceOf(devices.byKey(key)),
    see(key) {
      const now = clock()
      // A clock that was put back says nothing of when.
      if (Math.abs(now - (lastSeen.get(key) ?? 0)) < writeSeenMilliseconds) return
      lastSeen.set(key, now)
      later.add(() => devices.see(key, new Date(now).toISOString()))
    },
  }
}

/** Told once, where it is made. */
export const newToken = (): string => randomBytes(tokenBytes).toString('base64url')

export const tokenHash = (token: string): Uint8Array => hash('sha256', token, 'buffer')

/** Behind the hash sign, which no browser sends: neither a log nor a page that is linked to learns of it. */
export const deviceLink = (token: string): string => `/screen#device=${token}`

/** What stands on a label beside a screen. */
export const isDeviceName = (name: string): boolean => /^[\p{L}\p{N}](?:[\p{L}\p{N} \-_.·#()（）]{0,38}[\p{L}\p{N}.#)）])?$/u.test(name)

const deviceOf = (row: DeviceRow | null): Device | null => row && { key: row.key, name: row.name, areas: row.area === null ? [] : [row.area] }
