import type { BodyOf } from '../../geodata/contract/exchange.ts'
import type { deviceAdd, deviceEnter, DeviceAnswer } from '../../geodata/contract/devices.ts'
import { Refusal } from '../answers/refusal.ts'
import { jsonReply } from '../answers/reply.ts'
import type { Asked, Route } from '../http/exchange-handler.ts'
import { refusalOf } from '../jobs/writer.ts'
import type { Audit } from '../security/audit.ts'
import { deviceLink, isDeviceName, newToken, tokenHash } from '../security/devices.ts'
import type { DeviceRow } from '../store/devices.ts'
import type { AccountStore } from '../store/open-accounts.ts'
import { StoreError } from '../store/store-error.ts'
import { sessionAnswer, type SessionSetting } from './session.ts'

type DevicesSetting = Pick<SessionSetting, 'store' | 'devices' | 'deviceCookie' | 'demoOpen' | 'clock'> & {
  audit: Audit
  /** Hears that a screen was removed. */
  removed: () => void
}

export type DeviceRoutes = Readonly<Record<'deviceList' | 'deviceAdd' | 'deviceRemove' | 'deviceEnter', Route>>

/** Screens without anybody logged in: administrators add and remove them, and the screen itself comes in by its token. */
export function deviceRoutes({ store, devices, deviceCookie, demoOpen, clock, audit, removed }: DevicesSetting): DeviceRoutes {
  const { devices: table } = store
  return {
    deviceList: () => jsonReply({ devices: table.all().map((row) => deviceAnswer(store, row)) }),
    async deviceAdd(asked) {
      const { name, area } = asked.body as BodyOf<typeof deviceAdd>
      if (!isDeviceName(name)) throw new Refusal('badDeviceName', { found: name })
      if (area !== null && store.areaName(area) === null) throw new Refusal('unknownArea', { parameter: 'area', found: area })
      const token = newToken()
      await written(store, asked, () => {
        if (table.byName(name)) throw new Refusal('deviceTaken', { found: name })
        table.add({ name, token: tokenHash(token), area, demo: store.demo(), created: new Date(clock()).toISOString() })
      })
      const row = table.byName(name)
      if (!row) throw new Refusal('unknownDevice', { found: name })
      return jsonReply({ device: deviceAnswer(store, row), link: deviceLink(token) })
    },
    async deviceRemove(asked) {
      const id = String(asked.path['id'])
      const row = /^\d{1,15}$/.test(id) ? table.byKey(Number(id)) : null
      if (!row) throw new Refusal('unknownDevice', { found: id })
      await written(store, asked, () => table.remove(row.key))
      removed()
      return jsonReply({ device: deviceAnswer(store, row) })
    },
    deviceEnter(asked) {
      const { token } = asked.body as BodyOf<typeof deviceEnter>
      const device = devices.find(token)
      if (!device) {
        audit(asked.caller, 'deviceEnter', null, 'refused')
        throw new Refusal('badDeviceToken')
      }
      devices.see(device.key)
      audit({ account: null, device }, 'deviceEnter', null, 'done')
      return jsonReply(sessionAnswer({ store, demoOpen }, null, device), { 'set-cookie': deviceCookie.set(token) })
    },
  }
}

const deviceAnswer = (store: AccountStore, { key, name, area, created, seen }: DeviceRow): DeviceAnswer =>
  ({ id: String(key), name, area: area === null ? null : { code: area, name: store.areaName(area) ?? area }, created, seen })

/** Throws Refusal when the database could not be written to. */
async function written({ later }: AccountStore, { language }: Asked, run: () => void): Promise<void> {
  const stored = await later.soon(run).catch((error: unknown) => {
    if (!(error instanceof StoreError)) throw error
    throw refusalOf({ kind: 'trouble', code: error.code, details: error.details }, language)
  })
  if (!stored) throw refusalOf({ kind: 'trouble', code: 'databaseBusy', details: {} }, language)
}
